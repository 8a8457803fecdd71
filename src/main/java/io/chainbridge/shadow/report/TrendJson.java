package io.chainbridge.shadow.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chainbridge.shadow.trend.Forecast;
import io.chainbridge.shadow.trend.Trend;
import java.util.List;

/** Trends as JSON with snake_case keys; figures are in the limit's unit. */
public final class TrendJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private TrendJson() {}

  /** All trends, and the files of the history that could not be read. */
  public static String write(List<Trend> trends, List<String> warnings) {
    ObjectNode root = JSON.createObjectNode().put("schema_version", 1);
    warnings.forEach(root.putArray("warnings")::add);
    ArrayNode array = root.putArray("trends");
    trends.forEach(trend -> write(trend, array.addObject()));
    return root.toPrettyString() + "\n";
  }

  private static void write(Trend trend, ObjectNode node) {
    node.put("gate", trend.subject().gate());
    node.put("shape", trend.subject().shape().key());
    node.put("target", trend.subject().target());
    trend.subject().load().ifPresent(load -> node.put("load", load));
    node.put("branch", trend.subject().branch().orElse(null));
    if (!trend.last().phase().isEmpty()) {
      node.put("phase", trend.last().phase());
    }
    node.put("endpoint", trend.last().endpoint());
    node.put("limit", trend.last().limit());
    node.put("runs", trend.runs());
    node.put("first_at", trend.first().toString());
    node.put("last_at", trend.lastAt().toString());
    node.put("budget", trend.last().budget());
    node.put("last", trend.last().measured().orElseThrow());
    node.put("outcome", trend.last().result().key());
    ArrayNode changes = node.putArray("changes");
    trend.changes().forEach(change -> write(change, changes.addObject()));
    trend.forecast().ifPresent(forecast -> write(forecast, node.putObject("forecast")));
  }

  private static void write(Trend.Change change, ObjectNode node) {
    node.put("at", change.at().toString());
    node.put("last_commit", change.lastCommit().orElse(null));
    node.put("first_commit", change.firstCommit().orElse(null));
    node.put("before", change.before());
    node.put("after", change.after());
    node.put("p_value", change.pValue());
  }

  private static void write(Forecast forecast, ObjectNode node) {
    node.put("slope_per_week", forecast.slopePerWeek());
    node.put("reached", forecast.reached().toString());
    node.put("earliest", forecast.earliest().toString());
    node.put("latest", forecast.latest().toString());
    node.put("confidence", Forecast.CONFIDENCE);
  }
}
