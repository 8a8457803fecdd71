package io.chainbridge.shadow.trend;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Figures replaced by their order, in which a single outlier is no more than one place off. */
final class Ranks {
  private Ranks() {}

  /** The rank of each figure, from 1; equal ones share the mean of theirs. */
  static double[] of(double[] figures) {
    int[] order =
        IntStream.range(0, figures.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> figures[i]))
            .mapToInt(i -> i)
            .toArray();
    double[] ranks = new double[figures.length];
    for (int from = 0, to; from < order.length; from = to) {
      to = from + 1;
      while (to < order.length && figures[order[to]] == figures[order[from]]) {
        to++;
      }
      double shared = (from + 1 + to) / 2.0;
      Arrays.stream(order, from, to).forEach(i -> ranks[i] = shared);
    }
    return ranks;
  }
}
