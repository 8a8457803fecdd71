package io.chainbridge.shadow.verdict;

import io.chainbridge.shadow.budget.Quantile;
import io.chainbridge.shadow.record.LatencyPair;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.apache.commons.statistics.inference.MannWhitneyUTest;
import org.apache.commons.statistics.inference.SignificanceResult;

/**
 * How the latency of an endpoint differs from that of a baseline which was asked the same in turns.
 * Immutable.
 *
 * <p>By percentiles, each with a bootstrap interval of their ratio ({@link PairedBootstrap}). The
 * intervals of a run hold all together at {@value #CONFIDENCE} (Bonferroni): in one run of a
 * hundred at most one of them lies wholly above the truth.
 *
 * <p>As a whole, by the two-sided U test of H. B. Mann and D. R. Whitney (Annals of Mathematical
 * Statistics 18, 1947), and by the size of the effect that it is about: how often an answer of the
 * one is slower than one of the other (A. Vargha and H. D. Delaney, "A critique and improvement of
 * the CL common language effect size statistics", Journal of Educational and Behavioral Statistics
 * 25, 2000). Both take the halves of a pair for independent.
 *
 * @param endpoint its name
 * @param pairs how many there were, at least 1
 * @param percentiles one for each quantile, in their order
 * @param pValue how likely two equal targets would differ as much: small is significant
 * @param slower the share of all pairings of an answer with one of the baseline's in which it is
 *     the slower, ties counting half: 0.5 without a difference
 */
public record Comparison(
    String endpoint, int pairs, List<Percentile> percentiles, double pValue, double slower) {
  /** That no interval of a run is wrong. */
  public static final double CONFIDENCE = 0.98;

  public Comparison {
    percentiles = List.copyOf(percentiles);
  }

  /** How different an effect size is to call, by Vargha and Delaney. */
  public enum Effect {
    /** Nearly none. */
    NEGLIGIBLE,
    /** Noticeable in figures only. */
    SMALL,
    /** Plain. */
    MEDIUM,
    /** Hardly an overlap, or little of one. */
    LARGE
  }

  /**
   * How one percentile differs.
   *
   * @param quantile which one
   * @param baseline the baseline's
   * @param candidate that of the target which is compared with it
   * @param change the ratio of the two less 1: 0.1 is 10 % slower
   * @param interval where the true one is; empty if there are too few pairs to tell
   * @param pairsToTell how many it takes
   */
  public record Percentile(
      Quantile quantile,
      Duration baseline,
      Duration candidate,
      double change,
      Optional<Range> interval,
      long pairsToTell) {}

  /**
   * Where a change lies.
   *
   * @param least above -1
   * @param most at least as much
   */
  public record Range(double least, double most) {}

  /**
   * Compares.
   *
   * @param pairs at least one
   * @param endpoints how many the run compares, this one included
   */
  static Comparison of(String endpoint, List<LatencyPair> pairs, int endpoints) {
    double error = (1 - CONFIDENCE) / 2 / Quantile.values().length / endpoints;
    PairedBootstrap bootstrap = new PairedBootstrap(pairs);
    Map<Quantile, PairedBootstrap.Interval> intervals = bootstrap.intervals(error);
    SignificanceResult test =
        MannWhitneyUTest.withDefaults()
            .test(
                micros(pairs, LatencyPair::candidateMicros),
                micros(pairs, LatencyPair::baselineMicros));
    return new Comparison(
        endpoint,
        pairs.size(),
        Arrays.stream(Quantile.values())
            .map(
                quantile ->
                    percentile(quantile, pairs.size(), bootstrap, intervals.get(quantile), error))
            .toList(),
        Double.isNaN(test.getPValue()) ? 1 : test.getPValue(),
        test.getStatistic() / pairs.size() / pairs.size());
  }

  private static Percentile percentile(
      Quantile quantile,
      int pairs,
      PairedBootstrap bootstrap,
      PairedBootstrap.Interval interval,
      double error) {
    long pairsToTell = PairedBootstrap.leastPairs(quantile, error);
    return new Percentile(
        quantile,
        Duration.of(bootstrap.baselineMicros(quantile), ChronoUnit.MICROS),
        Duration.of(bootstrap.candidateMicros(quantile), ChronoUnit.MICROS),
        bootstrap.ratio(quantile) - 1,
        pairs < pairsToTell
            ? Optional.empty()
            : Optional.of(new Range(interval.least() - 1, interval.most() - 1)),
        pairsToTell);
  }

  private static double[] micros(List<LatencyPair> pairs, ToLongFunction<LatencyPair> half) {
    return pairs.stream().mapToLong(half).asDoubleStream().toArray();
  }

  /** One of the percentiles. */
  Percentile percentile(Quantile quantile) {
    return percentiles.stream()
        .filter(percentile -> percentile.quantile() == quantile)
        .findFirst()
        .orElseThrow();
  }

  /** What to call the difference. */
  public Effect effect() {
    double size = Math.abs(slower - 0.5);
    return size < 0.06
        ? Effect.NEGLIGIBLE
        : size < 0.14 ? Effect.SMALL : size < 0.21 ? Effect.MEDIUM : Effect.LARGE;
  }
}
