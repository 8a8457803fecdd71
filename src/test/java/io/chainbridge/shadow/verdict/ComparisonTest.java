package io.chainbridge.shadow.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chainbridge.shadow.budget.Quantile;
import io.chainbridge.shadow.record.LatencyPair;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ComparisonTest {
  /** All 252 orders of five and five figures are alike likely; two of them are as extreme. */
  @Test
  void theProbabilityOfFiveSlowAndFiveQuickAnswersIsExact() {
    Comparison comparison =
        Comparison.of(
            "stats",
            IntStream.rangeClosed(1, 5).mapToObj(i -> new LatencyPair(i, i + 5L)).toList(),
            1);
    assertThat(comparison.pValue()).isCloseTo(2.0 / 252, within(1e-12));
    assertThat(comparison.slower()).isEqualTo(1);
    assertThat(comparison.effect()).isEqualTo(Comparison.Effect.LARGE);
  }

  @Test
  void equalLatenciesDoNotDiffer() {
    Comparison comparison =
        Comparison.of(
            "stats", IntStream.range(0, 100).mapToObj(i -> new LatencyPair(7, 7)).toList(), 1);
    assertThat(comparison.slower()).isEqualTo(0.5);
    assertThat(comparison.pValue()).isEqualTo(1);
    assertThat(comparison.effect()).isEqualTo(Comparison.Effect.NEGLIGIBLE);
    assertThat(comparison.percentile(Quantile.P50).change()).isZero();
    assertThat(comparison.percentile(Quantile.P50).interval()).hasValue(new Comparison.Range(0, 0));
  }

  @Test
  void aPercentileOfTooFewPairsHasNoInterval() {
    List<LatencyPair> pairs =
        IntStream.rangeClosed(1, 500).mapToObj(i -> new LatencyPair(i, i)).toList();
    Comparison comparison = Comparison.of("stats", pairs, 2);
    assertThat(comparison.percentile(Quantile.P95).interval()).isPresent();
    assertThat(comparison.percentile(Quantile.P99).interval()).isEmpty();
    assertThat(comparison.percentile(Quantile.P99).pairsToTell()).isEqualTo(637);
  }

  @ParameterizedTest
  @CsvSource({
    "0.5, NEGLIGIBLE",
    "0.559, NEGLIGIBLE",
    "0.57, SMALL",
    "0.35, MEDIUM",
    "0.72, LARGE",
    "0, LARGE"
  })
  void effectsAreNamedAsVarghaAndDelaneyDo(double slower, Comparison.Effect effect) {
    assertThat(new Comparison("stats", 1, List.of(), 1, slower).effect()).isEqualTo(effect);
  }

  /** A figure for each kind, of three hundred runs, is printed by the benchmark of comparisons. */
  @ParameterizedTest
  @EnumSource(names = {"STEADY", "WITH_SPIKES"})
  void equalTargetsAreQuietAndAFifthIsSeen(PairedLatencies latencies) {
    assertThat(latencies.seen(100, 500, 1, 0.1)).isLessThanOrEqualTo(1);
    assertThat(latencies.seen(20, 500, 1.2, 0.1)).isGreaterThanOrEqualTo(19);
  }
}
