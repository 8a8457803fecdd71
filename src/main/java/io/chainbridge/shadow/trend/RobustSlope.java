package io.chainbridge.shadow.trend;

import io.chainbridge.shadow.verdict.RankTests;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How steeply figures rise or fall, by the median of the slopes between all pairs (H. Theil 1950),
 * and between which slopes, by P. K. Sen, "Estimates of the regression coefficient based on
 * Kendall's tau", Journal of the American Statistical Association 63 (1968): with N slopes in order
 * and C the normal quantile times the standard deviation of Kendall's S, from the one at (N - C) /
 * 2 to the one at (N + C) / 2 + 1. As many as 29 of 100 figures may be outliers. Figures that are
 * alike beyond the slope widen the interval, by {@link Independence}.
 */
final class RobustSlope {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private final double[] times;
  private final double[] figures;
  private final double[] slopes;

  /**
   * The slope of figures over time.
   *
   * @param times in order, of which not all are the same
   */
  RobustSlope(double[] times, double[] figures) {
    this.times = times;
    this.figures = figures;
    this.slopes = slopes(times, figures);
  }

  private static double[] slopes(double[] times, double[] figures) {
    double[] slopes = new double[times.length * (times.length - 1) / 2];
    int count = 0;
    for (int i = 0; i < times.length; i++) {
      for (int j = i + 1; j < times.length; j++) {
        if (times[j] > times[i]) {
          slopes[count++] = (figures[j] - figures[i]) / (times[j] - times[i]);
        }
      }
    }
    double[] sorted = Arrays.copyOf(slopes, count);
    Arrays.sort(sorted);
    return sorted;
  }

  /** A slope between two others. */
  record Interval(double least, double most) {
    boolean excludesZero() {
      return least > 0 || most < 0;
    }
  }

  double slope() {
    return Medians.ofSorted(slopes);
  }

  /**
   * Between which slopes the true one is, at a confidence.
   *
   * @param confidence above 0 and below 1
   */
  Interval interval(double confidence) {
    double[] besides = Ranks.of(residuals(slope()));
    double variance = RankTests.kendallVariance(figures) / Independence.share(List.of(besides));
    double c = NORMAL.inverseSurvivalProbability((1 - confidence) / 2) * Math.sqrt(variance);
    int least = (int) Math.max(0, Math.rint((slopes.length - c) / 2) - 1);
    int most = (int) Math.min(slopes.length - 1.0, Math.rint((slopes.length + c) / 2));
    return new Interval(slopes[least], slopes[most]);
  }

  /** Where a line of a slope through the middle of the figures is at a time. */
  double at(double time, double slope) {
    return Medians.of(residuals(slope)) + slope * time;
  }

  private double[] residuals(double slope) {
    return IntStream.range(0, times.length)
        .mapToDouble(i -> figures[i] - slope * times[i])
        .toArray();
  }

  /** How far the figures are from the line, all together. */
  double distance() {
    double slope = slope();
    double level = at(0, slope);
    return Arrays.stream(residuals(slope)).map(residual -> Math.abs(residual - level)).sum();
  }
}
