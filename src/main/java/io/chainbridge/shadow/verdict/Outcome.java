package io.chainbridge.shadow.verdict;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * What became of one limit at one endpoint. Immutable.
 *
 * @param endpoint its name
 * @param limit key of the limit, or {@value #CONTRACT}
 * @param budget what the figure must stay below; for the contract the violations allowed, 0
 * @param measured the figure, in the limit's unit; empty without data
 * @param result what became of it
 * @param evidence what that rests on
 */
public record Outcome(
    String endpoint,
    String limit,
    double budget,
    OptionalDouble measured,
    Result result,
    Evidence evidence) {

  /** In place of a limit's key: that every answer kept the contract. */
  public static final String CONTRACT = "contract";

  /** What can become of a limit. */
  public enum Result {
    /** The figure is below the limit. */
    MET,
    /** The figure is at the limit or over it. */
    BREACHED,
    /** There is no figure to speak of. */
    NO_DATA;

    /** Its name in results. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether this outcome lets a run pass. */
  public boolean passed() {
    return result == Result.MET;
  }

  /**
   * The part of the budget that is left, negative when breached; empty without figure or budget.
   */
  public OptionalDouble headroom() {
    return measured.isEmpty() || budget == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((budget - measured.getAsDouble()) / budget);
  }
}
