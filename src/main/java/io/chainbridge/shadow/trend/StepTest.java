package io.chainbridge.shadow.trend;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Whether figures from a place on are greater or smaller than those before it: B. L. Welch's t-test
 * ("The generalization of 'Student's' problem when several different population variances are
 * involved", Biometrika 34, 1947) on ranks, as D. W. Zimmerman and B. D. Zumbo recommend where
 * tails are heavy ("Rank transformations and the power of the Student t test and Welch t' test for
 * non-normal populations with unequal variances", Canadian Journal of Experimental Psychology 47,
 * 1993). Neighbours that are alike count for less, by {@link Independence}.
 */
final class StepTest {
  private StepTest() {}

  /**
   * The two-sided p-value.
   *
   * @param figures those on both sides
   * @param place index of the first after it; at least 2 are on either side
   * @return 1 if all are equal
   */
  static double pValue(double[] figures, int place) {
    double[] ranks = Ranks.of(figures);
    double[] before = Arrays.copyOf(ranks, place);
    double[] after = Arrays.copyOfRange(ranks, place, ranks.length);
    double independence = Independence.share(List.of(before, after));
    double n = before.length * independence;
    double m = after.length * independence;
    double a = variance(before) / n;
    double b = variance(after) / m;
    double difference = Math.abs(mean(after) - mean(before));
    if (a + b == 0) {
      return difference == 0 ? 1 : 0;
    }
    double freedom = (a + b) * (a + b) / (a * a / Math.max(1, n - 1) + b * b / Math.max(1, m - 1));
    return 2 * TDistribution.of(freedom).survivalProbability(difference / Math.sqrt(a + b));
  }

  private static double mean(double[] figures) {
    return Arrays.stream(figures).average().orElseThrow();
  }

  private static double variance(double[] figures) {
    double mean = mean(figures);
    return Arrays.stream(figures).map(figure -> (figure - mean) * (figure - mean)).sum()
        / (figures.length - 1);
  }
}
