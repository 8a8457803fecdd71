package io.chainbridge.shadow.ops;

import static io.chainbridge.shadow.metrics.Metric.CHANGE_TIME;
import static io.chainbridge.shadow.metrics.Metric.FAILURE_RATIO;
import static io.chainbridge.shadow.metrics.Metric.HEADROOM_RATIO;
import static io.chainbridge.shadow.metrics.Metric.LIMIT_BYTES;
import static io.chainbridge.shadow.metrics.Metric.LIMIT_RATIO;
import static io.chainbridge.shadow.metrics.Metric.LIMIT_RESULT;
import static io.chainbridge.shadow.metrics.Metric.LIMIT_SECONDS;
import static io.chainbridge.shadow.metrics.Metric.MEASURED_BYTES;
import static io.chainbridge.shadow.metrics.Metric.MEASURED_RATIO;
import static io.chainbridge.shadow.metrics.Metric.MEASURED_SECONDS;
import static io.chainbridge.shadow.metrics.Metric.REQUESTS;
import static io.chainbridge.shadow.metrics.Metric.REQUEST_LATENCY;
import static io.chainbridge.shadow.metrics.Metric.REQUEST_LATENCY_QUANTILES;
import static io.chainbridge.shadow.metrics.Metric.RUN_DURATION;
import static io.chainbridge.shadow.metrics.Metric.RUN_INFO;
import static io.chainbridge.shadow.metrics.Metric.RUN_START_TIME;
import static io.chainbridge.shadow.metrics.Metric.VERDICT;
import static io.chainbridge.shadow.ops.Panel.Kind.HEATMAP;
import static io.chainbridge.shadow.ops.Panel.Kind.STAT;
import static io.chainbridge.shadow.ops.Panel.Kind.TABLE;
import static io.chainbridge.shadow.ops.Panel.Kind.TIME_SERIES;
import static io.chainbridge.shadow.ops.Query.CHOSEN;
import static io.chainbridge.shadow.ops.Query.buckets;
import static io.chainbridge.shadow.ops.Query.ofBranches;
import static io.chainbridge.shadow.ops.Query.series;

import io.chainbridge.shadow.metrics.Metric;
import java.util.ArrayList;
import java.util.List;

/** What the dashboard shows, by the names that the program exports. */
public final class Dashboard {
  /** Part of its address in Grafana. */
  static final String UID = "shadow-load";

  static final String TITLE = "Shadow Load";

  /** Panels with a title above them. */
  record Row(String title, List<Panel> panels) {}

  static final List<Row> ROWS =
      List.of(
          new Row("Does the gate open?", gate()),
          new Row("Latency against its budget", latency()),
          new Row("Headroom, failures, size", headroom()),
          new Row("Branches", branches()));

  /** Where the level of a limit's figures changed, in milliseconds as Grafana wants them. */
  static final Query CHANGES =
      new Query(series(CHANGE_TIME, CHOSEN) + " * 1000", "{{endpoint}} {{limit}} changed");

  private Dashboard() {}

  /** All that panels and annotations ask for. */
  public static List<Query> queries() {
    List<Query> queries = new ArrayList<>(List.of(CHANGES));
    ROWS.forEach(row -> row.panels().forEach(panel -> queries.addAll(panel.queries())));
    return queries;
  }

  private static List<Panel> gate() {
    return List.of(
        Panel.of(
            STAT,
            "Verdict",
            "Of the newest run of each gate. Anything but passed keeps the gate closed.",
            "none",
            6,
            new Query(series(VERDICT, "gate=~\"$gate\"") + " == 1", "{{gate}}: {{verdict}}")),
        Panel.of(
            STAT,
            "Tightest headroom",
            "The part of a budget that is left, of the limit that has least. Below 0 it is breached.",
            "percentunit",
            6,
            new Query("min by (gate) (%s)".formatted(series(HEADROOM_RATIO, CHOSEN)), "{{gate}}")),
        Panel.of(
            STAT,
            "Failed requests",
            "The share of the requests that failed, at the endpoint where most did.",
            "percentunit",
            6,
            new Query("max by (gate) (%s)".formatted(series(FAILURE_RATIO, CHOSEN)), "{{gate}}")),
        Panel.of(
            STAT,
            "Since the last run",
            "How long ago the newest run of each gate ended.",
            "s",
            6,
            new Query(
                "time() - max by (gate) (%s + %s)"
                    .formatted(
                        series(RUN_START_TIME, "gate=~\"$gate\""),
                        series(RUN_DURATION, "gate=~\"$gate\"")),
                "{{gate}}")));
  }

  private static List<Panel> latency() {
    return List.of(
        againstBudget("p95", "p95_latency", "s", MEASURED_SECONDS, LIMIT_SECONDS),
        againstBudget("p99", "p99_latency", "s", MEASURED_SECONDS, LIMIT_SECONDS),
        Panel.of(
            TIME_SERIES,
            "Quantiles",
            "Of all measured requests of a run, exactly as its record counts them.",
            "s",
            8,
            new Query(series(REQUEST_LATENCY_QUANTILES, CHOSEN), "{{endpoint}} {{quantile}}")),
        Panel.of(
            HEATMAP,
            "Distribution",
            "How many requests took how long, over all chosen endpoints.",
            "s",
            12,
            new Query(
                "sum by (le) (%s) or sum(%s)"
                    .formatted(buckets(REQUEST_LATENCY, CHOSEN), series(REQUEST_LATENCY, CHOSEN)),
                "{{le}}")),
        Panel.of(
            TIME_SERIES,
            "p95 over all chosen endpoints",
            "Estimated from the histogram's buckets: good to compare, not to judge by.",
            "s",
            12,
            new Query(
                "histogram_quantile(0.95, sum by (gate, le) (%s) or sum by (gate) (%s))"
                    .formatted(buckets(REQUEST_LATENCY, CHOSEN), series(REQUEST_LATENCY, CHOSEN)),
                "{{gate}}")));
  }

  private static List<Panel> headroom() {
    return List.of(
        Panel.of(
            TIME_SERIES,
            "Headroom",
            "The part of each budget that is left. Below 10 % a breach is near.",
            "percentunit",
            12,
            new Query(series(HEADROOM_RATIO, CHOSEN), "{{endpoint}} {{phase}} {{limit}}")),
        Panel.of(
            TABLE,
            "Limits that are not met",
            "Empty where all are.",
            "none",
            12,
            new Query(
                series(LIMIT_RESULT, CHOSEN + ", result!=\"met\"") + " == 1",
                "{{endpoint}} {{phase}} {{limit}}: {{result}}")),
        againstBudget(
            "Failure rate", "max_failure_rate", "percentunit", MEASURED_RATIO, LIMIT_RATIO),
        againstBudget("Mean body size", "max_response_size", "bytes", MEASURED_BYTES, LIMIT_BYTES),
        Panel.of(
            TIME_SERIES,
            "Requests of a run",
            "How many were measured, by what became of them.",
            "short",
            8,
            new Query(series(REQUESTS, CHOSEN), "{{endpoint}} {{outcome}}")));
  }

  private static List<Panel> branches() {
    String runs = series(RUN_INFO, "gate=~\"$gate\", branch=~\"$branch\"");
    return List.of(
        byBranch("p95 by branch", "s", MEASURED_SECONDS, "p95_latency"),
        byBranch("p99 by branch", "s", MEASURED_SECONDS, "p99_latency"),
        Panel.of(
            TIME_SERIES,
            "Headroom by branch",
            "The least of all limits of a run.",
            "percentunit",
            8,
            new Query(
                "min by (gate, simulation, branch) (%s)"
                    .formatted(ofBranches(series(HEADROOM_RATIO, CHOSEN), "$branch")),
                "{{gate}} {{simulation}} {{branch}}")),
        Panel.of(
            TABLE,
            "Runs",
            "What was tested, in the chosen time.",
            "none",
            24,
            new Query(
                "last_over_time(%s[$__range])".formatted(runs),
                "{{gate}} {{simulation}} {{branch}} {{commit}}")));
  }

  private static Panel againstBudget(
      String name, String limit, String unit, Metric measured, Metric budget) {
    String chosen = CHOSEN + ", phase=\"\", limit=\"%s\"".formatted(limit);
    return Panel.of(
        TIME_SERIES,
        name + " against its budget",
        "A run breaches where the figure reaches the dashed line.",
        unit,
        8,
        new Query(series(measured, chosen), "{{endpoint}}"),
        new Query(series(budget, chosen), "{{endpoint}} " + GrafanaDashboard.BUDGET));
  }

  private static Panel byBranch(String title, String unit, Metric measured, String limit) {
    return Panel.of(
        TIME_SERIES,
        title,
        "Of the newest run at each time, by the branch that it tested.",
        unit,
        8,
        new Query(
            ofBranches(
                series(measured, CHOSEN + ", phase=\"\", limit=\"%s\"".formatted(limit)),
                "$branch"),
            "{{endpoint}} {{simulation}} {{branch}}"));
  }
}
