package io.chainbridge.shadow.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chainbridge.shadow.budget.Limit;
import io.chainbridge.shadow.record.EndpointRecord;
import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.verdict.Verdict;
import java.util.List;

/** What the page's charts are drawn from, as JSON that may stand within a script element. */
final class FiguresJson {
  private static final int MOST_POINTS = 120;

  private FiguresJson() {}

  static String write(RunRecord run, Verdict verdict, RunTrendPanel trend) {
    OverTime time = OverTime.of(run, MOST_POINTS);
    ObjectNode json = Columns.object();
    json.put("seconds", run.duration().toMillis() / 1000.0);
    json.set("run", TimeChart.json(time));
    json.set("phases", PhaseBand.json(run));
    ArrayNode endpoints = json.putArray("endpoints");
    run.endpoints().forEach(endpoint -> endpoints.add(endpoint(endpoint, verdict, time)));
    trend.draw(new TrendFigures(json));
    return escaped(json.toString());
  }

  private static ObjectNode endpoint(EndpointRecord endpoint, Verdict verdict, OverTime time) {
    List<LatencyBudget> budgets = LatencyBudget.of(verdict, endpoint.name());
    ObjectNode json = Columns.object();
    if (endpoint.requests() > 0) {
      json.set("curve", CurveChart.json(endpoint, budgets));
      json.set("time", TimeChart.json(time, endpoint.name()));
      CommonBudget.of(verdict, endpoint.name(), Limit.P95_LATENCY_MS)
          .ifPresent(millis -> json.put("p95", millis));
    }
    if (endpoint.sizes().bodies() > 0) {
      json.set(
          "sizes",
          SizeChart.json(
              endpoint.sizes(),
              CommonBudget.of(verdict, endpoint.name(), Limit.MAX_RESPONSE_SIZE_KB)));
    }
    return json;
  }

  /** Such characters stand in strings alone, where JSON has another way to write them. */
  static String escaped(String json) {
    return json.replace("&", "\\u0026")
        .replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029");
  }
}
