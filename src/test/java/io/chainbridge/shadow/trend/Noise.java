package io.chainbridge.shadow.trend;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** Figures that do not change but for chance, of the kinds that load tests have. */
enum Noise {
  NORMAL,
  LOG_NORMAL,
  /** Student's t with two degrees of freedom, folded: its variance is infinite. */
  HEAVY_TAILED,
  /** One in twenty is five to ten times as long. */
  WITH_SPIKES,
  /** Few different values, hence many ties. */
  WHOLE_MILLIS,
  BIMODAL,
  AUTOCORRELATED_BY_3_TENTHS,
  AUTOCORRELATED_BY_HALF,
  AUTOCORRELATED_BY_7_TENTHS;

  /**
   * A series.
   *
   * @param spread standard deviation over the mean; of LOG_NORMAL three times as much
   */
  double[] series(int length, double spread, Random random) {
    DoubleUnaryOperator around = z -> 20 * (1 + spread * z);
    return switch (this) {
      case NORMAL -> wandering(length, 0, random, around);
      case LOG_NORMAL -> wandering(length, 0, random, z -> 20 * Math.exp(3 * spread * z));
      case HEAVY_TAILED ->
          wandering(
              length,
              0,
              random,
              z -> 20 * (1 + spread * Math.abs(z) / Math.sqrt(-Math.log(1 - random.nextDouble()))));
      case WITH_SPIKES ->
          wandering(
              length,
              0,
              random,
              z ->
                  around.applyAsDouble(z)
                      * (random.nextDouble() < 0.05 ? 5 + 5 * random.nextDouble() : 1));
      case WHOLE_MILLIS -> wandering(length, 0, random, z -> Math.rint(12 * (1 + spread * z)));
      case BIMODAL ->
          wandering(
              length, 0, random, z -> (random.nextBoolean() ? 20 : 30) * (1 + spread / 3 * z));
      case AUTOCORRELATED_BY_3_TENTHS -> wandering(length, 0.3, random, around);
      case AUTOCORRELATED_BY_HALF -> wandering(length, 0.5, random, around);
      case AUTOCORRELATED_BY_7_TENTHS -> wandering(length, 0.7, random, around);
    };
  }

  /** An autoregressive process of the first order, each figure then seen in some way. */
  private static double[] wandering(
      int length, double alike, Random random, DoubleUnaryOperator seen) {
    double[] state = {random.nextGaussian() / Math.sqrt(1 - alike * alike)};
    return IntStream.range(0, length)
        .mapToDouble(
            i -> {
              double figure = seen.applyAsDouble(state[0]);
              state[0] = alike * state[0] + random.nextGaussian();
              return figure;
            })
        .toArray();
  }
}
