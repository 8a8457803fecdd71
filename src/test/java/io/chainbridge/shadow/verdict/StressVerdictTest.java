package io.chainbridge.shadow.verdict;

import static io.chainbridge.shadow.verdict.ShapeVerdicts.FAILING;
import static io.chainbridge.shadow.verdict.ShapeVerdicts.GOOD;
import static io.chainbridge.shadow.verdict.ShapeVerdicts.NOTHING;
import static io.chainbridge.shadow.verdict.ShapeVerdicts.SLOW;
import static io.chainbridge.shadow.verdict.ShapeVerdicts.told;
import static io.chainbridge.shadow.verdict.ShapeVerdicts.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import io.chainbridge.shadow.record.Ending;
import io.chainbridge.shadow.record.EndpointRecord;
import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.record.ShapedRun;
import io.chainbridge.shadow.settings.Shape;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How a climb of rates is judged, and what it finds. */
class StressVerdictTest {
  @Test
  void aClimbWithoutABreachPassesAndItsLastStepIsGood() {
    Verdict verdict =
        verdict(stress().phase("step 1", 10, GOOD).phase("step 2", 20, GOOD).record());
    assertThat(verdict.status()).isEqualTo(Verdict.Status.PASSED);
    assertThat(told(verdict))
        .containsExactly(
            "step 1 p95_latency_ms met",
            "step 1 max_failure_rate met",
            "step 1 contract met",
            "step 2 p95_latency_ms met",
            "step 2 max_failure_rate met",
            "step 2 contract met");
    assertThat(verdict.findings())
        .containsExactly(
            new Finding.Steps(Optional.of(new Finding.Step("step 2", 20)), Optional.empty()));
  }

  @Test
  void theFirstStepThatBreaksCountsEvenIfALaterOneIsGood() {
    Verdict verdict =
        verdict(
            stress()
                .phase("step 1", 10, GOOD)
                .phase("step 2", 20, SLOW)
                .phase("step 3", 30, GOOD)
                .record());
    assertThat(verdict.status()).isEqualTo(Verdict.Status.BREACHED);
    assertSteps(verdict, "step 1", "step 2", "p95_latency_ms");
  }

  @Test
  void aFirstStepThatBreaksLeavesNoGoodOne() {
    assertSteps(
        verdict(stress().phase("step 1", 10, SLOW).record()), null, "step 1", "p95_latency_ms");
  }

  @Test
  void aStepWithoutASuccessIsBrokenThoughItsLatencyIsNone() {
    assertSteps(
        verdict(stress().phase("step 1", 10, GOOD).phase("step 2", 20, FAILING).record()),
        "step 1",
        "step 2",
        "p95_latency_ms max_failure_rate contract");
  }

  @ParameterizedTest
  @EnumSource(names = {"INTERRUPTED", "INCOMPLETE", "DECIDED"})
  void aStepThatWasCutIsNeitherGoodNorBrokenByWhatItHasNot(Ending.Kind kind) {
    for (EndpointRecord cut : List.of(GOOD, NOTHING)) {
      RunRecord run =
          stress().phase("step 1", 10, GOOD).phase("step 2", 20, cut).ended(kind).record();
      assertSteps(verdict(run), "step 1", null, "");
    }
  }

  @Test
  void aStepThatWasCutAfterItsBreachWasCertainIsBroken() {
    RunRecord run =
        stress()
            .phase("step 1", 10, GOOD)
            .phase("step 2", 20, SLOW)
            .ended(Ending.Kind.DECIDED)
            .record();
    assertThat(verdict(run).status()).isEqualTo(Verdict.Status.BREACHED);
    assertThat(verdict(run).reason()).isEqualTo("why");
    assertSteps(verdict(run), "step 1", "step 2", "p95_latency_ms");
  }

  @Test
  void withoutAStepNothingIsFound() {
    Verdict verdict = verdict(stress().ended(Ending.Kind.UNREACHABLE).record());
    assertThat(verdict.findings()).isEmpty();
    assertThat(verdict.status()).isEqualTo(Verdict.Status.NO_DATA);
  }

  private ShapedRun stress() {
    return new ShapedRun(Shape.STRESS);
  }

  private void assertSteps(
      Verdict verdict, @Nullable String good, @Nullable String broken, String limits) {
    Finding.Steps steps = (Finding.Steps) verdict.findings().get(0);
    assertThat(verdict.findings()).hasSize(1);
    assertThat(steps.lastGood().map(Finding.Step::name)).isEqualTo(Optional.ofNullable(good));
    assertThat(steps.firstBroken().map(Finding.Broken::name))
        .isEqualTo(Optional.ofNullable(broken));
    assertThat(steps.firstBroken().stream().flatMap(b -> b.outcomes().stream()).map(Outcome::limit))
        .containsExactly(limits.isEmpty() ? new String[0] : limits.split(" "));
  }
}
