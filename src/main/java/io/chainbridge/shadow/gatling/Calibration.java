package io.chainbridge.shadow.gatling;

import static io.gatling.javaapi.core.CoreDsl.asLongAs;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.http.HttpDsl.http;

import io.chainbridge.shadow.record.NoiseFloor;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * Finds the noise floor before a run warms up: the first of its users asks a {@link
 * TrivialEndpoint} by Gatling, as all else is asked. Takes four seconds at most, and usually a
 * tenth of that. Thread-safe.
 */
final class Calibration {
  /** What the first requests of a fresh JVM take says nothing of the others. */
  private static final int UNCOUNTED = 200;

  private static final int PART = 30;
  private static final int PARTS = 10;
  private static final Duration LONGEST = Duration.ofSeconds(2);

  private static final String CALIBRATES = "calibrates";

  private final AtomicBoolean taken = new AtomicBoolean();
  private final long[] micros = new long[PART * PARTS];
  private final BooleanSupplier wanted;
  private volatile Optional<TrivialEndpoint> endpoint = Optional.empty();
  private volatile Optional<NoiseFloor> found = Optional.empty();
  private volatile long startNanos;
  private volatile Stopwatch stopwatch = new Stopwatch();
  private final AtomicInteger made = new AtomicInteger();

  /**
   * @param wanted whether there is still to be a run
   */
  Calibration(BooleanSupplier wanted) {
    this.wanted = wanted;
  }

  /** What was found; empty before the end, or if there was no time. */
  Optional<NoiseFloor> found() {
    return found;
  }

  /** What every user does, though only the first has something to do. */
  ChainBuilder steps() {
    return exec(this::begin)
        .exec(
            asLongAs(session -> session.getBoolean(CALIBRATES))
                .on(
                    exec(http("calibration")
                            .get(session -> endpoint.orElseThrow().uri().toString())
                            .requestTimeout(LONGEST)
                            .sign(
                                (request, session) -> {
                                  stopwatch.sent();
                                  return request;
                                })
                            .transformResponse(
                                (response, session) -> {
                                  stopwatch.answered();
                                  return response;
                                })
                            .silent())
                        .exec(this::note)));
  }

  private Session begin(Session session) {
    boolean first = taken.compareAndSet(false, true) && wanted.getAsBoolean();
    if (first) {
      endpoint = Optional.of(TrivialEndpoint.start());
      startNanos = System.nanoTime();
      stopwatch = new Stopwatch();
    }
    return session.set(CALIBRATES, first);
  }

  private Session note(Session session) {
    int number = made.getAndIncrement() - UNCOUNTED;
    if (number >= 0) {
      micros[number] = stopwatch.sentMicros();
    }
    boolean over =
        number + 1 == micros.length
            || session.isFailed()
            || System.nanoTime() - startNanos > LONGEST.toNanos()
            || !wanted.getAsBoolean();
    if (over) {
      endpoint.ifPresent(TrivialEndpoint::close);
      found = number + 1 == micros.length ? NoiseFloor.of(micros, PART) : Optional.empty();
    } else {
      stopwatch = new Stopwatch();
    }
    return session.markAsSucceeded().set(CALIBRATES, !over);
  }
}
