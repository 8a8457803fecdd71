package io.chainbridge.shadow.record;

import java.time.Duration;

/**
 * How an open model's arrivals came about: what the injector was to do, and what it did. Immutable.
 *
 * @param planned arrivals that were due
 * @param made those that took place
 * @param length of the plan, as far as it was carried out
 * @param span until the end of that or the last arrival, whichever came later
 * @param lateness how long after its due time each took place
 */
public record ArrivalCount(
    long planned, long made, Duration length, Duration span, Latencies lateness) {
  /** An arrival that comes this much later is one that the injector could not make in time. */
  public static final Duration LATE = Duration.ofMillis(100);

  private static final double MOST_LATE = 0.05;

  /** Of no arrival. */
  public static final ArrivalCount NONE =
      new ArrivalCount(0, 0, Duration.ZERO, Duration.ZERO, Latencies.none());

  /** Both together, made at the same time by two injectors. */
  ArrivalCount plus(ArrivalCount other) {
    return new ArrivalCount(
        planned + other.planned,
        made + other.made,
        longer(length, other.length),
        longer(span, other.span),
        lateness.plus(other.lateness));
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  /** Planned arrivals a second; 0 without any. */
  public double plannedRate() {
    return rate(planned, length);
  }

  /** Actual arrivals a second; 0 without any. */
  public double actualRate() {
    return rate(made, span);
  }

  private static double rate(long arrivals, Duration time) {
    return time.isZero() ? 0 : arrivals / (time.toNanos() / 1e9);
  }

  /** Arrivals that came {@link #LATE} or later. */
  public long late() {
    return lateness.atOrOver((double) LATE.toMillis());
  }

  /**
   * Whether the load was what it was to be: fewer than 5 % of the arrivals were missing or late.
   * Otherwise the figures are about the injector.
   */
  public boolean keptUp() {
    return planned == 0 || planned - made + late() < MOST_LATE * planned;
  }
}
