package io.chainbridge.shadow.verdict;

import static io.chainbridge.shadow.record.RunSample.endpoint;
import static io.chainbridge.shadow.record.RunSample.ko;
import static io.chainbridge.shadow.record.RunSample.measured;
import static io.chainbridge.shadow.record.RunSample.ok;
import static io.chainbridge.shadow.record.ShapedRun.arrivals;
import static io.chainbridge.shadow.verdict.ShapeVerdicts.GOOD;
import static io.chainbridge.shadow.verdict.ShapeVerdicts.SLOW;
import static io.chainbridge.shadow.verdict.ShapeVerdicts.STATS;
import static io.chainbridge.shadow.verdict.ShapeVerdicts.gate;
import static io.chainbridge.shadow.verdict.ShapeVerdicts.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import io.chainbridge.shadow.budget.Endpoint;
import io.chainbridge.shadow.budget.Gate;
import io.chainbridge.shadow.budget.Limit;
import io.chainbridge.shadow.budget.OnInconclusive;
import io.chainbridge.shadow.budget.ShapeLimits;
import io.chainbridge.shadow.record.Ending;
import io.chainbridge.shadow.record.EndpointRecord;
import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.record.ShapedRun;
import io.chainbridge.shadow.settings.Shape;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is the fault of the injector is not the service's. */
class InvalidVerdictTest {
  private static final String LATE =
      "the injector could not keep up: of 100 arrivals planned, 10.0 a second, 3 came 100 ms or"
          + " more too late and 2 not at all";

  @Test
  void arrivalsThatAreLateMakeARunInvalidEvenIfItPasses() {
    for (EndpointRecord measured : List.of(GOOD, SLOW)) {
      Verdict verdict =
          verdict(
              new ShapedRun(Shape.LOAD)
                  .endpoints(measured)
                  .arrivals(arrivals(100, 98, 3))
                  .record());
      assertThat(verdict.status()).isEqualTo(Verdict.Status.INVALID);
      assertThat(verdict.reason()).isEqualTo(LATE);
      assertThat(verdict.passed()).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "100, 0, PASSED",
    "98, 2, PASSED",
    "96, 0, PASSED",
    "95, 0, INVALID",
    "100, 5, INVALID"
  })
  void oneInTwentyIsTooMany(long made, long late, Verdict.Status status) {
    assertThat(
            verdict(
                    new ShapedRun(Shape.LOAD)
                        .endpoints(GOOD)
                        .arrivals(arrivals(100, made, late))
                        .record())
                .status())
        .isEqualTo(status);
  }

  @Test
  void onePhaseIsEnoughButNotOneThatIsNotJudged() {
    ShapedRun run =
        new ShapedRun(Shape.STRESS)
            .phase("step 1", 10, GOOD)
            .phase("calm", false, 10, arrivals(100, 50, 0), GOOD)
            .arrivals(arrivals(300, 100, 0));
    assertThat(verdict(run.record()).status())
        .as("of a run with phases each counts by itself")
        .isEqualTo(Verdict.Status.PASSED);
    run.phase("step 2", true, 20, arrivals(100, 98, 3), GOOD);
    assertThat(verdict(run.record()).status()).isEqualTo(Verdict.Status.INVALID);
    assertThat(verdict(run.record()).reason()).isEqualTo("step 2: " + LATE);
  }

  @ParameterizedTest
  @CsvSource({
    "0.9, true, INVALID",
    "0.89, true, BREACHED",
    "0.9, false, PASSED",
    "1, false, PASSED"
  })
  void anExhaustedProcessorMakesABreachInvalidButNoPass(
      double cpu, boolean slow, Verdict.Status status) {
    Verdict verdict =
        verdict(new ShapedRun(Shape.LOAD).endpoints(slow ? SLOW : GOOD).processCpu(cpu).record());
    assertThat(verdict.status()).isEqualTo(status);
    assertThat(verdict.reason())
        .isEqualTo(
            status == Verdict.Status.INVALID
                ? "the injector used 90 % of all processors, so that the breach may be its own"
                : "");
  }

  @Test
  void aLackOfDataIsNoBreachThatTheInjectorCouldHaveCaused() {
    Endpoint latencyOnly = endpoint("stats", Map.of(Limit.P95_LATENCY_MS, 75.0));
    RunRecord run =
        new ShapedRun(Shape.LOAD)
            .endpoints(measured(latencyOnly, ko(20, 1, "503")))
            .processCpu(1)
            .record();
    Gate gate =
        new Gate(
            "shadow",
            "/health",
            Map.of(),
            ShapeLimits.NONE,
            List.of(),
            OnInconclusive.WARN,
            List.of(latencyOnly));
    assertThat(Verdict.of(run, gate).status()).isEqualTo(Verdict.Status.NO_DATA);
  }

  @ParameterizedTest
  @CsvSource({
    "DECIDED, INVALID",
    "INTERRUPTED, INTERRUPTED",
    "INCOMPLETE, INCOMPLETE",
    "UNREACHABLE, NO_DATA"
  })
  void howARunEndedWeighsMoreUnlessItEndedInOrder(Ending.Kind kind, Verdict.Status status) {
    Verdict verdict =
        verdict(
            new ShapedRun(Shape.LOAD)
                .endpoints(SLOW)
                .arrivals(arrivals(100, 98, 3))
                .ended(kind)
                .record());
    assertThat(verdict.status()).isEqualTo(status);
    assertThat(verdict.reason()).isEqualTo(kind == Ending.Kind.DECIDED ? LATE : "why");
  }

  @ParameterizedTest
  @CsvSource({"10, PASSED", "80, BREACHED"})
  void aRunThatWasDecidedIsJudgedLikeACompleteOne(long millis, Verdict.Status status) {
    Verdict verdict =
        verdict(
            new ShapedRun(Shape.LOAD)
                .endpoints(measured(STATS, ok(20, millis)))
                .ended(Ending.Kind.DECIDED)
                .record());
    assertThat(verdict.status()).isEqualTo(status);
    assertThat(verdict.reason()).isEqualTo("why");
  }
}
