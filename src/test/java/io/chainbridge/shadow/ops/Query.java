package io.chainbridge.shadow.ops;

import static io.chainbridge.shadow.metrics.Metric.RUN_INFO;

import io.chainbridge.shadow.metrics.Metric;

/**
 * What a panel, an annotation or an alert asks Prometheus for.
 *
 * @param expression in PromQL
 * @param legend what a series is called, with its labels in double braces
 */
public record Query(String expression, String legend) {
  /** What the dashboard's own variables leave of the series. */
  static final String CHOSEN = "gate=~\"$gate\", endpoint=~\"$endpoint\"";

  /**
   * A metric's series with some labels.
   *
   * @param matchers as they stand between braces
   */
  static String series(Metric metric, String matchers) {
    return "%s{%s}".formatted(metric.fullName(), matchers);
  }

  /** The buckets of a histogram likewise. */
  static String buckets(Metric histogram, String matchers) {
    return "%s_bucket{%s}".formatted(histogram.fullName(), matchers);
  }

  /** The same series with the branch and the simulation of their run, of some branches alone. */
  static String ofBranches(String series, String branches) {
    return "%s * on (job, instance, gate) group_left (branch, simulation) %s"
        .formatted(series, series(RUN_INFO, "branch=~\"%s\"".formatted(branches)));
  }
}
