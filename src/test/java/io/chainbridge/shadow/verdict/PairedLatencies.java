package io.chainbridge.shadow.verdict;

import io.chainbridge.shadow.record.LatencyPair;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Latencies of two targets that differ by chance and by a factor, of the kinds that services have.
 */
enum PairedLatencies {
  /** A tenth more or less. */
  STEADY,
  /** Log-normal with a sigma of 0.3. */
  LOG_NORMAL,
  /** Log-normal with a sigma of 0.6, as busy services have. */
  WIDE,
  /** One in twenty takes five to ten times as long. */
  WITH_SPIKES,
  /** Fast and slow answers, one in three the latter. */
  BIMODAL,
  /** The machine is slow and quick by turns, for about fifty pairs, by half. */
  WANDERING;

  /**
   * Draws pairs.
   *
   * @param slower by which factor all the candidate's latencies are longer
   */
  List<LatencyPair> draw(int pairs, double slower, Random random) {
    double[] pace = {0};
    return Stream.generate(
            () -> {
              pace[0] = 0.98 * pace[0] + 0.2 * random.nextGaussian();
              double common = this == WANDERING ? Math.exp(0.4 * pace[0]) : 1;
              return new LatencyPair(
                  micros(common * one(random)), micros(common * slower * one(random)));
            })
        .limit(pairs)
        .toList();
  }

  private static long micros(double millis) {
    return Math.max(1, Math.round(1_000 * millis));
  }

  private double one(Random random) {
    double z = random.nextGaussian();
    return switch (this) {
      case STEADY, WANDERING -> 20 * Math.max(0.1, 1 + 0.1 * z);
      case LOG_NORMAL -> 20 * Math.exp(0.3 * z);
      case WIDE -> 20 * Math.exp(0.6 * z);
      case WITH_SPIKES ->
          20 * Math.exp(0.2 * z) * (random.nextInt(20) == 0 ? 5 + 5 * random.nextDouble() : 1);
      case BIMODAL -> (random.nextInt(3) == 0 ? 40 : 10) * Math.exp(0.1 * z);
    };
  }

  /**
   * In how many simulated runs, of two endpoints alike each, a regression is seen. The same in
   * every simulation.
   *
   * @param limit beyond which an interval must lie
   */
  int seen(int runs, int pairs, double slower, double limit) {
    Random random = new Random(42);
    int seen = 0;
    for (int run = 0; run < runs; run++) {
      boolean one = isSeen(draw(pairs, slower, random), limit);
      boolean other = isSeen(draw(pairs, slower, random), limit);
      seen += one || other ? 1 : 0;
    }
    return seen;
  }

  private static boolean isSeen(List<LatencyPair> pairs, double limit) {
    return Comparison.of("stats", pairs, 2).percentiles().stream()
        .anyMatch(
            percentile ->
                new Evidence.Difference(pairs.size(), percentile).proof(limit)
                    == Evidence.Proof.REFUTED);
  }
}
