package io.chainbridge.shadow.verdict;

import static io.chainbridge.shadow.record.RunSample.broken;
import static io.chainbridge.shadow.record.RunSample.endpoint;
import static io.chainbridge.shadow.record.RunSample.ko;
import static io.chainbridge.shadow.record.RunSample.measured;
import static io.chainbridge.shadow.record.RunSample.ok;
import static io.chainbridge.shadow.record.RunSample.sizes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chainbridge.shadow.budget.Endpoint;
import io.chainbridge.shadow.budget.Gate;
import io.chainbridge.shadow.budget.Limit;
import io.chainbridge.shadow.budget.OnInconclusive;
import io.chainbridge.shadow.budget.ShapeLimits;
import io.chainbridge.shadow.contract.Violation;
import io.chainbridge.shadow.record.EndpointRecord;
import io.chainbridge.shadow.record.LatencyPair;
import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.record.RunSample;
import io.chainbridge.shadow.verdict.Outcome.Result;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** How a target is judged beside its baseline. */
class CompareVerdictTest {
  private static final Endpoint STATS =
      endpoint("stats", Map.of(Limit.P95_LATENCY_MS, 75.0, Limit.MAX_FAILURE_RATE, 0.05));
  private static final EndpointRecord WELL = measured(STATS, ok(1_000, 200));

  @Test
  void latenciesOverTheirBudgetAreNoBreachWhereTheBaselineHasThemToo() {
    Verdict verdict = verdict(OptionalDouble.empty(), 1, WELL, WELL);
    assertThat(verdict.status()).isEqualTo(Verdict.Status.PASSED);
    assertThat(verdict.outcomes())
        .extracting(Outcome::limit)
        .containsExactly(
            "p50_regression",
            "p95_regression",
            "p99_regression",
            "max_failure_rate",
            Outcome.CONTRACT);
  }

  @Test
  void aRegressionWhoseIntervalLiesBeyondTheLimitIsABreach() {
    assertThat(results(OptionalDouble.empty(), 1.3))
        .containsExactly(Result.BREACHED, Result.BREACHED, Result.BREACHED);
  }

  @Test
  void oneOverTheLimitWhoseIntervalDoesNotIsNone() {
    Verdict verdict =
        verdict(OptionalDouble.of(0.1), PairedLatencies.WIDE, 1.15, List.of(WELL), WELL);
    assertThat(verdict.outcomes().get(0).measured().getAsDouble()).isGreaterThan(0.1);
    assertThat(verdict.status()).isEqualTo(Verdict.Status.PASSED);
  }

  @Test
  void theBudgetFileSaysHowMuchItMayBe() {
    assertThat(results(OptionalDouble.of(0.5), 1.3))
        .containsExactly(Result.MET, Result.MET, Result.MET);
    assertThat(results(OptionalDouble.of(0.01), 1.08)).contains(Result.BREACHED);
  }

  @Test
  void aTargetThatIsQuickerPasses() {
    assertThat(results(OptionalDouble.empty(), 0.5))
        .containsExactly(Result.MET, Result.MET, Result.MET);
  }

  @Test
  void allOtherLimitsHoldAsEver() {
    EndpointRecord failing =
        measured(STATS, ok(940, 20), ko(60, 1, "status 200 expected, found 503"));
    assertThat(verdict(OptionalDouble.empty(), 1, WELL, failing).status())
        .isEqualTo(Verdict.Status.BREACHED);
    Violation violation =
        new Violation("/delta", "/delta", "string", "number", List.of(), Optional.empty());
    EndpointRecord broken =
        measured(STATS, sizes(2_048), List.of(broken(violation, 1)), ok(1_000, 20));
    assertThat(verdict(OptionalDouble.empty(), 1, WELL, broken).status())
        .isEqualTo(Verdict.Status.BREACHED);
  }

  @Test
  void howABaselineFailsIsNoBreachOfTheTarget() {
    EndpointRecord failing =
        measured(STATS, ok(900, 20), ko(100, 1, "status 200 expected, found 503"));
    assertThat(verdict(OptionalDouble.empty(), 1, failing, WELL).status())
        .isEqualTo(Verdict.Status.PASSED);
  }

  @Test
  void withoutASuccessThereIsNothingToCompare() {
    EndpointRecord dead = measured(STATS, ko(1_000, 1, "status 200 expected, found 503"));
    assertThat(verdict(OptionalDouble.empty(), 1, dead, WELL).status())
        .isEqualTo(Verdict.Status.NO_DATA);
    assertThat(verdict(OptionalDouble.empty(), 1, WELL, dead).outcomes().get(0).result())
        .isEqualTo(Result.NO_DATA);
  }

  @Test
  void withoutAPairThereIsNothingToCompare() {
    RunRecord run = RunSample.compared(List.of(WELL), Map.of(), WELL);
    assertThat(Verdict.of(run, gate(OptionalDouble.empty())).status())
        .isEqualTo(Verdict.Status.NO_DATA);
  }

  @Test
  void aRecordWithoutABaselineIsRefused() {
    RunRecord run =
        RunSample.beside(RunSample.compared(List.of(WELL), Map.of(), WELL), Optional.empty());
    assertThatThrownBy(() -> Verdict.of(run, gate(OptionalDouble.empty())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the record has no baseline");
  }

  private static List<Result> results(OptionalDouble limit, double slower) {
    return verdict(limit, slower, WELL, WELL).outcomes().stream()
        .limit(3)
        .map(Outcome::result)
        .toList();
  }

  private static Verdict verdict(
      OptionalDouble limit, double slower, EndpointRecord baseline, EndpointRecord target) {
    return verdict(limit, PairedLatencies.STEADY, slower, List.of(baseline), target);
  }

  private static Verdict verdict(
      OptionalDouble limit,
      PairedLatencies latencies,
      double slower,
      List<EndpointRecord> baseline,
      EndpointRecord target) {
    List<LatencyPair> pairs = latencies.draw(1_000, slower, new Random(42));
    return Verdict.of(RunSample.compared(baseline, Map.of("stats", pairs), target), gate(limit));
  }

  private static Gate gate(OptionalDouble maxRegression) {
    ShapeLimits shapes =
        new ShapeLimits(
            Optional.empty(),
            Optional.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            maxRegression);
    return new Gate(
        "shadow", "/health", Map.of(), shapes, List.of(), OnInconclusive.WARN, List.of(STATS));
  }
}
