package io.chainbridge.shadow.verdict;

import io.chainbridge.shadow.budget.Limit;
import io.chainbridge.shadow.budget.Quantile;
import io.chainbridge.shadow.record.InjectorHealth;
import io.chainbridge.shadow.record.NoiseFloor;
import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.verdict.Outcome.Result;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Takes back breaches that the injector could not have seen: a latency budget below its noise
 * floor, or a regression that would be smaller than the differences which it finds where there are
 * none.
 */
final class Resolution {
  private Resolution() {}

  /** The outcomes of a run, such breaches inconclusive. */
  static List<Outcome> of(RunRecord record, List<Outcome> outcomes) {
    Optional<NoiseFloor> noise = record.injector().flatMap(InjectorHealth::noise);
    return noise.isEmpty()
        ? outcomes
        : outcomes.stream().map(outcome -> resolved(outcome, noise.get())).toList();
  }

  private static Outcome resolved(Outcome outcome, NoiseFloor noise) {
    if (outcome.result() != Result.BREACHED) {
      return outcome;
    }
    if (outcome.evidence() instanceof Evidence.Difference difference) {
      double limitMs = outcome.budget() * millis(difference.percentile().baseline());
      double floorMs = millis(noise.level(difference.percentile().quantile()).difference());
      return limitMs < floorMs ? unresolved(outcome, floorMs) : outcome;
    }
    return quantile(outcome)
        .map(quantile -> millis(noise.least(quantile)))
        .filter(floorMs -> outcome.budget() < floorMs)
        .map(floorMs -> unresolved(outcome, floorMs))
        .orElse(outcome);
  }

  private static Optional<Quantile> quantile(Outcome outcome) {
    return Arrays.stream(Limit.values())
        .filter(limit -> limit.key().equals(outcome.limit()))
        .findFirst()
        .flatMap(Limit::quantile);
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
