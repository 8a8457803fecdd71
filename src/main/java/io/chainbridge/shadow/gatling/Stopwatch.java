package io.chainbridge.shadow.gatling;

import io.gatling.http.response.Response;

/**
 * Times one request to the nanosecond, where Gatling's own figures are whole milliseconds. For the
 * one thread that makes a user's requests.
 */
final class Stopwatch {
  private static final long NANOS_PER_MS = 1_000_000;

  private long startNanos = System.nanoTime();
  private long sentNanos = startNanos;
  private long answeredNanos;
  private boolean answered;

  /** The request is about to be made. */
  void start() {
    startNanos = System.nanoTime();
    sentNanos = startNanos;
  }

  /** It is sent, which takes a connection. */
  void sent() {
    sentNanos = System.nanoTime();
  }

  /** The whole answer is there. */
  void answered() {
    answeredNanos = System.nanoTime();
    answered = true;
  }

  private long endNanos() {
    return answered ? answeredNanos : System.nanoTime();
  }

  /** How long it took, in whole milliseconds; so far, if there is no answer. */
  long millis() {
    return (endNanos() - startNanos) / NANOS_PER_MS;
  }

  /**
   * How long it took from when it was sent, or started if it never was, in microseconds, at least
   * 1; so far, if there is no answer.
   */
  long sentMicros() {
    return Math.max(1, (endNanos() - sentNanos) / 1_000);
  }

  /**
   * The answer without a millisecond that has not passed. Gatling cuts what its clock says at both
   * ends to whole ones, so that the difference may be one more than the time between them.
   */
  Response corrected(Response response) {
    long ms = response.endTimestamp() - response.startTimestamp();
    return millis() >= ms
        ? response
        : response.copy(
            response.request(),
            response.startTimestamp(),
            response.endTimestamp() - 1,
            response.status(),
            response.headers(),
            response.body(),
            response.checksums(),
            response.isHttp2());
  }
}
