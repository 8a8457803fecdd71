package io.chainbridge.shadow.verdict;

import static io.chainbridge.shadow.record.RunSample.complete;
import static io.chainbridge.shadow.record.RunSample.endpoint;
import static io.chainbridge.shadow.record.RunSample.gate;
import static io.chainbridge.shadow.record.RunSample.ko;
import static io.chainbridge.shadow.record.RunSample.measured;
import static io.chainbridge.shadow.record.RunSample.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chainbridge.shadow.budget.Endpoint;
import io.chainbridge.shadow.budget.Limit;
import io.chainbridge.shadow.contract.Violation;
import io.chainbridge.shadow.record.Ending;
import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.record.RunSample;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTest {
  private static final Endpoint STATS = endpoint("stats", Map.of(Limit.P95_LATENCY_MS, 75.0));
  private static final Endpoint EVENTS = endpoint("events", Map.of(Limit.P95_LATENCY_MS, 75.0));

  @Test
  void aRunThatMeetsEveryLimitPasses() {
    Verdict verdict = verdict(complete(measured(STATS, ok(20, 10)), measured(EVENTS, ok(20, 74))));
    assertThat(verdict.status()).isEqualTo(Verdict.Status.PASSED);
    assertThat(verdict.passed()).isTrue();
    assertThat(verdict.reason()).isEmpty();
    assertThat(verdict.outcomes()).hasSize(4).allMatch(Outcome::passed);
  }

  @Test
  void oneBreachIsEnough() {
    Verdict verdict = verdict(complete(measured(STATS, ok(20, 10)), measured(EVENTS, ok(20, 75))));
    assertThat(verdict.status()).isEqualTo(Verdict.Status.BREACHED);
    assertThat(verdict.passed()).isFalse();
  }

  @Test
  void withoutDataThereIsNoPass() {
    Verdict verdict =
        verdict(complete(measured(STATS, ok(20, 10)), measured(EVENTS, ko(20, 3, "503"))));
    assertThat(verdict.status()).isEqualTo(Verdict.Status.NO_DATA);
    assertThat(verdict.passed()).isFalse();
  }

  @Test
  void aBreachWeighsMoreThanALackOfData() {
    Verdict verdict =
        verdict(complete(measured(STATS, ok(20, 80)), measured(EVENTS, ko(20, 3, "503"))));
    assertThat(verdict.status()).isEqualTo(Verdict.Status.BREACHED);
  }

  @Test
  void oneAnswerThatBreaksItsContractIsEnough() {
    Violation violation =
        new Violation("/delta", "/delta", "string", "number", List.of(), Optional.empty());
    Verdict verdict =
        verdict(
            complete(
                measured(STATS, ok(1_000, 10)),
                measured(
                    EVENTS,
                    RunSample.sizes(new long[1_000]),
                    List.of(RunSample.broken(violation, 1)),
                    ok(999, 10),
                    ko(1, 10, "contract, found x"))));
    assertThat(verdict.status()).isEqualTo(Verdict.Status.BREACHED);
    assertThat(verdict.outcomes())
        .filteredOn(outcome -> !outcome.passed())
        .extracting(outcome -> outcome.endpoint() + " " + outcome.limit())
        .containsExactly("events contract");
  }

  @ParameterizedTest
  @CsvSource({
    "COMPLETE, PASSED, BREACHED, NO_DATA",
    "INTERRUPTED, INTERRUPTED, INTERRUPTED, INTERRUPTED",
    "INCOMPLETE, INCOMPLETE, INCOMPLETE, INCOMPLETE",
    "UNREACHABLE, NO_DATA, NO_DATA, NO_DATA"
  })
  void onlyARunThatCameToItsEndIsJudgedAsAWhole(
      Ending.Kind kind, Verdict.Status met, Verdict.Status breached, Verdict.Status noData) {
    Ending ending = new Ending(kind, "why");
    assertThat(status(ending, ok(20, 10))).isEqualTo(met);
    assertThat(status(ending, ok(20, 80))).isEqualTo(breached);
    assertThat(status(ending, ko(20, 3, "503"))).isEqualTo(noData);
  }

  private static Verdict.Status status(Ending ending, RunSample.Requests requests) {
    Verdict verdict = Verdict.of(RunSample.run(ending, measured(STATS, requests)), gate(STATS));
    assertThat(verdict.reason()).isEqualTo("why");
    assertThat(verdict.passed()).isEqualTo(verdict.status() == Verdict.Status.PASSED);
    return verdict.status();
  }

  @Test
  void outcomesComeInTheOrderOfTheGateAndOfTheLimits() {
    Endpoint all =
        endpoint(
            "all",
            Map.of(
                Limit.MAX_FAILURE_RATE, 0.05,
                Limit.MAX_RESPONSE_SIZE_KB, 25.0,
                Limit.P99_LATENCY_MS, 120.0,
                Limit.P95_LATENCY_MS, 75.0,
                Limit.P50_LATENCY_MS, 50.0));
    assertThat(
            Verdict.of(
                    complete(measured(all, ok(1, 1)), measured(STATS, ok(1, 1))), gate(STATS, all))
                .outcomes())
        .extracting(outcome -> outcome.endpoint() + " " + outcome.limit())
        .containsExactly(
            "stats p95_latency_ms",
            "stats contract",
            "all p50_latency_ms",
            "all p95_latency_ms",
            "all p99_latency_ms",
            "all max_response_size_kb",
            "all max_failure_rate",
            "all contract");
  }

  @Test
  void aRecordOfAnotherGateIsRefused() {
    RunRecord run = complete(measured(STATS, ok(1, 1)));
    assertThatThrownBy(() -> verdict(run))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the record has no endpoint events");
  }

  private static Verdict verdict(RunRecord run) {
    return Verdict.of(run, gate(STATS, EVENTS));
  }
}
