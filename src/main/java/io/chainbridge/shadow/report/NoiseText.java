package io.chainbridge.shadow.report;

import io.chainbridge.shadow.budget.Quantile;
import io.chainbridge.shadow.record.InjectorHealth;
import io.chainbridge.shadow.record.NoiseFloor;
import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.verdict.Evidence;
import io.chainbridge.shadow.verdict.Outcome;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the injector could resolve, in words. */
final class NoiseText {
  private NoiseText() {}

  /** Such as {@code differences under 1 ms of p50, 1 ms of p95, 2.3 ms of p99 are noise here}. */
  static Optional<String> of(RunRecord run) {
    return run.injector()
        .flatMap(InjectorHealth::noise)
        .map(
            noise ->
                run.baseline().isPresent()
                    ? of(q -> noise.level(q).difference())
                    : of(noise::difference));
  }

  /**
   * @param difference those of a comparison are told by the microsecond, as it is measured
   */
  private static String of(Function<Quantile, Duration> difference) {
    Duration least = difference.apply(Quantile.P50);
    boolean alike =
        Arrays.stream(Quantile.values()).allMatch(q -> difference.apply(q).equals(least));
    return "differences under %s are noise here"
        .formatted(
            alike
                ? millis(least)
                : Arrays.stream(Quantile.values())
                    .map(q -> "%s of %s".formatted(millis(difference.apply(q)), LimitName.of(q)))
                    .collect(Collectors.joining(", ")));
  }

  /** Why an outcome is no breach. */
  static String sentence(Outcome outcome, Evidence.BelowNoise noise) {
    return "%s %s: %s is over the budget of %s, but this machine cannot tell: the limit is below its noise of %s"
        .formatted(
            outcome.endpoint(),
            outcome.limit(),
            Figures.measured(outcome),
            Figures.withUnit(outcome.limit(), outcome.budget()),
            Figures.milliseconds(noise.floorMs()));
  }

  /** What the percentiles of the calibration were: {@code p50 0.12 ms, p95 0.3 ms, p99 0.8 ms}. */
  static String calibration(NoiseFloor noise) {
    return Arrays.stream(Quantile.values())
        .map(q -> "%s %s".formatted(LimitName.of(q), millis(noise.level(q).typical())))
        .collect(Collectors.joining(", "));
  }

  private static String millis(Duration duration) {
    return Figures.milliseconds(duration.toNanos() / 1e6);
  }
}
