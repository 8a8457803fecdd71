package io.chainbridge.shadow.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MixTest {

  /** The example of nginx, which brought in this order with version 1.3.1. */
  @Test
  void fiveToOneToOneIsSpreadLikeNginxDoes() {
    assertThat(cycle(Mix.of(List.of(5, 1, 1)))).containsExactly(0, 0, 1, 0, 2, 0, 0);
  }

  @Test
  void equalWeightsTakeTurns() {
    assertThat(cycle(Mix.of(List.of(7, 7, 7)))).containsExactly(0, 1, 2);
  }

  @Test
  void oneIndexIsAllOfTheMix() {
    assertThat(cycle(Mix.of(List.of(1_000_000)))).containsExactly(0);
  }

  @Test
  void aCommonDivisorDoesNotMatter() {
    assertThat(cycle(Mix.of(List.of(700_000, 300_000))))
        .isEqualTo(cycle(Mix.of(List.of(7, 3))))
        .hasSize(10);
  }

  @Test
  void countsAreExactHoweverLongTheRun() {
    Mix mix = Mix.of(List.of(7, 3));
    assertThat(mix.count(0, 0)).isZero();
    assertThat(mix.count(0, 1)).isEqualTo(1);
    assertThat(mix.count(1, 1)).isZero();
    assertThat(mix.count(0, 9_000_000_000_000_000_000L)).isEqualTo(6_300_000_000_000_000_000L);
    assertThat(mix.at(9_000_000_000_000_000_000L)).isZero();
  }

  @Test
  void weightsThatAreNoneAreRefused() {
    assertThatThrownBy(() -> Mix.of(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("weights must be at least 1, found []");
    assertThatThrownBy(() -> Mix.of(List.of(3, 0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("weights must be at least 1, found [3, 0]");
  }

  @Test
  void aCycleThatIsTooLongIsRefused() {
    assertThat(Mix.of(List.of(99_999, 1)).cycleLength()).isEqualTo(Mix.LONGEST_CYCLE);
    assertThatThrownBy(() -> Mix.of(List.of(100_000, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the cycle of weights [100000, 1] is of 100001 requests; at most 100000");
    assertThatThrownBy(() -> Mix.of(List.of(Integer.MAX_VALUE, Integer.MAX_VALUE - 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("of 4294967293 requests");
  }

  @Property(tries = 300)
  void inACycleEachComesAsOftenAsItsWeightSays(
      @ForAll @NotEmpty @Size(max = 20) List<@IntRange(min = 1, max = 60) Integer> weights) {
    Mix mix = Mix.of(weights);
    int sum = weights.stream().mapToInt(Integer::intValue).sum();
    for (int index = 0; index < weights.size(); index++) {
      assertThat((double) mix.count(index, mix.cycleLength()) / mix.cycleLength())
          .isCloseTo((double) weights.get(index) / sum, within(1e-12));
    }
    assertThat(sum % mix.cycleLength()).isZero();
  }

  @Property(tries = 300)
  void countsAreThoseOfTheRequestsOneByOneAndAddUpToAll(
      @ForAll @NotEmpty @Size(max = 8) List<@IntRange(min = 1, max = 60) Integer> weights,
      @ForAll @LongRange(max = 3_000) long total) {
    Mix mix = Mix.of(weights);
    long sum = 0;
    for (int index = 0; index < weights.size(); index++) {
      int asked = index;
      long count = mix.count(index, total);
      assertThat(count)
          .isEqualTo(LongStream.range(0, total).filter(k -> mix.at(k) == asked).count());
      sum += count;
    }
    assertThat(sum).isEqualTo(total);
  }

  @Property(tries = 300)
  void atEveryMomentTheSharesAreThoseOfTheWeightsToWithinTwoRequests(
      @ForAll @NotEmpty @Size(max = 20) List<@IntRange(min = 1, max = 60) Integer> weights,
      @ForAll @LongRange(max = 1_000_000) long total) {
    Mix mix = Mix.of(weights);
    double sum = weights.stream().mapToInt(Integer::intValue).sum();
    for (int index = 0; index < weights.size(); index++) {
      assertThat((double) mix.count(index, total))
          .isCloseTo(total * (weights.get(index) / sum), within(2.0));
    }
  }

  /** Two requests that ask the same are no farther apart than twice what they are on average. */
  @Property(tries = 300)
  void noneWaitsMoreThanTwiceItsMeanGap(
      @ForAll @NotEmpty @Size(max = 20) List<@IntRange(min = 1, max = 60) Integer> weights) {
    Mix mix = Mix.of(weights);
    int[] last = new int[weights.size()];
    Arrays.fill(last, -1);
    for (int k = 0; k < 2 * mix.cycleLength(); k++) {
      int index = mix.at(k);
      if (last[index] >= 0) {
        double mean = (double) mix.cycleLength() / mix.count(index, mix.cycleLength());
        assertThat((double) (k - last[index])).isLessThanOrEqualTo(2 * mean);
      }
      last[index] = k;
    }
  }

  private static List<Integer> cycle(Mix mix) {
    return IntStream.range(0, mix.cycleLength()).mapToObj(mix::at).toList();
  }
}
