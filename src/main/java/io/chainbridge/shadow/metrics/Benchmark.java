package io.chainbridge.shadow.metrics;

import io.chainbridge.shadow.budget.Limit;
import io.chainbridge.shadow.budget.Quantile;
import io.chainbridge.shadow.record.EndpointRecord;
import io.chainbridge.shadow.record.Latencies;
import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.trend.PastRun;
import io.chainbridge.shadow.verdict.Evidence;
import io.chainbridge.shadow.verdict.Outcome;
import io.chainbridge.shadow.verdict.Verdict;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * A figure as tools that follow benchmarks from commit to commit take it: of one limit, smaller is
 * better. A least capacity, of which more is better, is none; nor is a contract. Such tools divide
 * a figure by the one before, so that none is negative: a regression and a drift are told as the
 * factor to what they are compared with.
 *
 * @param endpoint its name, or that of the gate where it is about all of them; with the phase, if
 *     it is of one
 * @param measure the limit's name, such as {@code p95_latency}
 * @param unit such as {@code ms}
 * @param value what was measured
 * @param interval where the true figure lies at 95 % confidence or more; empty where that is not
 *     known
 */
record Benchmark(
    String endpoint, String measure, String unit, double value, Optional<Interval> interval) {
  private static final double TAIL = 0.025;

  /** Both ends in the unit. */
  record Interval(double lower, double upper) {}

  /**
   * All of a run, in the verdict's order; none where its figures are not the service's, since a
   * tool would hold the next run against them.
   */
  static List<Benchmark> of(RunRecord run, Verdict verdict) {
    return PastRun.of(run, verdict).tells()
        ? verdict.outcomes().stream().flatMap(outcome -> of(run, outcome).stream()).toList()
        : List.of();
  }

  private static Optional<Benchmark> of(RunRecord run, Outcome outcome) {
    if (outcome.measured().isEmpty() || outcome.limit().equals(Outcome.MIN_CAPACITY)) {
      return Optional.empty();
    }
    String place = outcome.endpoint().isEmpty() ? run.gate() : outcome.endpoint();
    return unit(outcome.limit())
        .map(
            unit ->
                new Benchmark(
                    outcome.phase().isEmpty() ? place : place + " " + outcome.phase(),
                    BaseUnit.name(outcome.limit()),
                    unit,
                    outcome.measured().getAsDouble() + base(outcome.limit()),
                    interval(run, outcome)));
  }

  /** The limit's own, in which budgets are written. */
  private static Optional<String> unit(String limit) {
    return BaseUnit.of(limit)
        .map(
            base ->
                switch (base) {
                  case SECONDS -> limit.equals(Outcome.MAX_RECOVERY) ? "s" : "ms";
                  case BYTES -> "KB";
                  case RATIO -> base(limit) == 0 ? "ratio" : "factor";
                  case PER_SECOND -> "1/s";
                });
  }

  /** What a figure is told from: 1 for a change, as large as what it is a change of. */
  private static int base(String limit) {
    boolean change = limit.equals(Outcome.MAX_DRIFT) || Outcome.regressing(limit).isPresent();
    return change ? 1 : 0;
  }

  private static Optional<Interval> interval(RunRecord run, Outcome outcome) {
    if (outcome.evidence() instanceof Evidence.Difference difference) {
      return difference
          .percentile()
          .interval()
          .map(range -> new Interval(1 + range.least(), 1 + range.most()));
    }
    return Limit.find(outcome.limit())
        .filter(limit -> outcome.phase().isEmpty())
        .flatMap(Limit::quantile)
        .flatMap(quantile -> interval(run, outcome.endpoint(), quantile));
  }

  private static Optional<Interval> interval(RunRecord run, String endpoint, Quantile quantile) {
    return run.endpoints().stream()
        .filter(one -> one.name().equals(endpoint))
        .map(EndpointRecord::latencies)
        .findFirst()
        .flatMap(latencies -> interval(latencies, quantile));
  }

  /**
   * Between two of the sorted latencies: how many lie below the quantile is binomial, whatever the
   * distribution (W. J. Conover, "Practical Nonparametric Statistics", 3.2). Empty where the sample
   * is too small to have such two.
   */
  static Optional<Interval> interval(Latencies latencies, Quantile quantile) {
    long count = latencies.count();
    if (count == 0 || count > Integer.MAX_VALUE) {
      return Optional.empty();
    }
    BinomialDistribution below = BinomialDistribution.of((int) count, quantile.percent() / 100);
    int first = below.inverseCumulativeProbability(TAIL) - 1;
    int last = below.inverseCumulativeProbability(1 - TAIL);
    if (first < 0 || last >= count) {
      return Optional.empty();
    }
    double[] millis =
        latencies.at((double) first / count, (double) last / count).stream()
            .mapToDouble(latency -> latency.toNanos() / 1e6)
            .toArray();
    return Optional.of(new Interval(millis[0], millis[1]));
  }
}
