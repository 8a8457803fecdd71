package io.chainbridge.shadow.verdict;

import static io.chainbridge.shadow.record.RunSample.measured;
import static io.chainbridge.shadow.verdict.ShapeVerdicts.GOOD;
import static io.chainbridge.shadow.verdict.ShapeVerdicts.SLOW;
import static io.chainbridge.shadow.verdict.ShapeVerdicts.gate;
import static io.chainbridge.shadow.verdict.ShapeVerdicts.last;
import static io.chainbridge.shadow.verdict.ShapeVerdicts.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import io.chainbridge.shadow.budget.Gate;
import io.chainbridge.shadow.budget.ShapeLimits;
import io.chainbridge.shadow.record.EndpointRecord;
import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.record.ShapedRun;
import io.chainbridge.shadow.record.Timeline;
import io.chainbridge.shadow.record.TimelineSample;
import io.chainbridge.shadow.settings.Shape;
import io.chainbridge.shadow.verdict.Outcome.Result;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a soak is judged, and whether it finds a drift. */
class SoakVerdictTest {
  @ParameterizedTest
  @CsvSource({"0.3, PASSED, MET", "0.2, BREACHED, BREACHED"})
  void latenciesMustGrowByLessThanTheLimit(double limit, Verdict.Status status, Result result) {
    RunRecord run = soak(GOOD).timeline(growing(36)).record();
    double growth = Drift.of(run.timeline(), "stats").growth().orElseThrow();
    Verdict verdict = Verdict.of(run, drift(limit));
    assertThat(growth).isBetween(0.2, 0.3);
    assertThat(verdict.status()).isEqualTo(status);
    assertThat(last(verdict))
        .isEqualTo(
            new Outcome(
                "",
                "stats",
                Outcome.MAX_DRIFT,
                limit,
                OptionalDouble.of(growth),
                result,
                new Evidence.None()));
    assertThat(Verdict.of(run, drift(growth)).status())
        .as("a limit is met below it only")
        .isEqualTo(Verdict.Status.BREACHED);
  }

  @Test
  void withoutALimitTheDriftIsFoundAndNotJudged() {
    Verdict verdict = verdict(soak(GOOD).timeline(growing(36)).record());
    assertThat(verdict.status()).isEqualTo(Verdict.Status.PASSED);
    assertThat(verdict.findings()).hasSize(1).allMatch(Finding.SoakDrift.class::isInstance);
    assertThat(verdict.outcomes()).extracting(Outcome::limit).doesNotContain(Outcome.MAX_DRIFT);
  }

  @Test
  void aRunTooShortToTellIsNoPass() {
    Verdict verdict = Verdict.of(soak(GOOD).timeline(growing(17)).record(), drift(0.3));
    assertThat(last(verdict).result()).isEqualTo(Result.NO_DATA);
    assertThat(verdict.status()).isEqualTo(Verdict.Status.NO_DATA);
  }

  @Test
  void theBudgetsHoldForASoakAsForAnyRun() {
    assertThat(Verdict.of(soak(SLOW).timeline(growing(36)).record(), drift(0.3)).status())
        .isEqualTo(Verdict.Status.BREACHED);
  }

  private ShapedRun soak(EndpointRecord measured) {
    return new ShapedRun(Shape.SOAK).endpoints(measured);
  }

  private Gate drift(double limit) {
    return gate(
        new ShapeLimits(
            Optional.empty(),
            Optional.empty(),
            OptionalDouble.of(limit),
            OptionalDouble.empty(),
            OptionalDouble.empty()));
  }

  private Timeline growing(int blocks) {
    TimelineSample sample = new TimelineSample(Duration.ofSeconds(1));
    for (int i = 0; i < blocks * 30; i++) {
      sample.add(i / 30, "stats", 100 + i / 30, true);
    }
    sample.withSlices(blocks + 1);
    return sample.timeline();
  }
}
