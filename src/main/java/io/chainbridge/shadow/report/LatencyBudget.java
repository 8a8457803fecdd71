package io.chainbridge.shadow.report;

import io.chainbridge.shadow.budget.Limit;
import io.chainbridge.shadow.budget.Quantile;
import io.chainbridge.shadow.verdict.Outcome;
import io.chainbridge.shadow.verdict.Verdict;
import java.util.List;
import java.util.stream.Stream;

/**
 * A limit of the latency, as it is drawn.
 *
 * @param quantile that it limits
 * @param millis what it must stay below
 * @param outcome what became of it
 */
record LatencyBudget(Quantile quantile, double millis, Outcome outcome) {

  /** Those of an endpoint over the whole run, by ascending quantile. */
  static List<LatencyBudget> of(Verdict verdict, String endpoint) {
    return verdict.outcomes().stream()
        .filter(outcome -> outcome.phase().isEmpty() && outcome.endpoint().equals(endpoint))
        .flatMap(LatencyBudget::of)
        .toList();
  }

  private static Stream<LatencyBudget> of(Outcome outcome) {
    return LimitName.limit(outcome.limit())
        .flatMap(Limit::quantile)
        .map(quantile -> new LatencyBudget(quantile, outcome.budget(), outcome))
        .stream();
  }

  /** Where it is on the axis of a {@link CurveChart}. */
  double x() {
    return 1 / quantile.tail();
  }

  /** Such as {@code p95 < 75 ms}. */
  String text() {
    return LimitName.of(quantile) + " " + Figures.budget(outcome);
  }
}
