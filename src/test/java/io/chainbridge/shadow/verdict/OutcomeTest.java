package io.chainbridge.shadow.verdict;

import static io.chainbridge.shadow.record.RunSample.complete;
import static io.chainbridge.shadow.record.RunSample.endpoint;
import static io.chainbridge.shadow.record.RunSample.gate;
import static io.chainbridge.shadow.record.RunSample.ko;
import static io.chainbridge.shadow.record.RunSample.measured;
import static io.chainbridge.shadow.record.RunSample.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chainbridge.shadow.budget.Endpoint;
import io.chainbridge.shadow.budget.Limit;
import io.chainbridge.shadow.contract.Violation;
import io.chainbridge.shadow.record.EndpointRecord;
import io.chainbridge.shadow.record.RunSample;
import io.chainbridge.shadow.record.RunSample.Requests;
import io.chainbridge.shadow.record.Sizes;
import io.chainbridge.shadow.record.ViolationCount;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OutcomeTest {

  @ParameterizedTest
  @CsvSource({
    "P50_LATENCY_MS, 75, 74, MET",
    "P50_LATENCY_MS, 75, 75, BREACHED",
    "P95_LATENCY_MS, 75, 74, MET",
    "P95_LATENCY_MS, 75, 75, BREACHED",
    "P95_LATENCY_MS, 75, 76, BREACHED",
    "P95_LATENCY_MS, 75.5, 75, MET",
    "P95_LATENCY_MS, 75.5, 76, BREACHED",
    "P95_LATENCY_MS, 0.5, 0, MET",
    "P95_LATENCY_MS, 0.5, 1, BREACHED",
    "P99_LATENCY_MS, 120, 119, MET",
    "P99_LATENCY_MS, 120, 120, BREACHED"
  })
  void aLatencyMustStayBelowItsLimit(
      Limit limit, double budget, int millis, Outcome.Result result) {
    Outcome outcome = outcome(limit, budget, ok(20, millis));
    assertThat(outcome.result()).isEqualTo(result);
    assertThat(outcome.measured()).hasValue(millis);
    assertThat(outcome.budget()).isEqualTo(budget);
  }

  @ParameterizedTest
  @CsvSource({"1, 20, BREACHED", "0, 20, MET", "4, 100, MET", "5, 100, BREACHED"})
  void fewerThanFiveOfAHundredMayBeSlowForTheP95(int slow, int n, Outcome.Result result) {
    Outcome outcome = outcome(Limit.P95_LATENCY_MS, 75, ok(n - slow, 10), ok(slow, 75));
    assertThat(outcome.result()).isEqualTo(result);
  }

  @ParameterizedTest
  @CsvSource({
    "25600, 25600, BREACHED",
    "25600, 25599, MET",
    "25601, 25599, BREACHED",
    "25602, 25597, MET"
  })
  void theMeanSizeMustStayBelowItsLimit(long one, long other, Outcome.Result result) {
    Sizes sizes = RunSample.sizes(one, other);
    Outcome outcome = outcome(Limit.MAX_RESPONSE_SIZE_KB, 25, sizes, ok(2, 1));
    assertThat(outcome.result()).isEqualTo(result);
    assertThat(outcome.evidence())
        .isEqualTo(new Evidence.BodySize(2, Math.max(one, other) / 1024.0));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 20, 0.05, MET",
    "1, 20, 0.05, BREACHED",
    "7, 100, 0.07, BREACHED",
    "6, 100, 0.07, MET",
    "49, 1000, 0.05, MET",
    "50, 1000, 0.05, BREACHED",
    "0, 20, 0.000001, MET",
    "0, 20, 1e-12, MET",
    "1, 20, 1e-12, BREACHED",
    "19, 20, 1, MET",
    "20, 20, 1, BREACHED"
  })
  void theFailureRateMustStayBelowItsLimit(
      int failed, int n, double budget, Outcome.Result result) {
    Outcome outcome =
        outcome(Limit.MAX_FAILURE_RATE, budget, ok(n - failed, 1), ko(failed, 1, "503"));
    assertThat(outcome.result()).isEqualTo(result);
    assertThat(outcome.measured()).hasValue((double) failed / n);
  }

  @ParameterizedTest
  @EnumSource(names = "MAX_FAILURE_RATE", mode = EnumSource.Mode.EXCLUDE)
  void withoutOneSuccessThereIsNothingToJudgeHoweverQuicklyItFailed(Limit limit) {
    Outcome outcome = outcome(limit, 75, Sizes.NONE, ko(20, 3, "503"));
    assertThat(outcome.result()).isEqualTo(Outcome.Result.NO_DATA);
    assertThat(outcome.measured()).isEmpty();
    assertThat(outcome.headroom()).isEmpty();
    assertThat(outcome.passed()).isFalse();
    assertThat(outcome.evidence()).isEqualTo(new Evidence.None());
  }

  @ParameterizedTest
  @EnumSource
  void withoutARequestThereIsNothingToJudge(Limit limit) {
    assertThat(outcome(limit, 0.5).result()).isEqualTo(Outcome.Result.NO_DATA);
  }

  @Test
  void theContractAllowsNoViolation() {
    Outcome kept = contract(List.of());
    assertThat(kept.result()).isEqualTo(Outcome.Result.MET);
    assertThat(kept.budget()).isZero();
    assertThat(kept.measured()).hasValue(0);
    assertThat(kept.headroom()).isEmpty();
    assertThat(kept.evidence()).isEqualTo(new Evidence.ContractKept(20, 20, ""));
    Violation violation =
        new Violation("/p95", "/p95", "string", "number", List.of(), Optional.empty());
    Outcome broken = contract(List.of(RunSample.broken(violation, 3)));
    assertThat(broken.result()).isEqualTo(Outcome.Result.BREACHED);
    assertThat(broken.measured()).hasValue(3);
    assertThat(broken.evidence())
        .isEqualTo(new Evidence.ContractKept(20, 20, "found string at /p95, expected number"));
  }

  private static Outcome contract(List<ViolationCount> violations) {
    Endpoint endpoint = endpoint("stats", Map.of());
    EndpointRecord measured =
        measured(
            endpoint, RunSample.sizes(new long[20]), violations, ok(17, 1), ko(3, 1, "contract"));
    return Verdict.of(complete(measured), gate(endpoint)).outcomes().get(0);
  }

  @ParameterizedTest
  @CsvSource({"75, 30, 0.6", "75, 75, 0", "75, 150, -1"})
  void headroomIsThePartOfTheBudgetThatIsLeft(double budget, long millis, double headroom) {
    assertThat(outcome(Limit.P95_LATENCY_MS, budget, ok(20, millis)).headroom().getAsDouble())
        .isCloseTo(headroom, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({
    "58, 0, NOT_PROVEN, 2",
    "59, 0, PROVEN, 2",
    "20, 0, NOT_PROVEN, 0",
    "20, 1, NOT_PROVEN, 0",
    "20, 3, NOT_PROVEN, 0",
    "20, 4, REFUTED, 0",
    "1000, 30, PROVEN, 49",
    "1000, 45, NOT_PROVEN, 49",
    "1000, 80, REFUTED, 49"
  })
  void theEvidenceSaysWhatTheSampleProvesOfTheP95(
      int n, int slow, Evidence.Proof proof, long allowed) {
    var evidence = outcome(Limit.P95_LATENCY_MS, 75, ok(n - slow, 1), ok(slow, 80)).evidence();
    assertThat(evidence)
        .isInstanceOfSatisfying(
            Evidence.Proportion.class,
            proportion -> {
              assertThat(proportion.requests()).isEqualTo(n);
              assertThat(proportion.over()).isEqualTo(slow);
              assertThat(proportion.allowed()).isEqualTo(allowed);
              assertThat(proportion.proof()).isEqualTo(proof);
              assertThat(proportion.requestsToProve()).isEqualTo(59);
            });
  }

  @Property
  void aLatencyLimitIsMetIfNoMoreAreOverThanAllowed(
      @ForAll @NotEmpty @Size(max = 200) List<@IntRange(max = 40) Integer> sample,
      @ForAll @DoubleRange(min = 0.1, max = 41) double budget) {
    Requests[] requests = sample.stream().map(millis -> ok(1, millis)).toArray(Requests[]::new);
    for (Limit limit : List.of(Limit.P50_LATENCY_MS, Limit.P95_LATENCY_MS, Limit.P99_LATENCY_MS)) {
      assertThatItIsMetIfNoMoreAreOverThanAllowed(outcome(limit, budget, requests));
    }
  }

  @Property
  void aFailureLimitIsMetIfNoMoreFailedThanAllowed(
      @ForAll @IntRange(max = 500) int oks,
      @ForAll @IntRange(max = 100) int kos,
      @ForAll @IntRange(min = 1, max = 1_000) int perMille,
      @ForAll @IntRange(min = -12, max = 0) int exponent) {
    double budget = perMille / 1_000.0 * Math.pow(10, exponent);
    Outcome outcome = outcome(Limit.MAX_FAILURE_RATE, budget, ok(oks, 1), ko(kos + 1, 1, "503"));
    assertThatItIsMetIfNoMoreAreOverThanAllowed(outcome);
  }

  private static void assertThatItIsMetIfNoMoreAreOverThanAllowed(Outcome outcome) {
    var proportion = (Evidence.Proportion) outcome.evidence();
    assertThat(proportion.allowed()).isNotNegative();
    assertThat(proportion.over() <= proportion.allowed()).isEqualTo(outcome.passed());
    assertThat(proportion.proof())
        .isNotEqualTo(outcome.passed() ? Evidence.Proof.REFUTED : Evidence.Proof.PROVEN);
  }

  @Property
  void aStricterBudgetNeverTurnsABreachIntoAPass(
      @ForAll @NotEmpty @Size(max = 50) List<@IntRange(max = 100) Integer> sample,
      @ForAll @DoubleRange(min = 0.01, max = 1) double budget,
      @ForAll @DoubleRange(min = 0.01, max = 1) double factor,
      @ForAll Limit limit) {
    Requests[] requests = requests(sample);
    double scaled = limit == Limit.MAX_FAILURE_RATE ? budget : budget * 100;
    boolean lax = outcome(limit, scaled, requests).passed();
    boolean strict = outcome(limit, scaled * factor, requests).passed();
    assertThat(strict && !lax).isFalse();
  }

  /** One request each; one of ten failed. */
  private static Requests[] requests(List<Integer> sample) {
    return sample.stream()
        .map(millis -> millis % 10 == 9 ? ko(1, millis, "503") : ok(1, millis))
        .toArray(Requests[]::new);
  }

  private static Outcome outcome(Limit limit, double budget, Requests... requests) {
    Endpoint endpoint = endpoint("stats", Map.of(limit, budget));
    return first(endpoint, measured(endpoint, requests));
  }

  private static Outcome outcome(Limit limit, double budget, Sizes sizes, Requests... requests) {
    Endpoint endpoint = endpoint("stats", Map.of(limit, budget));
    return first(endpoint, measured(endpoint, sizes, List.of(), requests));
  }

  private static Outcome first(Endpoint endpoint, EndpointRecord measured) {
    return Verdict.of(complete(measured), gate(endpoint)).outcomes().get(0);
  }
}
