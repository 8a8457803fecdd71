package io.chainbridge.shadow.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chainbridge.shadow.trend.Forecast;
import io.chainbridge.shadow.trend.Series;
import io.chainbridge.shadow.trend.Trend;
import io.chainbridge.shadow.verdict.Outcome;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalDouble;

/** What the chart of a limit over time is drawn from. */
final class TrendChart {
  private TrendChart() {}

  /**
   * A figure for each run or a gap, and which of the runs breached it; the budget of the foremost
   * branch wherever it changed, as place and figure; the changes, as place and branch; and the
   * forecast of the first branch that has one, unless it is so far off that the chart would show
   * little else.
   */
  static ObjectNode json(LimitPast limit, Branches branches, DrawnRuns runs) {
    LimitUnit unit = LimitUnit.of(limit.first().last().limit());
    ObjectNode json = Columns.object().put("unit", unit.text());
    OptionalDouble[] values = new OptionalDouble[runs.runs().size()];
    Arrays.fill(values, OptionalDouble.empty());
    ArrayNode breached = json.putArray("breached");
    ArrayNode changes = json.putArray("changes");
    for (Trend trend : limit.trends()) {
      runs.figures(trend)
          .forEach(
              (place, figure) -> {
                values[place] = OptionalDouble.of(figure.measured() * unit.factor());
                if (figure.outcome().result() == Outcome.Result.BREACHED) {
                  breached.add(place);
                }
              });
      int branch = branches.place(trend.subject().branch());
      for (Trend.Change change : trend.changes()) {
        runs.place(change.firstRun()).ifPresent(place -> changes.addArray().add(place).add(branch));
      }
    }
    Columns column = new Columns(1);
    for (OptionalDouble value : values) {
      column.add(value);
    }
    json.set("values", column.json().get(0));
    if (!limit.first().last().limit().equals(Outcome.CONTRACT)) {
      json.set("budgets", budgets(runs.figures(limit.first()), unit));
    }
    Instant horizon = runs.horizon();
    limit.trends().stream()
        .filter(
            trend -> trend.forecast().filter(some -> some.reached().isBefore(horizon)).isPresent())
        .findFirst()
        .ifPresent(
            trend ->
                json.set(
                    "forecast",
                    forecast(trend, branches, unit).put("until", horizon.getEpochSecond())));
    return json;
  }

  private static ArrayNode budgets(Map<Integer, Series.Figure> figures, LimitUnit unit) {
    Columns columns = new Columns(2);
    double last = Double.NaN;
    for (Map.Entry<Integer, Series.Figure> entry : figures.entrySet()) {
      double budget = entry.getValue().outcome().budget();
      if (budget != last) {
        columns.add(OptionalDouble.of(entry.getKey()), OptionalDouble.of(budget * unit.factor()));
        last = budget;
      }
    }
    return columns.json();
  }

  private static ObjectNode forecast(Trend trend, Branches branches, LimitUnit unit) {
    Forecast forecast = trend.forecast().orElseThrow();
    double budget = trend.last().budget();
    return Columns.object()
        .put("branch", branches.place(trend.subject().branch()))
        .put("from", trend.lastAt().getEpochSecond())
        .put("at", forecast.at(trend.lastAt(), budget) * unit.factor())
        .put("budget", budget * unit.factor())
        .put("reached", forecast.reached().getEpochSecond())
        .put("earliest", forecast.earliest().getEpochSecond())
        .put("latest", forecast.latest().getEpochSecond());
  }
}
