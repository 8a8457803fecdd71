package io.chainbridge.shadow.load;

import java.time.Duration;

/**
 * A part of an open model in which users arrive at one rate.
 *
 * @param name unique in its run; empty where a run has but one stage
 * @param judged whether its budgets are judged; not where the service only settles
 * @param rate arrivals a second, above 0
 * @param length until the next stage, more than zero
 */
public record Stage(String name, boolean judged, double rate, Duration length) {

  /** The one stage of a run whose rate never changes. */
  public static Stage only(double rate, Duration length) {
    return new Stage("", true, rate, length);
  }

  /** How many users arrive in it: rate times length, rounded, but at least one. */
  public long arrivals() {
    return Math.max(1, Math.round(rate * (length.toNanos() / 1e9)));
  }
}
