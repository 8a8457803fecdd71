package io.chainbridge.shadow.verdict;

import static io.chainbridge.shadow.record.RunSample.endpoint;
import static io.chainbridge.shadow.record.RunSample.ko;
import static io.chainbridge.shadow.record.RunSample.measured;
import static io.chainbridge.shadow.record.RunSample.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.chainbridge.shadow.budget.Endpoint;
import io.chainbridge.shadow.budget.Gate;
import io.chainbridge.shadow.budget.Limit;
import io.chainbridge.shadow.budget.OnInconclusive;
import io.chainbridge.shadow.budget.ShapeLimits;
import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.record.RunSample;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** How runs are judged that were to go on until their limits are proven. */
class ProofOnDemandTest {
  private static final Endpoint STATS = endpoint("stats", Map.of(Limit.P95_LATENCY_MS, 75.0));

  @ParameterizedTest
  @CsvSource({
    "81, 0, 0.95, MET",
    "80, 0, 0.95, INCONCLUSIVE",
    "81, 0, 0.99, INCONCLUSIVE",
    "116, 0, 0.99, MET",
    "950, 50, 0.95, INCONCLUSIVE",
    "1, 1, 0.95, INCONCLUSIVE",
    "0, 4, 0.95, BREACHED",
    "800, 200, 0.95, BREACHED"
  })
  void aLimitIsMetOrBreachedOnlyIfThatIsProven(
      int quick, int slow, double confidence, Outcome.Result result) {
    Outcome outcome =
        verdict(confidence, OnInconclusive.WARN, ok(quick, 5), ok(slow, 75)).outcomes().get(0);
    assertThat(outcome.result()).isEqualTo(result);
    Evidence.Proportion proof = (Evidence.Proportion) outcome.evidence();
    assertThat(proof.onDemand()).isTrue();
    assertThat(proof.confidence()).isEqualTo(confidence);
    assertThat(proof.proof())
        .isEqualTo(
            switch (result) {
              case MET -> Evidence.Proof.PROVEN;
              case BREACHED -> Evidence.Proof.REFUTED;
              case INCONCLUSIVE, NO_DATA -> Evidence.Proof.NOT_PROVEN;
            });
  }

  @ParameterizedTest
  @CsvSource({"PASS, true, false", "WARN, true, true", "FAIL, false, false"})
  void theGateSaysWhetherAnInconclusiveRunPasses(
      OnInconclusive onInconclusive, boolean passes, boolean warns) {
    Verdict verdict = verdict(0.95, onInconclusive, ok(20, 5));
    assertThat(verdict.status()).isEqualTo(Verdict.Status.INCONCLUSIVE);
    assertThat(verdict.passed()).isEqualTo(passes);
    assertThat(verdict.warns()).isEqualTo(warns);
  }

  @ParameterizedTest
  @EnumSource
  void whatIsProvenDoesNotDependOnIt(OnInconclusive onInconclusive) {
    assertThat(verdict(0.95, onInconclusive, ok(500, 5)).passed()).isTrue();
    assertThat(verdict(0.95, onInconclusive, ok(500, 80)).passed()).isFalse();
    assertThat(verdict(0.95, onInconclusive, ok(500, 5)).warns()).isFalse();
  }

  @Test
  void aLackOfDataWeighsMoreThanALackOfProof() {
    assertThat(verdict(0.95, OnInconclusive.PASS, ko(10, 5, "503")).status())
        .isEqualTo(Verdict.Status.NO_DATA);
  }

  private static Verdict verdict(
      double confidence, OnInconclusive onInconclusive, RunSample.Requests... requests) {
    RunRecord run = RunSample.untilProven(confidence, measured(STATS, requests));
    return Verdict.of(
        run,
        new Gate(
            "shadow",
            "/health",
            Map.of(),
            ShapeLimits.NONE,
            List.of(),
            onInconclusive,
            List.of(STATS)));
  }
}
