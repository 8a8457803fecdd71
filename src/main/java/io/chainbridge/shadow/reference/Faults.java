package io.chainbridge.shadow.reference;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

/**
 * How the reference service misbehaves on purpose, so that a gate can be seen to close.
 *
 * <p>Faults concern the answers of {@code /iq/*} alone; {@code /health} stays honest, since it says
 * whether a run may start at all.
 *
 * @param latency time added before each answer, 0 to {@link #MAX_LATENCY}; kept in whole
 *     milliseconds, the rest is cut off
 * @param errorRate share of answers that are 500 instead, 0 to 1 inclusive; which ones follows from
 *     the service's seed
 * @param eventsKb least size of an events answer's body in KB of 1,024 bytes, 0 to {@link
 *     #MAX_EVENTS_KB}; a smaller body is filled up to exactly this size
 * @param modelVersion whether answers carry {@code model_version}, in themselves and in their
 *     events
 */
public record Faults(Duration latency, double errorRate, int eventsKb, boolean modelVersion) {

  /** The longest latency that can be added. */
  public static final Duration MAX_LATENCY = Duration.ofMinutes(10);

  /** The largest least size of an events answer, in KB. */
  public static final int MAX_EVENTS_KB = 10_240;

  /** No faults at all: the service behaves. */
  public static final Faults NONE = new Faults(Duration.ZERO, 0, 0, true);

  /**
   * Checks the bounds.
   *
   * @throws IllegalArgumentException if a component is out of its bounds
   */
  public Faults {
    if (latency.isNegative() || latency.compareTo(MAX_LATENCY) > 0) {
      throw new IllegalArgumentException("latency must be 0 to 10 minutes, was " + latency);
    }
    if (!(errorRate >= 0 && errorRate <= 1)) {
      throw new IllegalArgumentException("error rate must be 0 to 1, was " + errorRate);
    }
    if (eventsKb < 0 || eventsKb > MAX_EVENTS_KB) {
      throw new IllegalArgumentException(
          "events size must be 0 to " + MAX_EVENTS_KB + " KB, was " + eventsKb);
    }
    latency = latency.truncatedTo(ChronoUnit.MILLIS);
  }

  /** These faults with another latency. */
  public Faults withLatency(Duration latency) {
    return new Faults(latency, errorRate, eventsKb, modelVersion);
  }

  /** These faults with another error rate. */
  public Faults withErrorRate(double errorRate) {
    return new Faults(latency, errorRate, eventsKb, modelVersion);
  }

  /** These faults with another least size of an events answer. */
  public Faults withEventsKb(int eventsKb) {
    return new Faults(latency, errorRate, eventsKb, modelVersion);
  }

  /** These faults with, or without, {@code model_version} in answers. */
  public Faults withModelVersion(boolean modelVersion) {
    return new Faults(latency, errorRate, eventsKb, modelVersion);
  }
}
