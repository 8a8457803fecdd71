package io.chainbridge.shadow.verdict;

import io.chainbridge.shadow.budget.Limit;
import io.chainbridge.shadow.record.InjectorHealth;
import io.chainbridge.shadow.record.NoiseFloor;
import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.verdict.Outcome.Result;
import java.time.Duration;
import java.util.Optional;

/**
 * Takes back breaches that the injector cannot have seen: of a latency budget below its noise floor
 * by less than that floor, and of a regression that may be smaller than the differences which it
 * finds where there are none. What lies further beyond is a breach, whatever the noise.
 */
final class Resolution {
  private Resolution() {}

  /** What the injector could resolve, where that was looked at. */
  static Optional<NoiseFloor> noise(RunRecord record) {
    return record.injector().flatMap(InjectorHealth::noise);
  }

  /** The outcome, inconclusive if it is such a breach. */
  static Outcome of(Outcome outcome, Optional<NoiseFloor> noise) {
    return noise.isEmpty() || outcome.result() != Result.BREACHED
        ? outcome
        : of(outcome, noise.get());
  }

  private static Outcome of(Outcome outcome, NoiseFloor noise) {
    if (outcome.evidence() instanceof Evidence.Difference difference) {
      Comparison.Percentile percentile = difference.percentile();
      double floorMs = millis(noise.level(percentile.quantile()).difference());
      double leastMs =
          percentile.interval().map(Comparison.Range::least).orElse(0.0)
              * millis(percentile.baseline());
      return leastMs < floorMs ? unresolved(outcome, floorMs) : outcome;
    }
    return Limit.find(outcome.limit())
        .flatMap(Limit::quantile)
        .map(quantile -> millis(noise.least(quantile)))
        .filter(floorMs -> outcome.budget() < floorMs)
        .filter(floorMs -> outcome.measured().orElse(0) < outcome.budget() + floorMs)
        .map(floorMs -> unresolved(outcome, floorMs))
        .orElse(outcome);
  }

  private static Outcome unresolved(Outcome outcome, double floorMs) {
    return new Outcome(
        outcome.phase(),
        outcome.endpoint(),
        outcome.limit(),
        outcome.budget(),
        outcome.measured(),
        Result.INCONCLUSIVE,
        new Evidence.BelowNoise(outcome.evidence(), floorMs));
  }

  private static double millis(Duration duration) {
    return duration.toNanos() / 1e6;
  }
}
