package io.chainbridge.shadow.verdict;

import static io.chainbridge.shadow.record.RunSample.complete;
import static io.chainbridge.shadow.record.RunSample.endpoint;
import static io.chainbridge.shadow.record.RunSample.gate;
import static io.chainbridge.shadow.record.RunSample.ko;
import static io.chainbridge.shadow.record.RunSample.measured;
import static io.chainbridge.shadow.record.RunSample.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.chainbridge.shadow.budget.Endpoint;
import io.chainbridge.shadow.budget.Limit;
import io.chainbridge.shadow.contract.Violation;
import io.chainbridge.shadow.record.EndpointRecord;
import io.chainbridge.shadow.record.RunSample;
import io.chainbridge.shadow.record.RunSample.Requests;
import io.chainbridge.shadow.record.Sizes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertaintyTest {

  /** A request: how long, how large its body, and whether it succeeded; one of eight did not. */
  private record Answer(int millis) {
    boolean ok() {
      return millis % 8 != 7;
    }

    long bytes() {
      return millis * 1_024L;
    }
  }

  /**
   * A breach is certain exactly if the run that goes on as well as can be is breached: then every
   * other is, and one request earlier it was not, or that would have been said then. As well as can
   * be is with quick and small successes, or, for a latency before the first success, with failures
   * alone, which leave nothing to judge.
   */
  @Property(tries = 1_000)
  void aBreachIsCertainExactlyIfTheBestCompletionIsBreached(
      @ForAll @Size(max = 40) List<@IntRange(max = 40) Integer> sample,
      @ForAll @IntRange(max = 60) int rest,
      @ForAll @DoubleRange(min = 0.01, max = 1) double share,
      @ForAll Limit limit) {
    List<Answer> soFar = sample.stream().map(Answer::new).toList();
    double budget = limit == Limit.MAX_FAILURE_RATE ? share : share * 40;
    boolean certain = certain(soFar, limit, budget, soFar.size() + rest).isPresent();
    boolean quick = breached(with(soFar, rest, 0), limit, budget);
    boolean dead = breached(with(soFar, rest, 7), limit, budget);
    boolean latency = limit.quantile().isPresent();
    assertThat(certain).isEqualTo(latency ? quick && dead : quick);
  }

  @Property(tries = 1_000)
  void aBreachThatIsCertainComesAboutHoweverTheRunGoesOn(
      @ForAll @Size(max = 40) List<@IntRange(max = 40) Integer> sample,
      @ForAll @IntRange(max = 60) int rest,
      @ForAll @DoubleRange(min = 0.01, max = 1) double share,
      @ForAll Limit limit,
      @ForAll long seed) {
    List<Answer> all = new ArrayList<>(sample.stream().map(Answer::new).toList());
    double budget = limit == Limit.MAX_FAILURE_RATE ? share : share * 40;
    boolean certain = certain(all, limit, budget, all.size() + rest).isPresent();
    new SplittableRandom(seed).ints(rest, 0, 41).mapToObj(Answer::new).forEach(all::add);
    if (certain) {
      assertThat(breached(all, limit, budget)).isTrue();
    }
  }

  private static List<Answer> with(List<Answer> soFar, int rest, int millis) {
    return Stream.concat(soFar.stream(), Stream.generate(() -> new Answer(millis)).limit(rest))
        .toList();
  }

  private static Optional<String> certain(
      List<Answer> soFar, Limit limit, double budget, long planned) {
    return Certainty.ofBreach(record(soFar), Map.of(limit, budget), planned);
  }

  private static boolean breached(List<Answer> answers, Limit limit, double budget) {
    Endpoint endpoint = endpoint("stats", Map.of(limit, budget));
    return Judge.outcomes(complete(record(answers)), gate(endpoint)).get(0).result()
        == Outcome.Result.BREACHED;
  }

  private static EndpointRecord record(List<Answer> answers) {
    return measured(
        endpoint("stats", Map.of()),
        RunSample.sizes(answers.stream().filter(Answer::ok).mapToLong(Answer::bytes).toArray()),
        List.of(),
        answers.stream()
            .map(a -> a.ok() ? ok(1, a.millis()) : ko(1, a.millis(), "503"))
            .toArray(Requests[]::new));
  }

  @ParameterizedTest
  @CsvSource({
    "P95_LATENCY_MS, 100, 5, true",
    "P95_LATENCY_MS, 100, 4, false",
    "P95_LATENCY_MS, 101, 6, true",
    "P95_LATENCY_MS, 101, 5, false",
    "P95_LATENCY_MS, 1, 1, true",
    "P99_LATENCY_MS, 100, 1, true",
    "P99_LATENCY_MS, 101, 1, false",
    "P50_LATENCY_MS, 10, 5, true",
    "P50_LATENCY_MS, 10, 4, false",
    "P50_LATENCY_MS, 11, 6, true",
    "P50_LATENCY_MS, 11, 5, false"
  })
  void aLatencyIsBreachedOnceTooManyWereAtTheLimit(
      Limit limit, long planned, int slow, boolean certain) {
    EndpointRecord soFar = measured(endpoint("stats", Map.of()), ok(slow, 75));
    assertThat(Certainty.ofBreach(soFar, Map.of(limit, 75.0), planned).isPresent())
        .isEqualTo(certain);
    EndpointRecord quicker = measured(endpoint("stats", Map.of()), ok(slow, 74));
    assertThat(Certainty.ofBreach(quicker, Map.of(limit, 75.0), planned)).isEmpty();
  }

  @Test
  void withoutOneSuccessNoLatencyIsCertain() {
    Map<Limit, Double> limits = Map.of(Limit.P50_LATENCY_MS, 75.0, Limit.P95_LATENCY_MS, 75.0);
    EndpointRecord failed = measured(endpoint("stats", Map.of()), ko(100, 90, "timeout"));
    assertThat(Certainty.ofBreach(failed, limits, 100)).isEmpty();
    EndpointRecord one = measured(endpoint("stats", Map.of()), ko(99, 90, "timeout"), ok(1, 1));
    assertThat(Certainty.ofBreach(one, limits, 100))
        .hasValue(
            "stats p50_latency_ms will be breached however the rest of 100 requests turn out");
  }

  @ParameterizedTest
  @CsvSource({
    "4, 100, 0.05, false",
    "5, 100, 0.05, true",
    "7, 100, 0.07, true",
    "1, 20, 1e-12, true",
    "19, 20, 1, false"
  })
  void aFailureRateIsBreachedOnceTooManyHaveFailed(
      int failed, long planned, double budget, boolean certain) {
    EndpointRecord soFar = measured(endpoint("stats", Map.of()), ko(failed, 1, "503"));
    assertThat(
            Certainty.ofBreach(soFar, Map.of(Limit.MAX_FAILURE_RATE, budget), planned).isPresent())
        .isEqualTo(certain);
  }

  @ParameterizedTest
  @CsvSource({"10240, 10, true", "10239, 10, false", "10240, 11, false"})
  void aMeanSizeIsBreachedOnceEmptyBodiesCannotMakeUpForIt(
      long bytes, long planned, boolean certain) {
    EndpointRecord soFar =
        measured(endpoint("stats", Map.of()), RunSample.sizes(bytes), List.of(), ok(1, 1));
    assertThat(
            Certainty.ofBreach(soFar, Map.of(Limit.MAX_RESPONSE_SIZE_KB, 1.0), planned).isPresent())
        .isEqualTo(certain);
  }

  @Test
  void aRequestThatFailedHasNoBodyThatCouldMakeUpForALargeOne() {
    Map<Limit, Double> limits = Map.of(Limit.MAX_RESPONSE_SIZE_KB, 1.0);
    EndpointRecord soFar =
        measured(
            endpoint("stats", Map.of()),
            RunSample.sizes(5_120),
            List.of(),
            ok(1, 1),
            ko(5, 1, "503"));
    assertThat(Certainty.ofBreach(soFar, limits, 10)).isPresent();
    assertThat(Certainty.ofBreach(soFar, limits, 11)).isEmpty();
  }

  @Test
  void oneAnswerThatBreaksTheContractIsCertainWhateverTheLimits() {
    Violation violation =
        new Violation("/p95", "/p95", "string", "number", List.of(), Optional.empty());
    EndpointRecord broken =
        measured(
            endpoint("stats", Map.of()),
            Sizes.NONE,
            List.of(RunSample.broken(violation, 1)),
            ko(1, 1, "contract"));
    assertThat(Certainty.ofBreach(broken, Map.of(), 1_000))
        .hasValue("stats has broken its contract");
  }

  @Test
  void theFirstLimitInTheirOrderIsTold() {
    EndpointRecord soFar = measured(endpoint("stats", Map.of()), ok(50, 90), ko(50, 90, "503"));
    assertThat(
            Certainty.ofBreach(
                soFar, Map.of(Limit.MAX_FAILURE_RATE, 0.05, Limit.P99_LATENCY_MS, 80.0), 1_000))
        .hasValue(
            "stats p99_latency_ms will be breached however the rest of 1,000 requests turn out");
  }

  @Test
  void withoutARequestNothingIsCertain() {
    for (Limit limit : Limit.values()) {
      assertThat(Certainty.ofBreach(measured(endpoint("stats", Map.of())), Map.of(limit, 0.5), 0))
          .isEmpty();
    }
  }
}
