package io.chainbridge.shadow.trend;

import java.util.Arrays;

/** Figures replaced by their order, in which a single outlier is no more than one place off. */
final class Ranks {
  private Ranks() {}

  /** The rank of each figure, from 1; equal ones share the mean of theirs. */
  static double[] of(double[] figures) {
    double[] sorted = figures.clone();
    Arrays.sort(sorted);
    double[] ranks = new double[figures.length];
    for (int i = 0; i < ranks.length; i++) {
      ranks[i] = (below(sorted, figures[i]) + 1 + upTo(sorted, figures[i])) / 2.0;
    }
    return ranks;
  }

  /** How many are smaller. */
  private static int below(double[] sorted, double figure) {
    int from = 0;
    for (int to = sorted.length; from < to; ) {
      int middle = (from + to) >>> 1;
      if (sorted[middle] < figure) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  /** How many are smaller or equal. */
  private static int upTo(double[] sorted, double figure) {
    int from = 0;
    for (int to = sorted.length; from < to; ) {
      int middle = (from + to) >>> 1;
      if (sorted[middle] <= figure) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }
}
