package io.chainbridge.shadow.gatling;

import static org.assertj.core.api.Assertions.assertThat;

import io.chainbridge.shadow.budget.Endpoint;
import io.chainbridge.shadow.budget.Limit;
import io.chainbridge.shadow.record.RunRecorder;
import io.chainbridge.shadow.record.RunSample;
import io.chainbridge.shadow.settings.Pace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;

class ProofPlanTest {
  private static final Endpoint STATS =
      RunSample.endpoint("stats", Map.of(Limit.P95_LATENCY_MS, 75.0));
  private static final Endpoint EVENTS =
      RunSample.endpoint("events", Map.of(Limit.P99_LATENCY_MS, 75.0, Limit.MAX_FAILURE_RATE, 0.5));
  private static final Endpoint LARGE =
      RunSample.endpoint("large", Map.of(Limit.MAX_RESPONSE_SIZE_KB, 25.0));

  private final RunRecorder recorder = new RunRecorder(List.of(STATS, EVENTS, LARGE));

  @Test
  void endpointsTakeTurnsUntilTheirLimitsAreProven() {
    ProofPlan plan = plan(5_000, STATS, EVENTS);
    assertThat(plan.get()).hasValue(STATS);
    assertThat(plan.get()).hasValue(EVENTS);
    assertThat(plan.get()).hasValue(STATS);
    answer(STATS, 2, 5);
    answer(EVENTS, 1, 5);
    assertThat(requests(plan, endpoint -> 5)).isEqualTo(81 + 410 - 3);
    assertThat(recorder.endpoints())
        .extracting(measured -> measured.requests())
        .containsExactly(81L, 410L, 0L);
    assertThat(plan.lack()).isEmpty();
  }

  @Test
  void whatIsNeverProvenIsAskedAsOftenAsAllowed() {
    AtomicInteger number = new AtomicInteger();
    ProofPlan plan = plan(400, STATS);
    assertThat(requests(plan, endpoint -> number.incrementAndGet() % 20 == 0 ? 75 : 5))
        .isEqualTo(400);
    assertThat(plan.lack()).isEmpty();
  }

  @Test
  void anAnswerThatUndoesAProofIsFollowedByMoreRequests() {
    ProofPlan plan = plan(5_000, STATS);
    for (int i = 0; i < 82; i++) {
      assertThat(plan.get()).hasValue(STATS);
    }
    answer(STATS, 81, 5);
    assertThat(plan.get()).isEmpty();
    answer(STATS, 1, 75);
    assertThat(plan.get()).hasValue(STATS);
  }

  @Test
  void anEndpointWithoutALimitToProveIsAskedOnce() {
    assertThat(requests(plan(5_000, LARGE), endpoint -> 5)).isEqualTo(1);
  }

  @Test
  void aRunThatBrokeOffLacksAnswersOrProofs() {
    ProofPlan plan = plan(5_000, STATS);
    assertThat(plan.lack()).hasValue("stats has 0 requests, which prove too little");
    assertThat(plan.get()).hasValue(STATS);
    assertThat(plan.lack()).hasValue("stats has 0 of 1 requests");
    answer(STATS, 1, 5);
    assertThat(plan.lack()).hasValue("stats has 1 requests, which prove too little");
  }

  private ProofPlan plan(int most, Endpoint... endpoints) {
    return new ProofPlan(List.of(endpoints), recorder, new Pace.UntilProven(1, 0.95, most));
  }

  /** How many requests a plan makes of one user, each answered before the next. */
  private int requests(ProofPlan plan, ToLongFunction<Endpoint> millis) {
    int requests = 0;
    for (Optional<Endpoint> next = plan.get(); next.isPresent(); next = plan.get()) {
      answer(next.get(), 1, millis.applyAsLong(next.get()));
      requests++;
    }
    return requests;
  }

  private void answer(Endpoint endpoint, int times, long millis) {
    for (int i = 0; i < times; i++) {
      recorder.request(endpoint.name(), 0, millis, true, "");
    }
  }
}
