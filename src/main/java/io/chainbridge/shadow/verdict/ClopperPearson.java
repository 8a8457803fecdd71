package io.chainbridge.shadow.verdict;

import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * Exact one-sided confidence bounds of a proportion of which a sample of n independent trials
 * showed x, by C. J. Clopper and E. S. Pearson, "The use of confidence or fiducial limits
 * illustrated in the case of the binomial", Biometrika 26 (1934). In terms of the beta
 * distribution: the upper bound is its quantile at the confidence with parameters x + 1 and n - x,
 * the lower one its quantile at 1 - confidence with parameters x and n - x + 1. Exact for every n
 * and x; conservative, as any exact bound of a discrete distribution is.
 */
public final class ClopperPearson {
  private ClopperPearson() {}

  /**
   * The proportion is below this, at the confidence.
   *
   * @param x 0 to n
   * @param n at least 1
   * @param confidence above 0 and below 1
   */
  static double upper(long x, long n, double confidence) {
    return x == n
        ? 1
        : BetaDistribution.of(x + 1.0, (double) (n - x)).inverseCumulativeProbability(confidence);
  }

  /** The proportion is above this, at the confidence. Parameters as in {@link #upper}. */
  static double lower(long x, long n, double confidence) {
    return x == 0
        ? 0
        : BetaDistribution.of((double) x, n - x + 1.0).inverseCumulativeProbability(1 - confidence);
  }

  /**
   * The smallest sample that shows a proportion to be below a bound if it shows nothing of it at
   * all: the least n with (1 - bound)^n below 1 - confidence.
   *
   * @param bound above 0 and at most 1
   * @param confidence above 0 and below 1
   */
  public static long leastSample(double bound, double confidence) {
    return bound >= 1 ? 1 : (long) Math.floor(Math.log(1 - confidence) / Math.log1p(-bound)) + 1;
  }
}
