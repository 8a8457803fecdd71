package io.chainbridge.shadow.load;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.OptionalDouble;

/**
 * A search for the highest arrival rate at which a service meets its budgets, told of one rate at a
 * time whether it did.
 *
 * <p>From the start the rate doubles until the budgets are breached or the most is reached; then
 * the gap between the highest rate met and the lowest breached is halved until it is at most 5 % of
 * the former. Where the start is breached already, it is halved, up to five times, in search of a
 * rate that is met. A breach that its sample does not prove may be chance and is tried once more;
 * the second time it counts. Rates are rounded to three significant digits, but for the start and
 * the most, which are tried as they were given.
 *
 * <p>Rates are in virtual users per second, though any unit will do. Not thread-safe.
 */
public final class RateSearch {
  private static final double CLOSE_ENOUGH = 0.05;
  private static final int MOST_HALVINGS = 5;
  private static final MathContext DIGITS = new MathContext(3);

  private final double start;
  private final double max;
  private OptionalDouble highestMet = OptionalDouble.empty();
  private OptionalDouble lowestBreached = OptionalDouble.empty();
  private OptionalDouble inDoubt = OptionalDouble.empty();
  private int breachesBeforeAnyMet;

  /**
   * Begins a search.
   *
   * @param start the first rate to try, above 0
   * @param max the highest rate to try, at least the start
   * @throws IllegalArgumentException if they are not
   */
  public RateSearch(double start, double max) {
    if (!(start > 0 && start <= max && max < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "a search from %s to %s: must be above 0 and not descend".formatted(start, max));
    }
    this.start = start;
    this.max = max;
  }

  /** The rate to try, the same until one is told of it; empty when the search is over. */
  public OptionalDouble next() {
    if (inDoubt.isPresent()) {
      return inDoubt;
    }
    if (highestMet.isEmpty()) {
      return breachesBeforeAnyMet > MOST_HALVINGS
          ? OptionalDouble.empty()
          : OptionalDouble.of(halved(breachesBeforeAnyMet));
    }
    double met = highestMet.getAsDouble();
    if (lowestBreached.isPresent()) {
      double breached = lowestBreached.getAsDouble();
      return (breached - met) / met <= CLOSE_ENOUGH
          ? OptionalDouble.empty()
          : OptionalDouble.of(rounded(met + (breached - met) / 2));
    }
    return met >= max ? OptionalDouble.empty() : OptionalDouble.of(Math.min(max, rounded(met * 2)));
  }

  private double halved(int times) {
    return times == 0 ? start : rounded(Math.scalb(start, -times));
  }

  private static double rounded(double rate) {
    return new BigDecimal(rate).round(DIGITS).doubleValue();
  }

  /**
   * Every budget was met.
   *
   * @param rate that {@link #next} said to try
   * @throws IllegalArgumentException if it is another
   */
  public void met(double rate) {
    requireTried(rate);
    inDoubt = OptionalDouble.empty();
    highestMet = OptionalDouble.of(rate);
  }

  /**
   * A budget was breached.
   *
   * @param rate that {@link #next} said to try
   * @param certain whether the sample proves it; if not, the rate is tried once more
   * @throws IllegalArgumentException if it is another
   */
  public void breached(double rate, boolean certain) {
    requireTried(rate);
    if (!certain && inDoubt.isEmpty()) {
      inDoubt = OptionalDouble.of(rate);
      return;
    }
    inDoubt = OptionalDouble.empty();
    lowestBreached = OptionalDouble.of(rate);
    breachesBeforeAnyMet += highestMet.isEmpty() ? 1 : 0;
  }

  private void requireTried(double rate) {
    OptionalDouble next = next();
    if (next.isEmpty() || next.getAsDouble() != rate) {
      throw new IllegalArgumentException(
          "%s was not to be tried; %s"
              .formatted(
                  rate,
                  next.isEmpty()
                      ? "the search is over"
                      : "the next rate is " + next.getAsDouble()));
    }
  }

  /** The highest rate at which every budget was met so far; empty if there was none. */
  public OptionalDouble highestMet() {
    return highestMet;
  }

  /** The lowest rate at which a budget was breached so far; empty if there was none. */
  public OptionalDouble lowestBreached() {
    return lowestBreached;
  }
}
