package io.chainbridge.shadow.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chainbridge.shadow.budget.Quantile;
import io.chainbridge.shadow.record.LatencyPair;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PairedBootstrapTest {
  @ParameterizedTest
  @EnumSource
  void aTargetThatAlwaysTakesTwiceAsLongIsTwiceAsSlow(Quantile quantile) {
    List<LatencyPair> pairs =
        IntStream.rangeClosed(1, 1_000).mapToObj(i -> new LatencyPair(i, 2L * i)).toList();
    PairedBootstrap bootstrap = new PairedBootstrap(pairs);
    assertThat(bootstrap.ratio(quantile)).isEqualTo(2);
    assertThat(bootstrap.intervals(0.005))
        .containsEntry(quantile, new PairedBootstrap.Interval(2, 2));
  }

  @Test
  void figuresAreThoseOfTheDefinition() {
    List<LatencyPair> pairs =
        IntStream.rangeClosed(1, 20).mapToObj(i -> new LatencyPair(21L - i, 100L * i)).toList();
    PairedBootstrap bootstrap = new PairedBootstrap(pairs);
    assertThat(bootstrap.baselineMicros(Quantile.P50)).isEqualTo(11);
    assertThat(bootstrap.candidateMicros(Quantile.P95)).isEqualTo(2_000);
    assertThat(bootstrap.ratio(Quantile.P50)).isEqualTo(100);
  }

  @Test
  void onePairIsDrawnAgainAndAgain() {
    assertThat(new PairedBootstrap(List.of(new LatencyPair(4, 5))).intervals(0.01))
        .containsEntry(Quantile.P99, new PairedBootstrap.Interval(1.25, 1.25));
  }

  @Test
  void theSamePairsHaveTheSameInterval() {
    List<LatencyPair> pairs = PairedLatencies.WIDE.draw(100, 1.1, new Random(1));
    assertThat(new PairedBootstrap(pairs).intervals(0.01))
        .isEqualTo(new PairedBootstrap(pairs).intervals(0.01));
  }

  /** The asymptotic standard error of the ratio's logarithm: sqrt(2) 1.2533 sigma / sqrt(n). */
  @Test
  void theIntervalOfAMedianIsThatOfTheory() {
    double mean = 0;
    for (int i = 0; i < 20; i++) {
      PairedBootstrap.Interval interval =
          new PairedBootstrap(PairedLatencies.LOG_NORMAL.draw(1_000, 1, new Random(i)))
              .intervals(0.025)
              .get(Quantile.P50);
      mean += Math.log(interval.most() / interval.least()) / 20;
    }
    double theory = 2 * 1.96 * Math.sqrt(2) * 1.2533 * 0.3 / Math.sqrt(1_000);
    assertThat(mean).isCloseTo(theory, within(0.1 * theory));
  }

  /** The least n with (share below)^n under the error. */
  @ParameterizedTest
  @CsvSource({"P50, 0.01, 7", "P95, 0.01, 90", "P99, 0.01, 459", "P99, 0.0016666, 637"})
  void aPercentileNeedsSoManyPairsToBeBounded(Quantile quantile, double error, long pairs) {
    assertThat(PairedBootstrap.leastPairs(quantile, error)).isEqualTo(pairs);
  }
}
