package io.chainbridge.shadow.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RankTestsTest {

  /**
   * Ages at which diabetes was diagnosed, as in the manual of SciPy's mannwhitneyu: U = 17 of 20,
   * and 0.11134688653314041 for both sides.
   */
  @Test
  void agreesWithTheExampleOfMannWhitney() {
    double[] males = {19, 22, 16, 29, 24};
    double[] females = {20, 11, 17, 12};
    assertThat(RankTests.greater(females, males)).isCloseTo(0.11134688653314041 / 2, within(1e-12));
  }

  /** By hand: S = 8, variance 10 * 9 * 25 / 18 = 125 less 2 * 1 * 9 / 18 = 1 for each pair. */
  @Test
  void agreesWithATrendWorkedOutByHand() {
    double[] distinct = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
    assertThat(RankTests.rising(distinct)).isCloseTo(tailOf(44 / Math.sqrt(125)), within(1e-9));
    double[] tied = {1, 1, 3, 4, 5, 6, 7, 8, 9, 9};
    assertThat(RankTests.rising(tied)).isCloseTo(tailOf(42 / Math.sqrt(123)), within(1e-9));
  }

  /** By hand: U = 8 of 9; variance 9 / 12 * (7 - (8 - 2) / 30) = 5.1. */
  @Test
  void agreesWithADifferenceWithTiesWorkedOutByHand() {
    assertThat(RankTests.greater(new double[] {1, 2, 3}, new double[] {3, 4, 5}))
        .isCloseTo(tailOf((8.5 - 4.5 - 0.5) / Math.sqrt(5.1)), within(1e-9));
  }

  /** Of the standard normal distribution, by Simpson's rule from z to 12. */
  private static double tailOf(double z) {
    int steps = 20_000;
    double width = (12 - z) / steps;
    return IntStream.rangeClosed(0, steps)
            .mapToDouble(
                i ->
                    (i == 0 || i == steps ? 1 : i % 2 == 1 ? 4 : 2)
                        * Math.exp(-Math.pow(z + i * width, 2) / 2))
            .sum()
        * width
        / 3
        / Math.sqrt(2 * Math.PI);
  }

  @Test
  void equalFiguresShowNothing() {
    double[] equal = {5, 5, 5, 5, 5, 5};
    assertThat(RankTests.greater(equal, equal)).isEqualTo(1);
    assertThat(RankTests.rising(equal)).isEqualTo(1);
  }

  /** 20,000 shuffles with a fixed seed; of figures with few ties and with many. */
  @ParameterizedTest
  @ValueSource(ints = {1_000, 6, 2})
  void inAnyOrderAtMostOneInTwoHundredIsSignificantAtAHalfPercent(int distinct) {
    SplittableRandom random = new SplittableRandom(7);
    int samples = 20_000;
    int greater = 0;
    int rising = 0;
    for (int sample = 0; sample < samples; sample++) {
      double[] series = random.ints(36, 0, distinct).asDoubleStream().toArray();
      greater += RankTests.greater(head(series), tail(series)) < 0.005 ? 1 : 0;
      rising += RankTests.rising(series) < 0.005 ? 1 : 0;
    }
    assertThat((double) greater / samples).isBetween(0.002, 0.006);
    assertThat((double) rising / samples).isBetween(0.002, 0.006);
  }

  private static double[] head(double[] series) {
    return Arrays.copyOf(series, series.length / 3);
  }

  private static double[] tail(double[] series) {
    return Arrays.copyOfRange(series, series.length - series.length / 3, series.length);
  }

  @Property(tries = 300)
  void onlyTheOrderMatters(@ForAll long seed) {
    double[] series = new SplittableRandom(seed).ints(36, 1, 20).asDoubleStream().toArray();
    double[] other = DoubleStream.of(series).map(figure -> figure * figure + 3).toArray();
    assertThat(RankTests.rising(other)).isEqualTo(RankTests.rising(series));
    assertThat(RankTests.greater(head(other), tail(other)))
        .isEqualTo(RankTests.greater(head(series), tail(series)));
  }

  @Property(tries = 300)
  void whatRisesFallsTheOtherWayRound(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 9) int k) {
    double[] series = new SplittableRandom(seed).ints(36, 1, k + 1).asDoubleStream().toArray();
    double[] mirrored = DoubleStream.of(series).map(figure -> -figure).toArray();
    assertThat(RankTests.rising(series) + RankTests.rising(mirrored)).isGreaterThanOrEqualTo(1);
    assertThat(RankTests.greater(head(mirrored), tail(mirrored)))
        .isCloseTo(RankTests.greater(tail(series), head(series)), within(1e-12));
  }
}
