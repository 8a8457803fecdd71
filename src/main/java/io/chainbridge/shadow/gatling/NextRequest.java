package io.chainbridge.shadow.gatling;

import io.chainbridge.shadow.budget.Endpoint;
import io.chainbridge.shadow.contract.Violation;
import io.gatling.http.client.impl.PrematureCloseException;
import io.gatling.javaapi.core.Session;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The request that a user makes next, or made last, held by the user's session. Thread-safe, but
 * for how long it took and what was found wrong with its answer.
 *
 * <p>No request is sent twice. When a kept connection is closed before an answer is complete,
 * Gatling sends the request again on a new one and tells nobody: a service that drops connections
 * would look well, a POST may be done twice, and what had come of the first answer stands before
 * the second. Gatling has no setting for it, but it signs a request each time it sends it.
 */
final class NextRequest {
  private static final String KEY = "next-request";

  private final Endpoint endpoint;
  private final int variant;
  private final String phase;
  private final Stopwatch stopwatch = new Stopwatch();
  private final AtomicBoolean sent = new AtomicBoolean();

  /** Written and read while an answer is checked, which one thread does. */
  private Optional<Violation> violation = Optional.empty();

  /**
   * @param variant of the endpoint's, counted from 0
   */
  NextRequest(Endpoint endpoint, int variant, String phase) {
    this.endpoint = endpoint;
    this.variant = variant;
    this.phase = phase;
  }

  /** Whether a user has one. */
  static boolean isIn(Session session) {
    return session.contains(KEY);
  }

  /**
   * A user's last one.
   *
   * @throws java.util.NoSuchElementException if there is none
   */
  static NextRequest in(Session session) {
    return session.get(KEY);
  }

  /** The user with this one instead of any other. */
  Session to(Session session) {
    return session.set(KEY, this);
  }

  /** A user who has nothing more to ask. */
  static Session none(Session session) {
    return session.remove(KEY);
  }

  /** The same of another endpoint. */
  NextRequest of(Endpoint other) {
    return new NextRequest(other, variant, phase);
  }

  String endpoint() {
    return endpoint.name();
  }

  int variant() {
    return variant;
  }

  String phase() {
    return phase;
  }

  /** How long it takes. */
  Stopwatch stopwatch() {
    return stopwatch;
  }

  /** Whether it has been, which takes a connection. */
  boolean isSent() {
    return sent.get();
  }

  /** What was found wrong with its answer. */
  void judged(Optional<Violation> found) {
    violation = found;
  }

  /** What was found wrong with its answer, if it was looked at. */
  Optional<Violation> violation() {
    return violation;
  }

  /**
   * It is being sent.
   *
   * @throws UncheckedIOException the second time, which fails the request
   */
  void send() {
    if (!sent.compareAndSet(false, true)) {
      throw new UncheckedIOException(PrematureCloseException.INSTANCE);
    }
    stopwatch.sent();
  }
}
