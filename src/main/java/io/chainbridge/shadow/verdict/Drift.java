package io.chainbridge.shadow.verdict;

import io.chainbridge.shadow.budget.Quantile;
import io.chainbridge.shadow.record.Timeline;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Whether an endpoint answered more slowly late in a run than early, the way a leak makes it.
 *
 * <p>The run is cut into up to {@value Blocks#MOST} blocks of equal time, and the median and the
 * 95th percentile of each are its figures. One of the two has grown like a leak if all of this
 * holds:
 *
 * <ul>
 *   <li>the figures of the last third of the blocks are greater than those of the first third, by
 *       the one-sided U test (Mann and Whitney 1947);
 *   <li>they rise over all blocks, by the trend test of Mann (1945) and Kendall (1975), so that the
 *       growth is gradual or at least lasting and not one bad spell;
 *   <li>the median of the late ones is at least 10 % and at least 1 ms over that of the early ones.
 * </ul>
 *
 * <p>Both tests are one at 1 %: the greater of their p-values, doubled since two statistics are
 * looked at (Bonferroni), must be below {@value #SIGNIFICANCE}.
 *
 * <p>Of a thousand simulated runs with log-normal latencies that do not change, up to three raise a
 * false alarm; with slow spells of about a block's length, or one of a tenth of the run, about ten;
 * with a pace that wanders, about twenty; with spells of two blocks forty, and of four blocks
 * seventy, since neighbouring blocks are then alike, which the tests take for independent. A run
 * should be much longer than what disturbs it.
 *
 * <p>What this cannot tell: a climb from a step up, which is reported as well if it lasts to the
 * end from the middle or thereabouts, as a leak may show only once memory runs short; growth of the
 * service from that of the load, which must not grow, or from that of its machine; a leak too slow
 * for the length of the run. Failed requests count as well: failures that take long look like
 * growth, and quick ones hide it.
 *
 * @param endpoint its name
 * @param finding what became of its latencies
 * @param blocks how many there were
 * @param change the figures; empty if the run was too short
 */
public record Drift(String endpoint, Finding finding, int blocks, Optional<Change> change) {
  /** Of both tests together. */
  public static final double SIGNIFICANCE = 0.01;

  /** With fewer not even thirds in perfect order are significant. */
  public static final int LEAST_BLOCKS = Blocks.MOST / 2;

  /** What can become of latencies over a run. */
  public enum Finding {
    /** They grew as those of a leaking service do. */
    LEAK_LIKE_GROWTH,
    /** They did not grow, or not so that chance or one bad spell would not explain it. */
    NONE,
    /** There are fewer than {@value Drift#LEAST_BLOCKS} blocks: too little time or requests. */
    TOO_SHORT
  }

  /** Looks for growth in the latencies of one endpoint. */
  public static Drift of(Timeline timeline, String endpoint) {
    Blocks blocks = Blocks.of(timeline, endpoint);
    if (blocks.count() < LEAST_BLOCKS) {
      return new Drift(endpoint, Finding.TOO_SHORT, blocks.count(), Optional.empty());
    }
    Change change =
        Stream.of(Quantile.P50, Quantile.P95)
            .map(statistic -> Change.of(statistic, blocks.millis(statistic)))
            .max(Comparator.comparing(Change::leakLike).thenComparing(Change::growth))
            .orElseThrow();
    return new Drift(
        endpoint,
        change.leakLike() ? Finding.LEAK_LIKE_GROWTH : Finding.NONE,
        blocks.count(),
        Optional.of(change));
  }

  /**
   * The growth that counts against a budget, as a ratio: 0.1 for a tenth. 0 without leak-like
   * growth, whatever the figures, since what may be chance must not breach a budget; empty if the
   * run was too short.
   */
  public OptionalDouble growth() {
    return change.stream()
        .mapToDouble(some -> finding == Finding.LEAK_LIKE_GROWTH ? some.growth() : 0)
        .findFirst();
  }

  /**
   * How one statistic changed: of those that grew like a leak, or else of both, the one that grew
   * most.
   *
   * @param statistic the median or the 95th percentile of each block
   * @param early its median over the first third of the blocks
   * @param late its median over the last third
   * @param growth late over early, less 1; negative if it fell. Early counts as 1 ms at least,
   *     which is what latencies are measured to
   * @param pValue how likely both tests would find as much in a service that does not change, at
   *     most 1: small is significant
   */
  public record Change(
      Quantile statistic, Duration early, Duration late, double growth, double pValue) {
    private static final double LEAST_GROWTH = 0.1;
    private static final Duration LEAST_DIFFERENCE = Duration.ofMillis(1);

    private static Change of(Quantile statistic, double[] millis) {
      int third = millis.length / 3;
      double[] early = Arrays.copyOf(millis, third);
      double[] late = Arrays.copyOfRange(millis, millis.length - third, millis.length);
      double before = median(early);
      double after = median(late);
      return new Change(
          statistic,
          ofMillis(before),
          ofMillis(after),
          (after - before) / Math.max(1, before),
          Math.min(1, 2 * Math.max(RankTests.greater(early, late), RankTests.rising(millis))));
    }

    private boolean leakLike() {
      return pValue < SIGNIFICANCE
          && growth >= LEAST_GROWTH
          && late.minus(early).compareTo(LEAST_DIFFERENCE) >= 0;
    }

    private static double median(double[] figures) {
      double[] sorted = Arrays.stream(figures).sorted().toArray();
      return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    private static Duration ofMillis(double millis) {
      return Duration.of(Math.round(millis * 1_000), ChronoUnit.MICROS);
    }
  }
}
