package io.chainbridge.shadow.ops;

import static io.chainbridge.shadow.metrics.Metric.HEADROOM_RATIO;
import static io.chainbridge.shadow.metrics.Metric.LIMIT_RATIO;
import static io.chainbridge.shadow.metrics.Metric.LIMIT_SECONDS;
import static io.chainbridge.shadow.metrics.Metric.MEASURED_RATIO;
import static io.chainbridge.shadow.metrics.Metric.MEASURED_SECONDS;
import static io.chainbridge.shadow.metrics.Metric.RUN_START_TIME;
import static io.chainbridge.shadow.metrics.Metric.VERDICT;
import static io.chainbridge.shadow.ops.Query.ofBranches;
import static io.chainbridge.shadow.ops.Query.series;

import io.chainbridge.shadow.metrics.Metric;
import java.util.List;

/**
 * What someone is to be told of, about runs of the main branch.
 *
 * @param uid of Grafana, unique
 * @param title what it is
 * @param expression in PromQL: 1 for each series to be told of, 0 for the others
 * @param severity {@code critical} or {@code warning}
 * @param summary one sentence, with labels in Grafana's notation
 */
public record Alert(String uid, String title, String expression, String severity, String summary) {
  private static final String MAIN = "main|master";
  private static final String WHOLE_RUN = "phase=\"\"";
  private static final String OF_A_LIMIT = "on (job, instance, gate, endpoint, limit)";

  public static final List<Alert> ALL =
      List.of(
          overBudget("p95", "p95_latency", MEASURED_SECONDS, LIMIT_SECONDS),
          overBudget("p99", "p99_latency", MEASURED_SECONDS, LIMIT_SECONDS),
          overBudget("failure-rate", "max_failure_rate", MEASURED_RATIO, LIMIT_RATIO),
          new Alert(
              "shadow-load-headroom",
              "Less than 10 % of a budget is left",
              onMain("(%s < bool 0.1)".formatted(series(HEADROOM_RATIO, WHOLE_RUN))),
              "warning",
              "{{ $labels.limit }} of {{ $labels.endpoint }} (gate {{ $labels.gate }}) is near its"
                  + " budget."),
          new Alert(
              "shadow-load-verdict",
              "The gate is closed",
              onMain("(%s == bool 0)".formatted(series(VERDICT, "verdict=\"passed\""))),
              "critical",
              "The newest run of gate {{ $labels.gate }} has not passed."),
          new Alert(
              "shadow-load-silence",
              "No run for a week",
              "(time() - %s) > bool 604800".formatted(RUN_START_TIME.fullName()),
              "warning",
              "Gate {{ $labels.gate }} has not been run for a week."));

  private static Alert overBudget(String name, String limit, Metric measured, Metric budget) {
    String ofLimit = "limit=\"%s\", %s".formatted(limit, WHOLE_RUN);
    return new Alert(
        "shadow-load-" + name,
        "The %s reaches its budget".formatted(name.replace('-', ' ')),
        onMain(
            "(%s >= bool %s %s)"
                .formatted(series(measured, ofLimit), OF_A_LIMIT, series(budget, ofLimit))),
        "critical",
        "The %s of {{ $labels.endpoint }} (gate {{ $labels.gate }}) has reached its budget."
            .formatted(name.replace('-', ' ')));
  }

  private static String onMain(String expression) {
    return ofBranches(expression, MAIN);
  }
}
