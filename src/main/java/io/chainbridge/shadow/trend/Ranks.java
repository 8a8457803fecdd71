package io.chainbridge.shadow.trend;

import java.util.Arrays;

/** Figures replaced by their order, in which a single outlier is no more than one place off. */
final class Ranks {
  private Ranks() {}

  /** The rank of each figure, from 1; equal ones share the mean of theirs. */
  static double[] of(double[] figures) {
    double[] sorted = figures.clone();
    Arrays.sort(sorted);
    double[] ofSorted = new double[sorted.length];
    for (int from = 0, to; from < sorted.length; from = to) {
      to = from + 1;
      while (to < sorted.length && sorted[to] == sorted[from]) {
        to++;
      }
      Arrays.fill(ofSorted, from, to, (from + 1 + to) / 2.0);
    }
    return Arrays.stream(figures)
        .map(figure -> ofSorted[Arrays.binarySearch(sorted, figure)])
        .toArray();
  }
}
