package io.chainbridge.shadow.verdict;

import io.chainbridge.shadow.budget.Quantile;
import io.chainbridge.shadow.record.LatencyPair;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/**
 * Between which values the ratio of two targets' latency percentiles lies, by the percentile
 * bootstrap (B. Efron and R. J. Tibshirani, "An introduction to the bootstrap", 1993, chapter 13):
 * as many pairs as there are get drawn from them with replacement, again and again, and the ratio
 * of each drawing noted. Pairs are drawn whole, since what slows the one half often slows the
 * other.
 *
 * <p>A percentile at the edge of its sample has no bound there that any drawing could show: with
 * fewer pairs than {@link #leastPairs} the interval is too short. Pairs that follow each other are
 * taken to be independent.
 *
 * <p>The drawings are the same each time, so that the same pairs have the same interval.
 */
final class PairedBootstrap {
  private static final long SEED = 42;

  /** Drawings that are wanted beyond each end of the interval. */
  private static final int BEYOND = 10;

  /** Where that would take more, fewer have to do. */
  private static final int MOST_DRAWINGS = 20_000;

  private final long[] baseline;
  private final long[] candidate;

  /** The places of each pair's halves in the two arrays above, which are in order. */
  private final int[] baselineRanks;

  private final int[] candidateRanks;

  /** Takes at least one pair. */
  PairedBootstrap(List<LatencyPair> pairs) {
    baseline = sorted(pairs, LatencyPair::baselineMicros);
    candidate = sorted(pairs, LatencyPair::candidateMicros);
    baselineRanks = ranks(pairs, LatencyPair::baselineMicros);
    candidateRanks = ranks(pairs, LatencyPair::candidateMicros);
  }

  /**
   * A range of ratios.
   *
   * @param least above 0
   * @param most at least as much
   */
  record Interval(double least, double most) {}

  /**
   * The fewest pairs of which a percentile has a bound on both sides: those in which none lies
   * beyond it by a chance of no more than the error.
   *
   * @param error above 0 and below 1
   */
  static long leastPairs(Quantile quantile, double error) {
    return ClopperPearson.leastSample(quantile.tail(), 1 - error);
  }

  /** The candidate's percentile over the baseline's, as measured. */
  double ratio(Quantile quantile) {
    return (double) candidateMicros(quantile) / baselineMicros(quantile);
  }

  long baselineMicros(Quantile quantile) {
    return baseline[Math.toIntExact(quantile.index(baseline.length))];
  }

  long candidateMicros(Quantile quantile) {
    return candidate[Math.toIntExact(quantile.index(candidate.length))];
  }

  /**
   * The intervals of all percentiles.
   *
   * @param error the chance that the true ratio is below an interval, and that it is above; above 0
   *     and below 0.5
   */
  Map<Quantile, Interval> intervals(double error) {
    int drawings = (int) Math.min(MOST_DRAWINGS, Math.ceil(BEYOND / error));
    int beyond = (int) Math.max(1, drawings * error);
    Quantile[] quantiles = Quantile.values();
    double[][] ratios = new double[quantiles.length][drawings];
    SplittableRandom random = new SplittableRandom(SEED);
    int[] baselineDrawn = new int[baseline.length];
    int[] candidateDrawn = new int[candidate.length];
    for (int drawing = 0; drawing < drawings; drawing++) {
      Arrays.fill(baselineDrawn, 0);
      Arrays.fill(candidateDrawn, 0);
      for (int i = 0; i < baseline.length; i++) {
        int pair = random.nextInt(baseline.length);
        baselineDrawn[baselineRanks[pair]]++;
        candidateDrawn[candidateRanks[pair]]++;
      }
      for (int q = 0; q < quantiles.length; q++) {
        ratios[q][drawing] =
            (double) drawn(candidate, candidateDrawn, quantiles[q])
                / drawn(baseline, baselineDrawn, quantiles[q]);
      }
    }
    Map<Quantile, Interval> intervals = new EnumMap<>(Quantile.class);
    for (int q = 0; q < quantiles.length; q++) {
      Arrays.sort(ratios[q]);
      intervals.put(
          quantiles[q], new Interval(ratios[q][beyond - 1], ratios[q][drawings - beyond]));
    }
    return intervals;
  }

  /** A percentile of a drawing, looked for from the nearer end. */
  private static long drawn(long[] latencies, int[] counts, Quantile quantile) {
    long left = latencies.length - quantile.index(latencies.length);
    int place = latencies.length;
    while (left > 0) {
      left -= counts[--place];
    }
    return latencies[place];
  }

  private static long[] sorted(List<LatencyPair> pairs, ToLongFunction<LatencyPair> half) {
    return pairs.stream().mapToLong(half).sorted().toArray();
  }

  private static int[] ranks(List<LatencyPair> pairs, ToLongFunction<LatencyPair> half) {
    int[] ranks = new int[pairs.size()];
    int[] order =
        IntStream.range(0, pairs.size())
            .boxed()
            .sorted(Comparator.comparingLong(pair -> half.applyAsLong(pairs.get(pair))))
            .mapToInt(pair -> pair)
            .toArray();
    for (int rank = 0; rank < order.length; rank++) {
      ranks[order[rank]] = rank;
    }
    return ranks;
  }
}
