package io.chainbridge.shadow.verdict;

import io.chainbridge.shadow.budget.Quantile;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What became of one limit at one endpoint. Immutable.
 *
 * @param phase of the run, or region that it was asked from; empty for all of it
 * @param endpoint its name; empty where it is about all of them
 * @param limit key of the limit, or {@value #CONTRACT}
 * @param budget what the figure must stay below; for the contract the violations allowed, 0; for
 *     {@value #MIN_CAPACITY} what it must reach
 * @param measured the figure, in the limit's unit; empty without data
 * @param result what became of it
 * @param evidence what that rests on
 */
public record Outcome(
    String phase,
    String endpoint,
    String limit,
    double budget,
    OptionalDouble measured,
    Result result,
    Evidence evidence) {

  /** In place of a limit's key: that every answer kept the contract. */
  public static final String CONTRACT = "contract";

  /** In place of a limit's key: seconds until all budgets hold again after a peak. */
  public static final String MAX_RECOVERY = "max_recovery_s";

  /** In place of a limit's key: the share by which latencies grow in a soak. */
  public static final String MAX_DRIFT = "max_drift";

  /** In place of a limit's key: arrivals a second that must meet the budgets, at least. */
  public static final String MIN_CAPACITY = "min_capacity_rps";

  private static final String REGRESSION = "_regression";

  /**
   * In place of a limit's key: the share by which a latency percentile may be above a baseline's,
   * such as {@code p95_regression}.
   */
  public static String regression(Quantile quantile) {
    return quantile.name().toLowerCase(Locale.ROOT) + REGRESSION;
  }

  /** The percentile of such a key; empty for all others. */
  public static Optional<Quantile> regressing(String limit) {
    return Arrays.stream(Quantile.values())
        .filter(quantile -> regression(quantile).equals(limit))
        .findFirst();
  }

  /** What can become of a limit. */
  public enum Result {
    /** The figure is below the limit, or reaches it where it is a least one. */
    MET,
    /** The figure is on the other side. */
    BREACHED,
    /**
     * A run that was to go on until it proves the one or the other proved neither, or the limit is
     * finer than what the injector could resolve.
     */
    INCONCLUSIVE,
    /** There is no figure to speak of. */
    NO_DATA;

    /** Whether the limit does not hold, or nothing is there to hold it: more than a doubt. */
    public boolean broke() {
      return this == BREACHED || this == NO_DATA;
    }

    /** Its name in results. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The same, of a phase. */
  Outcome in(String otherPhase) {
    return new Outcome(otherPhase, endpoint, limit, budget, measured, result, evidence);
  }

  /** Whether the limit does not hold, or nothing is there to hold it: more than a doubt. */
  public boolean broke() {
    return result.broke();
  }

  /** Whether this outcome lets a run pass. */
  public boolean passed() {
    return result == Result.MET;
  }

  /**
   * The part of the budget that is left, negative when breached; empty without figure or budget.
   */
  public OptionalDouble headroom() {
    return headroom(limit, budget, measured);
  }

  /** The same of any outcome's figures. */
  public static OptionalDouble headroom(String limit, double budget, OptionalDouble measured) {
    if (measured.isEmpty() || budget == 0) {
      return OptionalDouble.empty();
    }
    double below = (budget - measured.getAsDouble()) / budget;
    return OptionalDouble.of(limit.equals(MIN_CAPACITY) ? -below : below);
  }
}
