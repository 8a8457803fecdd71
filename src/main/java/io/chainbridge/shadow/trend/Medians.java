package io.chainbridge.shadow.trend;

import java.util.Arrays;

/** The middle of figures. */
final class Medians {
  private Medians() {}

  /** Of an even number of figures the mean of the two in the middle; at least one figure. */
  static double of(double[] figures) {
    double[] sorted = figures.clone();
    Arrays.sort(sorted);
    return ofSorted(sorted);
  }

  /** The same of figures in ascending order. */
  static double ofSorted(double[] sorted) {
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }

  /** How far figures are from their median, all together. */
  static double distance(double[] figures) {
    double median = of(figures);
    return Arrays.stream(figures).map(figure -> Math.abs(figure - median)).sum();
  }
}
