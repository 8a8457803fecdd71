package io.chainbridge.shadow.verdict;

import static io.chainbridge.shadow.record.ShapedRun.IN_TIME;
import static io.chainbridge.shadow.verdict.ShapeVerdicts.GOOD;
import static io.chainbridge.shadow.verdict.ShapeVerdicts.SLOW;
import static io.chainbridge.shadow.verdict.ShapeVerdicts.gate;
import static io.chainbridge.shadow.verdict.ShapeVerdicts.last;
import static io.chainbridge.shadow.verdict.ShapeVerdicts.told;
import static io.chainbridge.shadow.verdict.ShapeVerdicts.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import io.chainbridge.shadow.budget.Gate;
import io.chainbridge.shadow.budget.Limit;
import io.chainbridge.shadow.budget.ShapeLimits;
import io.chainbridge.shadow.record.Ending;
import io.chainbridge.shadow.record.EndpointRecord;
import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.record.ShapedRun;
import io.chainbridge.shadow.record.Timeline;
import io.chainbridge.shadow.record.TimelineSample;
import io.chainbridge.shadow.settings.Shape;
import io.chainbridge.shadow.verdict.Outcome.Result;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a peak is judged, and what comes before and after it. */
class SpikeVerdictTest {
  @Test
  void eachJudgedPhaseHasOutcomesAndTheRecoveryHasNone() {
    Verdict verdict = verdict(spike(GOOD, 3).record());
    assertThat(verdict.status()).isEqualTo(Verdict.Status.PASSED);
    assertThat(verdict.outcomes())
        .extracting(Outcome::phase)
        .containsOnly("before", "peak", "after");
    assertThat(verdict.findings())
        .containsExactly(
            new Finding.RecoveryTime(Optional.of(Duration.ofSeconds(3)), Duration.ofSeconds(1)));
  }

  @Test
  void thePeakHasTheLimitsOfItsEndpointsUnlessItHasLimitsOfItsOwn() {
    RunRecord run = spike(SLOW, 3).record();
    assertThat(verdict(run).status()).isEqualTo(Verdict.Status.BREACHED);
    Map<Limit, Double> lax = Map.of(Limit.P95_LATENCY_MS, 81.0);
    Verdict verdict = Verdict.of(run, gate(peak(lax)));
    assertThat(verdict.status()).isEqualTo(Verdict.Status.PASSED);
    assertThat(told(verdict))
        .containsSubsequence(
            "before max_failure_rate met",
            "peak p95_latency_ms met",
            "peak contract met",
            "after p95_latency_ms met")
        .doesNotContain("peak max_failure_rate met");
    assertThat(Verdict.of(run, gate(peak(Map.of(Limit.P95_LATENCY_MS, 80.0)))).status())
        .isEqualTo(Verdict.Status.BREACHED);
    assertThat(told(Verdict.of(run, gate(peak(Map.of())))))
        .filteredOn(told -> told.startsWith("peak"))
        .containsExactly("peak contract met");
  }

  private ShapeLimits peak(Map<Limit, Double> limits) {
    return new ShapeLimits(
        Optional.empty(),
        Optional.of(limits),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty());
  }

  @ParameterizedTest
  @CsvSource({"3, 4, MET", "3, 3, BREACHED", "3, 2, BREACHED", "0, 1, MET"})
  void aRecoveryMustBeShorterThanItsLimit(int slowSeconds, int limit, Result result) {
    Verdict verdict = Verdict.of(spike(GOOD, slowSeconds).record(), recovery(limit));
    assertThat(last(verdict))
        .isEqualTo(
            new Outcome(
                "",
                "",
                Outcome.MAX_RECOVERY,
                limit,
                OptionalDouble.of(slowSeconds),
                result,
                new Evidence.None()));
    assertThat(verdict.passed()).isEqualTo(result == Result.MET);
  }

  @Test
  void notToRecoverWhileTheRunLastsIsABreachWhateverTheLimit() {
    Verdict verdict = Verdict.of(spike(GOOD, 20).record(), recovery(86_400));
    assertThat(last(verdict).result()).isEqualTo(Result.BREACHED);
    assertThat(last(verdict).measured()).isEmpty();
    assertThat(verdict.findings())
        .containsExactly(new Finding.RecoveryTime(Optional.empty(), Duration.ofSeconds(1)));
  }

  @ParameterizedTest
  @CsvSource({"5, BREACHED", "86400, NO_DATA"})
  void aRunThatEndedBeforeTheServiceHadTimeToRecoverDoesNotShowThatItDidNot(
      int limit, Result result) {
    for (Ending.Kind kind : List.of(Ending.Kind.INTERRUPTED, Ending.Kind.DECIDED)) {
      Verdict verdict = Verdict.of(spike(GOOD, 20).ended(kind).record(), recovery(limit));
      assertThat(last(verdict).limit()).isEqualTo(Outcome.MAX_RECOVERY);
      assertThat(last(verdict).result()).isEqualTo(result);
    }
  }

  @ParameterizedTest
  @CsvSource({"79, NO_DATA", "80, NO_DATA", "81, BREACHED"})
  void norDoesOneThatEndedBeforeThreeWindowsAfterTheLimit(int slices, Result result) {
    TimelineSample sample = new TimelineSample(Duration.ofMillis(100));
    for (int slice = 0; slice < 200 + slices; slice++) {
      sample.add(slice, "stats", 80, true);
    }
    RunRecord run =
        spike(GOOD, 20).timeline(sample.timeline()).ended(Ending.Kind.INTERRUPTED).record();
    assertThat(last(Verdict.of(run, recovery(5))).result()).isEqualTo(result);
  }

  @Test
  void withoutAPeakThereIsNoRecovery() {
    RunRecord run =
        new ShapedRun(Shape.SPIKE)
            .phase("before", 10, GOOD)
            .ended(Ending.Kind.INTERRUPTED)
            .record();
    assertThat(Verdict.of(run, recovery(5)).findings()).isEmpty();
    assertThat(Verdict.of(run, recovery(5)).outcomes())
        .extracting(Outcome::phase)
        .containsOnly("before");
  }

  private Gate recovery(long seconds) {
    return gate(
        new ShapeLimits(
            Optional.of(Duration.ofSeconds(seconds)),
            Optional.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty()));
  }

  /** The peak is from 10 s to 20 s; the service is slow for so many seconds more. */
  private ShapedRun spike(EndpointRecord inThePeak, int slowSeconds) {
    return new ShapedRun(Shape.SPIKE)
        .phase("before", 10, GOOD)
        .phase(Gate.PEAK, 50, inThePeak)
        .phase("recovery", false, 10, IN_TIME, SLOW)
        .phase("after", 10, GOOD)
        .timeline(timeline(40, 20 + slowSeconds));
  }

  private Timeline timeline(int seconds, int goodFrom) {
    TimelineSample sample = new TimelineSample(Duration.ofSeconds(1));
    for (int second = 0; second < seconds; second++) {
      sample.add(second, "stats", second < goodFrom ? 80 : 10, true);
    }
    return sample.timeline();
  }
}
