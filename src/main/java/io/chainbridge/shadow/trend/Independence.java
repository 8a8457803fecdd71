package io.chainbridge.shadow.trend;

import java.util.Arrays;
import java.util.List;

/**
 * How much less neighbours say that are alike than independent ones: with a lag-1 autocorrelation
 * ρ, n figures count as n (1 - ρ) / (1 + ρ) for their mean (G. V. Bayley and J. M. Hammersley, "The
 * effective number of independent observations in an autocorrelated time series", 1946). ρ is
 * estimated around the mean of each level, and corrected for what that estimate falls short, (1 + 4
 * ρ) / n of a level (F. H. C. Marriott and J. A. Pope, "Bias in the estimation of
 * autocorrelations", Biometrika 41, 1954). Neighbours that are less alike than chance makes them
 * count as independent.
 */
final class Independence {
  private static final double MOST_ALIKE = 0.9;

  private Independence() {}

  /**
   * The share of the figures that count, above 0 and at most 1.
   *
   * @param levels each with at least one figure
   */
  static double share(List<double[]> levels) {
    double squares = 0;
    double products = 0;
    int count = 0;
    for (double[] level : levels) {
      double mean = Arrays.stream(level).average().orElseThrow();
      for (int i = 0; i < level.length; i++) {
        squares += (level[i] - mean) * (level[i] - mean);
        products += i == 0 ? 0 : (level[i] - mean) * (level[i - 1] - mean);
      }
      count += level.length;
    }
    if (squares == 0) {
      return 1;
    }
    double found = products / squares;
    double missing = levels.size() * (1 + 4 * Math.max(0, found)) / count;
    double alike = Math.min(MOST_ALIKE, Math.max(0, found + missing));
    return (1 - alike) / (1 + alike);
  }
}
