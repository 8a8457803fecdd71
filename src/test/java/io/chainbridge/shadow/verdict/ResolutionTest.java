package io.chainbridge.shadow.verdict;

import static io.chainbridge.shadow.record.RunSample.endpoint;
import static io.chainbridge.shadow.record.RunSample.gate;
import static io.chainbridge.shadow.record.RunSample.ko;
import static io.chainbridge.shadow.record.RunSample.measured;
import static io.chainbridge.shadow.record.RunSample.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.chainbridge.shadow.budget.Endpoint;
import io.chainbridge.shadow.budget.Limit;
import io.chainbridge.shadow.record.EndpointRecord;
import io.chainbridge.shadow.record.LatencyPair;
import io.chainbridge.shadow.record.NoiseFloor;
import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.record.RunSample;
import io.chainbridge.shadow.verdict.Outcome.Result;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a breach is worth that the injector could not have seen. */
class ResolutionTest {

  /** A machine on which the percentiles take 2 ms and move by 1 ms. */
  private static Optional<NoiseFloor> noise() {
    long[] micros = new long[300];
    for (int part = 0; part < 10; part++) {
      Arrays.fill(micros, part * 30, part * 30 + 30, part < 5 ? 1_000 : 2_000);
    }
    return NoiseFloor.of(micros, 30);
  }

  @ParameterizedTest
  @CsvSource({
    "2.99, 5, INCONCLUSIVE",
    "2, 4, INCONCLUSIVE",
    "2, 5, BREACHED",
    "2.99, 90, BREACHED",
    "3, 5, BREACHED",
    "75, 90, BREACHED",
    "90.5, 90, MET"
  })
  void aLatencyThatIsOverABudgetBelowTheFloorByLessThanTheFloorOnlyWarns(
      double budget, int measured, Result result) {
    Endpoint stats = endpoint("stats", Map.of(Limit.P95_LATENCY_MS, budget));
    Verdict verdict = verdict(stats, measured(stats, ok(100, measured)), noise());
    assertThat(verdict.outcomes().get(0).result()).isEqualTo(result);
    assertThat(verdict.passed()).isEqualTo(result != Result.BREACHED);
    assertThat(verdict.warns()).isEqualTo(result == Result.INCONCLUSIVE);
  }

  @Test
  void withoutACalibrationABreachIsOne() {
    Endpoint stats = endpoint("stats", Map.of(Limit.P95_LATENCY_MS, 0.1));
    assertThat(verdict(stats, measured(stats, ok(100, 90)), Optional.empty()).status())
        .isEqualTo(Verdict.Status.BREACHED);
  }

  @Test
  void otherLimitsDoNotDependOnIt() {
    Endpoint stats = endpoint("stats", Map.of(Limit.MAX_FAILURE_RATE, 0.05));
    assertThat(verdict(stats, measured(stats, ok(80, 90), ko(20, 1, "no")), noise()).status())
        .isEqualTo(Verdict.Status.BREACHED);
  }

  /** Three tenths of 20 ms are 6 ms, and of 2 ms less than a millisecond. */
  @ParameterizedTest
  @CsvSource({"1, BREACHED", "0.1, INCONCLUSIVE"})
  void aRegressionThatWouldBeSmallerThanTheNoiseOnlyWarns(double part, Result result) {
    Endpoint stats = endpoint("stats", Map.of(Limit.MAX_FAILURE_RATE, 0.05));
    List<LatencyPair> pairs =
        PairedLatencies.STEADY.draw(1_000, 1.3, new Random(42)).stream()
            .map(
                pair ->
                    new LatencyPair(
                        Math.round(part * pair.baselineMicros()),
                        Math.round(part * pair.candidateMicros())))
            .toList();
    RunRecord run =
        RunSample.compared(
            List.of(measured(stats, ok(1_000, 20))),
            Map.of("stats", pairs),
            measured(stats, ok(1_000, 20)));
    assertThat(Verdict.of(RunSample.noisy(run, noise()), gate(stats)).outcomes().get(0).result())
        .isEqualTo(result);
  }

  private static Verdict verdict(
      Endpoint endpoint, EndpointRecord measured, Optional<NoiseFloor> noise) {
    return Verdict.of(RunSample.noisy(RunSample.complete(measured), noise), gate(endpoint));
  }
}
