package io.chainbridge.shadow.gatling;

import io.chainbridge.shadow.budget.Endpoint;
import io.chainbridge.shadow.record.LatencyPair;
import io.chainbridge.shadow.record.PairRecorder;
import io.chainbridge.shadow.record.RunRecorder;
import io.gatling.javaapi.core.Session;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Asks target and baseline the same, one right after the other, so that whatever disturbs the
 * machine disturbs both. Which comes first is drawn for each pair: what the one leaves behind would
 * else always meet the other. Thread-safe.
 */
final class PairPlan {
  private static final String SECOND = "second";
  private static final String FIRST_MICROS = "firstMicros";

  private final List<Endpoint> endpoints;
  private final long pairs;
  private final PairRecorder recorder;
  private final AtomicLong turns = new AtomicLong();

  /**
   * @param endpoints of the gate
   * @param pairs of each
   */
  PairPlan(List<Endpoint> endpoints, int pairs, PairRecorder recorder) {
    this.endpoints = endpoints;
    this.pairs = (long) pairs * endpoints.size();
    this.recorder = recorder;
  }

  /** A user whose next request is the first of another pair, or who has nothing more to ask. */
  Session first(Session session, Requests requests) {
    long turn = turns.getAndIncrement();
    if (turn >= pairs) {
      return NextRequest.none(session);
    }
    Endpoint endpoint = endpoints.get((int) (turn % endpoints.size()));
    Endpoint twin = Twins.of(endpoint);
    boolean twinFirst = ThreadLocalRandom.current().nextBoolean();
    return requests
        .next(twinFirst ? twin : endpoint, RunRecorder.NO_PHASE)
        .to(session.set(SECOND, twinFirst ? endpoint : twin));
  }

  /** The user has the first answer and asks the other. */
  Session second(Session session) {
    NextRequest first = NextRequest.in(session);
    return first
        .of(session.<Endpoint>get(SECOND))
        .to(session.set(FIRST_MICROS, first.stopwatch().sentMicros()));
  }

  /** The user has both answers. */
  Session complete(Session session) {
    long first = session.getLong(FIRST_MICROS);
    long second = NextRequest.in(session).stopwatch().sentMicros();
    String name = session.<Endpoint>get(SECOND).name();
    if (Twins.isOne(name)) {
      recorder.complete(Twins.original(name), new LatencyPair(second, first));
    } else {
      recorder.complete(name, new LatencyPair(first, second));
    }
    return session;
  }
}
