package io.chainbridge.shadow.bench;

import java.util.Locale;

/**
 * What a comparison is to reach, in the median of its rounds unless it is to do so in each.
 *
 * @param of what must keep to the bound
 * @param atLeast whether the bound is the least that will do; otherwise it is the most
 * @param bound itself included; in the comparison's unit, unless it is of the ratio
 */
public record Target(Of of, boolean atLeast, double bound) {

  /** Of what. */
  public enum Of {
    /** Ours over theirs. */
    RATIO,
    /** Ours less theirs. */
    DIFFERENCE,
    /** Ours alone. */
    FIGURE,
    /** Ours alone, in each round. */
    EVERY_FIGURE
  }

  /** The ratio is to be that or more. */
  public static Target ratioAtLeast(double bound) {
    return new Target(Of.RATIO, true, bound);
  }

  /** The ratio is to be that or less. */
  public static Target ratioAtMost(double bound) {
    return new Target(Of.RATIO, false, bound);
  }

  /** Ours is to be over theirs by that at most. */
  public static Target differenceAtMost(double bound) {
    return new Target(Of.DIFFERENCE, false, bound);
  }

  /** Ours is to be that or more. */
  public static Target atLeast(double bound) {
    return new Target(Of.FIGURE, true, bound);
  }

  /** Ours is to be that or less. */
  public static Target atMost(double bound) {
    return new Target(Of.FIGURE, false, bound);
  }

  /** Ours is to be that or less in each round: one over it, and the target is missed. */
  public static Target everyRoundAtMost(double bound) {
    return new Target(Of.EVERY_FIGURE, false, bound);
  }

  boolean isReached(Comparison comparison) {
    double found =
        switch (of) {
          case RATIO -> comparison.ratio().median();
          case DIFFERENCE -> comparison.difference().median();
          case FIGURE -> comparison.ourSpread().median();
          case EVERY_FIGURE ->
              atLeast ? comparison.ourSpread().lowest() : comparison.ourSpread().highest();
        };
    return atLeast ? found >= bound : found <= bound;
  }

  String text(String unit) {
    String figure = String.format(Locale.ROOT, bound % 1 == 0 ? "%,.0f" : "%,.2f", bound);
    return "%s %s"
        .formatted(
            atLeast ? "at least" : "at most",
            switch (of) {
              case RATIO -> figure + " times";
              case DIFFERENCE -> figure + " " + unit + " more";
              case FIGURE -> figure + " " + unit;
              case EVERY_FIGURE -> figure + " " + unit + " in every round";
            });
  }
}
