package io.chainbridge.shadow.report;

import io.chainbridge.shadow.verdict.Outcome;
import java.util.Locale;

/**
 * How much of a budget is used, as a bar. The budget ends at {@value #BUDGET}; what is over it is
 * drawn up to {@value #WIDTH}, and the text says how much it is.
 *
 * @param used length of the part below the budget
 * @param over length of the part over it
 * @param text in words
 */
record HeadroomBar(String used, String over, String text) {
  static final int BUDGET = 100;
  static final int WIDTH = 130;

  /** Of an outcome that has a figure and a budget. */
  static HeadroomBar of(Outcome outcome, double headroom) {
    double used = Math.max(0, 1 - headroom) * BUDGET;
    return new HeadroomBar(
        length(Math.min(used, BUDGET)),
        length(Math.max(0, Math.min(used, WIDTH) - BUDGET)),
        text(outcome, headroom));
  }

  private static String text(Outcome outcome, double headroom) {
    if (outcome.limit().equals(Outcome.MIN_CAPACITY)) {
      return headroom >= 1
          ? Figures.times(1 + headroom) + " the budget"
          : Figures.share(Math.abs(headroom)) + (outcome.passed() ? " above" : " below");
    }
    if (outcome.passed()) {
      return Figures.share(headroom) + " left";
    }
    if (headroom == 0) {
      return "none left";
    }
    return headroom > -1
        ? Figures.share(-headroom) + " over"
        : Figures.times(1 - headroom) + " the budget";
  }

  private static String length(double length) {
    return String.format(Locale.ROOT, "%.1f", length);
  }
}
