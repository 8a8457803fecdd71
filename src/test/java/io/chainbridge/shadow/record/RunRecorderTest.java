package io.chainbridge.shadow.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.chainbridge.shadow.budget.Endpoint;
import io.chainbridge.shadow.budget.Quantile;
import io.chainbridge.shadow.contract.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunRecorderTest {
  private static final Endpoint STATS = RunSample.endpoint("stats", Map.of());
  private static final Endpoint EVENTS = RunSample.endpoint("events", Map.of());

  private final RunRecorder recorder = new RunRecorder(List.of(STATS, EVENTS));

  @Test
  void withoutARequestThereIsNothing() {
    assertThat(recorder.start()).isEmpty();
    assertThat(recorder.duration()).isZero();
    EndpointRecord stats = RunSample.recorded(recorder, STATS, Sizes.NONE, List.of());
    assertThat(stats.requests()).isZero();
    assertThat(stats.failures()).isZero();
    assertThat(stats.failureRate()).isZero();
    assertThat(stats.latency(Quantile.P50)).isEmpty();
    assertThat(stats.errors()).isEmpty();
  }

  @Test
  void requestsAreCountedByEndpoint() {
    recorder.request("stats", 1_000, 1_010, true, "");
    recorder.request("events", 1_000, 1_020, true, "");
    recorder.request("stats", 1_010, 1_040, false, "status 200 expected, found 503");

    EndpointRecord stats = RunSample.recorded(recorder, STATS, RunSample.sizes(100), List.of());
    assertThat(stats.name()).isEqualTo("stats");
    assertThat(stats.method()).isEqualTo("GET");
    assertThat(stats.path()).isEqualTo("/iq/shadow/stats");
    assertThat(stats.requests()).isEqualTo(2);
    assertThat(stats.successes()).isEqualTo(1);
    assertThat(stats.failures()).isEqualTo(1);
    assertThat(stats.failureRate()).isEqualTo(0.5);
    assertThat(stats.latencies().max()).hasValue(Duration.ofMillis(30));
    assertThat(stats.successLatencies().max()).hasValue(Duration.ofMillis(10));
    assertThat(stats.sizes()).isEqualTo(RunSample.sizes(100));
    assertThat(RunSample.recorded(recorder, EVENTS, Sizes.NONE, List.of()).requests()).isEqualTo(1);
  }

  @Test
  void aFailedRequestCountsForTheLatencyButNotAlone() {
    recorder.request("stats", 0, 3, false, "gone");
    assertThat(RunSample.recorded(recorder, STATS, Sizes.NONE, List.of()).latency(Quantile.P95))
        .isEmpty();
    recorder.request("stats", 0, 1, true, "");
    assertThat(RunSample.recorded(recorder, STATS, Sizes.NONE, List.of()).latency(Quantile.P95))
        .hasValue(Duration.ofMillis(3));
  }

  @Test
  void theRunLastsFromTheFirstStartToTheLastEnd() {
    recorder.request("stats", 2_000, 2_500, true, "");
    recorder.request("events", 1_000, 4_000, false, "slow");
    recorder.request("stats", 2_500, 2_600, true, "");
    assertThat(recorder.start()).hasValue(Instant.ofEpochMilli(1_000));
    assertThat(recorder.duration()).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void requestsOfOtherNamesArePassedOver() {
    recorder.request("warm-up stats", 0, 90_000, false, "slow");
    assertThat(recorder.start()).isEmpty();
    assertThat(RunSample.recorded(recorder, STATS, Sizes.NONE, List.of()).requests()).isZero();
  }

  @Test
  void theMostFrequentMessageComesFirstAndEquallyFrequentOnesByName() {
    int ms = 5;
    for (String message : List.of("b", "c", "a", "c", "b", "c", "d")) {
      recorder.request("stats", 5, ++ms, false, message);
    }
    assertThat(RunSample.recorded(recorder, STATS, Sizes.NONE, List.of()).errors())
        .containsExactly(
            new ErrorCount("c", 3, Duration.ofMillis(2)),
            new ErrorCount("b", 2, Duration.ofMillis(1)),
            new ErrorCount("a", 1, Duration.ofMillis(3)),
            new ErrorCount("d", 1, Duration.ofMillis(7)));
  }

  @Test
  void theMostFrequentViolationComesFirst() {
    recorder.request("stats", 0, 1, false, "contract, found x");
    for (String pointer : List.of("/b", "/c", "/a", "/c")) {
      recorder.contractBroken(RunRecorder.NO_PHASE, "stats", violation(pointer), new byte[0]);
    }
    EndpointRecord stats = recorder.endpoints().get(0);
    assertThat(stats.contractViolations())
        .extracting(broken -> broken.violation().pointer())
        .containsExactly("/c", "/a", "/b");
    assertThat(stats.contractBreaks()).isEqualTo(4);
    assertThat(stats.contractChecks()).isEqualTo(4);
  }

  @Test
  void requestsThatWereNeverSentAreCountedByMessage() {
    recorder.error("stats: no attribute named 'id'", 5);
    recorder.error("stats: no attribute named 'id'", 6);
    assertThat(recorder.crashes()).containsExactly(Map.entry("stats: no attribute named 'id'", 2L));
    assertThat(recorder.start()).isEmpty();
  }

  @Test
  void itStandsAsWellAsThePhaseOfTheLastArrivalDoes() {
    recorder.request("stats", 0, 40, true, "");
    recorder.request("events", 0, 9, false, "gone");
    assertThat(recorder.standing())
        .isEqualTo(
            new Standing(2, 1, RunRecorder.NO_PHASE, 0, Map.of("stats", Duration.ofMillis(40))));

    recorder.phaseBegins("settling", false, 20, 100);
    recorder.phaseBegins("step 2", true, 30, 200);
    recorder.arrived("settling", 100, 100);
    recorder.request("settling", "stats", 100, 150, true, "");
    assertThat(recorder.standing()).isEqualTo(new Standing(3, 1, "settling", 20, Map.of()));

    recorder.arrived("step 2", 200, 200);
    recorder.request("step 2", "stats", 200, 203, true, "");
    assertThat(recorder.standing())
        .isEqualTo(new Standing(4, 1, "step 2", 30, Map.of("stats", Duration.ofMillis(3))));
  }

  private static Violation violation(String pointer) {
    return new Violation(pointer, pointer, "string", "number", List.of(), Optional.empty());
  }
}
