package io.chainbridge.shadow.verdict;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongUnaryOperator;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * One-sided tests that ask of the order of figures alone, not of how they are distributed. Both
 * give the p-value of the normal approximation with continuity and tie correction, which is close
 * from about eight figures on and errs on the side of caution in the tail, and take the figures to
 * be independent of each other.
 */
public final class RankTests {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private RankTests() {}

  /**
   * Whether the later figures tend to be greater than the earlier ones, by H. B. Mann and D. R.
   * Whitney, "On a test of whether one of two random variables is stochastically larger than the
   * other", Annals of Mathematical Statistics 18 (1947). U counts the pairs in which the later is
   * greater, ties by half; without a difference its mean is n m / 2 and, with groups of t ties
   * among all N = n + m figures, its variance n m / 12 ((N + 1) - Σ (t³ - t) / (N (N - 1))).
   *
   * @return the p-value; 1 if all figures are equal
   */
  static double greater(double[] earlier, double[] later) {
    double u = 0;
    for (double before : earlier) {
      for (double after : later) {
        u += (Math.signum(after - before) + 1) / 2;
      }
    }
    double[] all = Arrays.copyOf(earlier, earlier.length + later.length);
    System.arraycopy(later, 0, all, earlier.length, later.length);
    double total = all.length;
    double pairs = (double) earlier.length * later.length;
    double ties = sumOverTies(all, t -> t * t * t - t) / (total * (total - 1));
    return upperTail(u - pairs / 2 - 0.5, pairs / 12 * (total + 1 - ties));
  }

  /**
   * Whether a series tends to rise, by H. B. Mann, "Nonparametric tests against trend",
   * Econometrica 13 (1945), and M. G. Kendall, "Rank correlation methods" (4th ed., 1975). S counts
   * the pairs that rise less those that fall; without a trend its mean is 0 and, with groups of t
   * ties, its variance (n (n - 1) (2 n + 5) - Σ t (t - 1) (2 t + 5)) / 18.
   *
   * @return the p-value; 1 if all figures are equal
   */
  static double rising(double[] series) {
    long s = 0;
    for (int i = 0; i < series.length; i++) {
      for (int j = i + 1; j < series.length; j++) {
        s += Math.round(Math.signum(series[j] - series[i]));
      }
    }
    return upperTail(s - 1.0, kendallVariance(series));
  }

  /** The variance of S in a series without a trend, as said above; 0 if all figures are equal. */
  public static double kendallVariance(double[] series) {
    LongUnaryOperator term = t -> t * (t - 1) * (2 * t + 5);
    return (term.applyAsLong(series.length) - sumOverTies(series, term)) / 18.0;
  }

  private static long sumOverTies(double[] figures, LongUnaryOperator term) {
    Map<Double, Long> groups = new TreeMap<>();
    for (double figure : figures) {
      groups.merge(figure, 1L, Long::sum);
    }
    return groups.values().stream().mapToLong(term::applyAsLong).sum();
  }

  private static double upperTail(double excess, double variance) {
    return variance <= 0 ? 1 : NORMAL.survivalProbability(excess / Math.sqrt(variance));
  }
}
