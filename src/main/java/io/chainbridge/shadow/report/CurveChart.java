package io.chainbridge.shadow.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chainbridge.shadow.record.EndpointRecord;
import io.chainbridge.shadow.record.Latencies;
import io.chainbridge.shadow.verdict.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeSet;

/**
 * Latency by percentile. The axis is 1 / (1 - p), so that each further nine is as wide as the one
 * before: 10 is p90, 100 is p99. A budget is the corner of an area that the curve must keep out of:
 * if a quantile is below its limit, so are all smaller ones. Beyond 1 / n a sample of n says
 * nothing, and the curve stays at its maximum.
 */
final class CurveChart {
  private static final int STEPS_PER_NINE = 20;
  private static final double LEAST_END = 100;
  private static final double MOST_END = 1e6;

  /** The percentiles that readers ask for. */
  private static final double[] USUAL = {0.5, 0.75, 0.9, 0.95, 0.99, 0.999};

  private CurveChart() {}

  /**
   * A row of the chart as a table.
   *
   * @param name of a percentile
   * @param latency all requests'
   */
  record Row(String name, String latency) {}

  /** The chart as a table; without what the sample is too small for. */
  static List<Row> rows(EndpointRecord endpoint) {
    Latencies latencies = endpoint.latencies();
    if (latencies.count() == 0) {
      return List.of();
    }
    List<Duration> values = latencies.at(USUAL);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < USUAL.length; i++) {
      if (Math.rint(1 / (1 - USUAL[i])) <= latencies.count()) {
        rows.add(new Row("p" + percent(USUAL[i]), Lengths.millis(values.get(i))));
      }
    }
    rows.add(new Row("slowest", Lengths.millis(latencies.max().orElseThrow())));
    return rows;
  }

  private static String percent(double fraction) {
    return Figures.share(fraction).replace(" %", "");
  }

  /** The columns x, ms, ms beyond the sample, budget, budget met and budget breached; labels. */
  static ObjectNode json(EndpointRecord endpoint, List<LatencyBudget> budgets) {
    Latencies latencies = endpoint.latencies();
    double[] xs = xs(latencies.count(), budgets);
    double[] fractions = new double[xs.length];
    for (int i = 0; i < xs.length; i++) {
      fractions[i] = 1 - 1 / xs[i];
    }
    List<Duration> values = latencies.at(fractions);
    Columns columns = new Columns(6);
    for (int i = 0; i < xs.length; i++) {
      double x = xs[i];
      double millis = values.get(i).toMillis();
      columns.add(
          OptionalDouble.of(x),
          x <= latencies.count() ? OptionalDouble.of(millis) : OptionalDouble.empty(),
          x >= latencies.count() ? OptionalDouble.of(millis) : OptionalDouble.empty(),
          budgets.stream()
              .filter(budget -> x <= budget.x())
              .mapToDouble(LatencyBudget::millis)
              .min(),
          figure(x, budgets, Outcome.Result.MET),
          figure(x, budgets, Outcome.Result.BREACHED));
    }
    ObjectNode json = Columns.object();
    json.set("columns", columns.json());
    ArrayNode corners = json.putArray("budgets");
    budgets.forEach(
        budget ->
            corners
                .addObject()
                .put("x", Math.rint(budget.x()))
                .put("ms", budget.millis())
                .put("text", budget.text()));
    return json;
  }

  private static OptionalDouble figure(
      double x, List<LatencyBudget> budgets, Outcome.Result result) {
    return budgets.stream()
        .filter(budget -> Math.rint(budget.x()) == x && budget.outcome().result() == result)
        .findFirst()
        .map(budget -> budget.outcome().measured())
        .orElse(OptionalDouble.empty());
  }

  /** From the minimum to the last nine of the sample, or to that of the last budget. */
  private static double[] xs(long count, List<LatencyBudget> budgets) {
    double end = Math.min(MOST_END, Math.max(LEAST_END, (double) count));
    TreeSet<Double> xs = new TreeSet<>();
    for (int i = 0; Math.pow(10, (double) i / STEPS_PER_NINE) < end; i++) {
      xs.add(Math.pow(10, (double) i / STEPS_PER_NINE));
    }
    xs.add(end);
    if (count >= 1 && count <= end) {
      xs.add((double) count);
    }
    budgets.forEach(budget -> xs.add(Math.rint(budget.x())));
    return xs.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
