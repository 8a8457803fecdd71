package io.chainbridge.shadow.trend;

/**
 * Where a series falls most clearly into two, by D. S. Matteson and N. A. James, "A nonparametric
 * approach for multiple change point analysis of multivariate data", Journal of the American
 * Statistical Association 109 (2014). For the n figures before a place and the next m from there on
 *
 * <pre>Q = nm/(n+m) (2/(nm) Σ|x-y| - 2/(n(n-1)) Σ|x-x'| - 2/(m(m-1)) Σ|y-y'|)</pre>
 *
 * is large where the two are distributed differently. The m need not reach the end, so that a rise
 * is found that a fall soon follows. Their exponent α is 1.
 *
 * @param place index of the first figure after it
 * @param end of the figures that it was found by, exclusive
 */
record EnergySplit(int place, int end) {

  /**
   * The place and end with the greatest Q, the first of equals.
   *
   * @param figures at least twice {@code least}; time and memory grow with the square of their
   *     number
   * @param least figures on either side, at least 2
   */
  static EnergySplit of(double[] figures, int least) {
    double[][] sums = sumsOfDistances(figures);
    EnergySplit best = new EnergySplit(least, figures.length);
    double greatest = Double.NEGATIVE_INFINITY;
    for (int n = least; n <= figures.length - least; n++) {
      for (int end = n + least; end <= figures.length; end++) {
        double m = end - n;
        double within = sums[n][n] / 2;
        double across = sums[n][end] - sums[n][n];
        double beyond = (sums[end][end] - 2 * sums[n][end] + sums[n][n]) / 2;
        double q = 2 * (across - within * m / (n - 1.0) - beyond * n / (m - 1)) / (n + m);
        if (q > greatest) {
          greatest = q;
          best = new EnergySplit(n, end);
        }
      }
    }
    return best;
  }

  /** At [i][j] the sum over the distances of the first i figures from the first j. */
  private static double[][] sumsOfDistances(double[] figures) {
    double[][] sums = new double[figures.length + 1][figures.length + 1];
    for (int i = 0; i < figures.length; i++) {
      for (int j = 0; j < figures.length; j++) {
        sums[i + 1][j + 1] =
            sums[i][j + 1] + sums[i + 1][j] - sums[i][j] + Math.abs(figures[i] - figures[j]);
      }
    }
    return sums;
  }
}
