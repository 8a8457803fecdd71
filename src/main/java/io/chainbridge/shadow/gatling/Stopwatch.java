package io.chainbridge.shadow.gatling;

import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.CheckBuilder;
import io.gatling.javaapi.core.Session;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Times what each user asks to the microsecond, where Gatling's own figures are whole milliseconds:
 * from when a request is sent, or begun if it never is, to its whole answer, or its end if it has
 * none. Thread-safe.
 */
final class Stopwatch {
  private final Map<Long, Lap> laps = new ConcurrentHashMap<>();

  private record Lap(long startNanos, OptionalLong nanos) {}

  /** The user's request is begun or sent. */
  void start(Session session) {
    laps.put(session.userId(), new Lap(System.nanoTime(), OptionalLong.empty()));
  }

  /** Sees the answer before any other check does. */
  CheckBuilder check() {
    return status()
        .transformWithSession(
            (status, session) -> {
              answered(session);
              return status;
            })
        .exists();
  }

  private void answered(Session session) {
    long now = System.nanoTime();
    laps.computeIfPresent(
        session.userId(),
        (user, lap) -> new Lap(lap.startNanos, OptionalLong.of(now - lap.startNanos)));
  }

  /**
   * How long the request took that the user began last and whose end it has reached, in
   * microseconds, at least 1.
   */
  long micros(Session session) {
    long now = System.nanoTime();
    @Nullable Lap lap = laps.remove(session.userId());
    if (lap == null) {
      throw new IllegalStateException("the user has begun no request");
    }
    return Math.max(1, lap.nanos.orElse(now - lap.startNanos) / 1_000);
  }
}
