package io.chainbridge.shadow.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.chainbridge.shadow.budget.Endpoint;
import io.chainbridge.shadow.contract.Violation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** A run whose arrival rate changes, as it is recorded. */
class PhaseRecordingTest {
  private static final Endpoint STATS = RunSample.endpoint("stats", Map.of());
  private static final Endpoint EVENTS = RunSample.endpoint("events", Map.of());
  private static final long T0 = 1_700_000_000_000L;

  private final RunRecorder recorder = new RunRecorder(List.of(STATS, EVENTS));

  @Test
  void aRequestBelongsToThePhaseOfItsArrivalHoweverLateItsAnswer() {
    recorder.phaseBegins("step 1", true, 10, T0);
    recorder.request("step 1", "stats", T0, T0 + 10, true, "");
    recorder.phaseEnds("step 1", T0 + 1_000);
    recorder.phaseBegins("step 2", true, 20, T0 + 1_000);
    recorder.request("step 2", "events", T0 + 1_010, T0 + 1_020, true, "");
    recorder.request("step 1", "stats", T0 + 990, T0 + 1_500, false, "503");
    recorder.phaseEnds("step 2", T0 + 2_000);

    assertThat(recorder.phases()).extracting(Phase::name).containsExactly("step 1", "step 2");
    Phase one = recorder.phases().get(0);
    Phase two = recorder.phases().get(1);
    assertThat(one.start()).isZero();
    assertThat(one.length()).hasSeconds(1);
    assertThat(two.start()).hasSeconds(1);
    assertThat(two.end()).hasSeconds(2);
    assertThat(one.requests()).isEqualTo(2);
    assertThat(one.endpoints().get(0).errors())
        .containsExactly(new ErrorCount("503", 1, Duration.ofMillis(1_500)));
    assertThat(one.endpoints().get(1).requests()).isZero();
    assertThat(two.endpoints()).extracting(EndpointRecord::name).containsExactly("stats", "events");
    assertThat(two.requests()).isEqualTo(1);
    assertThat(recorder.phase("step 2")).hasValue(two);
    assertThat(recorder.phase("step 3")).isEmpty();
  }

  @Test
  void theWholeRunIsTheSumOfItsPhases() {
    fill("a", T0, 30, 5);
    fill("b", T0 + 1_000, 20, 7);
    List<EndpointRecord> whole = recorder.endpoints();
    for (int i = 0; i < 2; i++) {
      EndpointRecord a = recorder.phases().get(0).endpoints().get(i);
      EndpointRecord b = recorder.phases().get(1).endpoints().get(i);
      EndpointRecord all = whole.get(i);
      assertThat(a.latencies().plus(b.latencies())).isEqualTo(all.latencies());
      assertThat(a.successLatencies().plus(b.successLatencies())).isEqualTo(all.successLatencies());
      assertThat(a.sizes().totalBytes() + b.sizes().totalBytes())
          .isEqualTo(all.sizes().totalBytes());
      assertThat(a.contractBreaks() + b.contractBreaks()).isEqualTo(all.contractBreaks());
      assertThat(a.contractChecks() + b.contractChecks()).isEqualTo(all.contractChecks());
      assertThat(a.failures() + b.failures()).isEqualTo(all.failures());
    }
    ArrivalCount sum = recorder.arrivals().orElseThrow();
    assertThat(sum.planned()).isEqualTo(50);
    assertThat(sum.made()).isEqualTo(50);
    assertThat(sum.lateness())
        .isEqualTo(
            recorder
                .phases()
                .get(0)
                .arrivals()
                .lateness()
                .plus(recorder.phases().get(1).arrivals().lateness()));
    assertThat(sum.span()).hasSeconds(2);
  }

  private void fill(String phase, long at, int requests, int late) {
    recorder.phaseBegins(phase, true, requests, at);
    for (int i = 0; i < requests; i++) {
      String endpoint = i % 2 == 0 ? "stats" : "events";
      recorder.due(phase, at + i);
      recorder.arrived(phase, at + i, at + i + late);
      recorder.body(phase, endpoint, 100L + i);
      boolean ok = i % 5 > 0;
      if (ok) {
        recorder.contractKept(phase, endpoint);
      } else {
        recorder.contractBroken(
            phase,
            endpoint,
            new Violation("/x", "/x", "string", "number", List.of(), Optional.empty()),
            new byte[0]);
      }
      recorder.request(phase, endpoint, at + i, at + 2L * i, ok, ok ? "" : "contract");
    }
    recorder.phaseEnds(phase, at + 1_000);
  }

  @Test
  void aPhaseThatWasThereBeforeGoesOn() {
    recorder.phaseBegins("settling", false, 10, T0);
    recorder.due("settling", T0 + 10);
    recorder.phaseEnds("settling", T0 + 2_000);
    recorder.phaseBegins("10 rps", true, 10, T0 + 2_000);
    recorder.due("10 rps", T0 + 2_500);
    recorder.phaseEnds("10 rps", T0 + 3_000);
    recorder.phaseBegins("settling", false, 5, T0 + 3_000);
    recorder.due("settling", T0 + 3_010);
    recorder.request("settling", "stats", T0, T0 + 1, true, "");
    recorder.phaseEnds("settling", T0 + 5_000);
    assertThat(recorder.phases()).extracting(Phase::name).containsExactly("settling", "10 rps");
    Phase settling = recorder.phases().get(0);
    assertThat(settling.judged()).isFalse();
    assertThat(settling.arrivals().planned()).isEqualTo(2);
    assertThat(settling.end()).hasSeconds(5);
  }

  @Test
  void theOneRateOfARunWithoutPhasesIsCountedAndNoPhase() {
    assertThat(recorder.arrivals()).as("of a closed model").isEmpty();
    recorder.phaseBegins(RunRecorder.NO_PHASE, true, 10, T0);
    recorder.due(RunRecorder.NO_PHASE, T0 + 10);
    recorder.arrived(RunRecorder.NO_PHASE, T0 + 10, T0 + 12);
    recorder.request(RunRecorder.NO_PHASE, "stats", T0 + 12, T0 + 20, true, "");
    recorder.phaseEnds(RunRecorder.NO_PHASE, T0 + 1_000);
    assertThat(recorder.phases()).isEmpty();
    assertThat(recorder.arrivals().orElseThrow().planned()).isEqualTo(1);
    assertThat(recorder.endpoints().get(0).requests()).as("once").isEqualTo(1);
  }

  @Test
  void anArrivalIsAsLateAsItCameAfterItWasDue() {
    recorder.phaseBegins("p", true, 10, T0);
    long[] lateness = {0, 99, 100, 2_000, -5};
    for (int i = 0; i < lateness.length; i++) {
      recorder.due("p", T0 + i * 10L);
      recorder.arrived("p", T0 + i * 10L, T0 + i * 10L + lateness[i]);
    }
    ArrivalCount arrivals = recorder.phase("p").orElseThrow().arrivals();
    assertThat(arrivals.late()).isEqualTo(2);
    assertThat(arrivals.lateness().max()).hasValue(Duration.ofSeconds(2));
    assertThat(arrivals.lateness().min()).as("too early is not late").hasValue(Duration.ZERO);
    assertThat(arrivals.span()).as("until the last came").hasMillis(2_030);
  }

  @Test
  void anArrivalThatIsNoLongerWantedWasNotPlanned() {
    recorder.phaseBegins("p", true, 10, T0);
    for (int i = 0; i < 10; i++) {
      recorder.due("p", T0 + i * 100L);
    }
    recorder.arrived("p", T0, T0);
    for (int i = 1; i < 10; i++) {
      recorder.notDue("p");
    }
    recorder.phaseEnds("p", T0 + 100);
    ArrivalCount arrivals = recorder.phase("p").orElseThrow().arrivals();
    assertThat(arrivals.planned()).isEqualTo(1);
    assertThat(arrivals.made()).isEqualTo(1);
    assertThat(arrivals.keptUp()).isTrue();
    assertThat(arrivals.span()).hasMillis(100);
    assertThat(arrivals.plannedRate()).isEqualTo(10);
    assertThat(arrivals.actualRate()).isEqualTo(10);
  }

  @Test
  void whatIsSaidOfAPhaseThatNeverBeganIsPassedOver() {
    recorder.due("p", T0);
    recorder.arrived("p", T0, T0);
    recorder.notDue("p");
    recorder.phaseEnds("p", T0);
    recorder.request("p", "stats", T0, T0 + 1, true, "");
    assertThat(recorder.phases()).isEmpty();
    assertThat(recorder.endpoints().get(0).requests()).isEqualTo(1);
  }

  @Test
  void aPhaseIsNoneIfNobodyWhoWasDueInItIsWanted() {
    recorder.phaseBegins("step 2", true, 10, T0);
    recorder.due("step 2", T0 + 10);
    recorder.notDue("step 2");
    assertThat(recorder.phases()).isEmpty();
  }

  @Test
  void aPhaseBeforeTheFirstAnswerStartsWithTheRunAndNotInNineteenSeventy() {
    recorder.phaseBegins("a", true, 10, T0);
    recorder.due("a", T0);
    recorder.phaseEnds("a", T0 + 1_000);
    recorder.phaseBegins("b", true, 10, T0 + 1_000);
    recorder.due("b", T0 + 1_000);
    assertThat(recorder.phases())
        .extracting(Phase::start)
        .containsExactly(Duration.ZERO, Duration.ofSeconds(1));
  }

  @Test
  void whatSeveralThreadsCountAtOnceIsNotLost() throws Exception {
    int threads = 8;
    int each = 5_000;
    recorder.phaseBegins("p", true, 10, T0);
    ExecutorService pool = Executors.newFixedThreadPool(threads + 1);
    try {
      CountDownLatch start = new CountDownLatch(1);
      List<Future<?>> running = new ArrayList<>();
      for (int thread = 0; thread < threads; thread++) {
        running.add(pool.submit(() -> count(start, each)));
      }
      running.add(
          pool.submit(
              () -> {
                start.await();
                for (int i = 0; i < 50; i++) {
                  recorder.phases();
                  recorder.timeline();
                }
                return 0;
              }));
      start.countDown();
      for (Future<?> one : running) {
        one.get();
      }
    } finally {
      pool.shutdownNow();
    }
    long all = (long) threads * each;
    Phase phase = recorder.phase("p").orElseThrow();
    assertThat(recorder.endpoints().get(0).requests()).isEqualTo(all);
    assertThat(recorder.endpoints().get(0).contractChecks()).isEqualTo(all);
    assertThat(recorder.endpoints().get(0).sizes().totalBytes()).isEqualTo(all);
    assertThat(recorder.endpoints().get(0).errors())
        .containsExactly(new ErrorCount("503", all / 2, Duration.ofMillis(1)));
    assertThat(phase.requests()).isEqualTo(all);
    assertThat(phase.arrivals().planned()).isEqualTo(all);
    assertThat(phase.arrivals().made()).isEqualTo(all);
    assertThat(
            recorder.timeline().slices().stream()
                .mapToLong(slice -> slice.latencies().get("stats").count())
                .sum())
        .isEqualTo(all);
  }

  private int count(CountDownLatch start, int requests) throws InterruptedException {
    start.await();
    for (int i = 0; i < requests; i++) {
      recorder.due("p", T0);
      recorder.arrived("p", T0, T0);
      recorder.body("p", "stats", 1);
      recorder.contractKept("p", "stats");
      recorder.request("p", "stats", T0, T0 + 1, i % 2 == 0, i % 2 == 0 ? "" : "503");
    }
    return 0;
  }
}
