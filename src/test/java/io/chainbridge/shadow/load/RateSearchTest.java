package io.chainbridge.shadow.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.DoublePredicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateSearchTest {

  @Test
  void doublesUntilABreachAndThenHalvesTheGapToFivePercent() {
    RateSearch search = new RateSearch(10, 1_000);
    assertThat(ratesTried(search, rate -> rate <= 100))
        .containsExactly(10.0, 20.0, 40.0, 80.0, 160.0, 120.0, 100.0, 110.0, 105.0);
    assertThat(search.highestMet()).hasValue(100);
    assertThat(search.lowestBreached()).hasValue(105);
  }

  @Test
  void endsAtTheMostIfThatIsMet() {
    RateSearch search = new RateSearch(10, 75);
    assertThat(ratesTried(search, rate -> true)).containsExactly(10.0, 20.0, 40.0, 75.0);
    assertThat(search.highestMet()).hasValue(75);
    assertThat(search.lowestBreached()).isEmpty();
  }

  @Test
  void looksBelowTheStartIfThatIsBreached() {
    RateSearch search = new RateSearch(10, 1_000);
    assertThat(ratesTried(search, rate -> rate < 4))
        .containsExactly(10.0, 5.0, 2.5, 3.75, 4.38, 4.06, 3.9);
    assertThat(search.highestMet()).hasValue(3.9);
    assertThat(search.lowestBreached()).hasValue(4.06);
  }

  @Test
  void givesUpAfterFiveHalvings() {
    RateSearch search = new RateSearch(10, 1_000);
    assertThat(ratesTried(search, rate -> false))
        .containsExactly(10.0, 5.0, 2.5, 1.25, 0.625, 0.313);
    assertThat(search.highestMet()).isEmpty();
    assertThat(search.lowestBreached()).hasValue(0.313);
  }

  @Test
  void aBreachInDoubtIsTriedOnceMoreAndDoesNotCountUntilThen() {
    RateSearch search = new RateSearch(10, 1_000);
    search.met(10);
    search.breached(20, false);
    assertThat(search.next()).hasValue(20);
    assertThat(search.lowestBreached()).isEmpty();
    search.breached(20, false);
    assertThat(search.lowestBreached()).hasValue(20);
    assertThat(search.next()).hasValue(15);
  }

  @Test
  void aBreachInDoubtIsForgottenIfTheSecondTrialMeetsTheBudgets() {
    RateSearch search = new RateSearch(10, 1_000);
    search.breached(10, false);
    search.met(10);
    assertThat(search.highestMet()).hasValue(10);
    assertThat(search.lowestBreached()).isEmpty();
    assertThat(search.next()).hasValue(20);
    search.breached(20, false);
    assertThat(search.next()).as("each rate has its own second trial").hasValue(20);
  }

  @Test
  void startAndMostAreTriedAsTheyWereGiven() {
    RateSearch search = new RateSearch(1.23456, 4.56789);
    assertThat(ratesTried(search, rate -> true)).containsExactly(1.23456, 2.47, 4.56789);
  }

  @Test
  void aStartThatIsTheMostIsTheOnlyRate() {
    assertThat(ratesTried(new RateSearch(5, 5), rate -> true)).containsExactly(5.0);
  }

  @Test
  void askingDoesNotChangeTheAnswer() {
    RateSearch search = new RateSearch(10, 1_000);
    assertThat(search.next()).isEqualTo(search.next());
    assertThat(search.highestMet()).isEmpty();
    assertThat(search.lowestBreached()).isEmpty();
  }

  @Test
  void onlyTheRateToBeTriedCanHaveBeenTried() {
    RateSearch search = new RateSearch(10, 10);
    assertThatThrownBy(() -> search.met(11))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("11.0 was not to be tried; the next rate is 10.0");
    search.met(10);
    assertThatThrownBy(() -> search.breached(10, true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("10.0 was not to be tried; the search is over");
  }

  @ParameterizedTest
  @CsvSource({"0, 10", "-1, 10", "10, 9", "NaN, 10", "1, NaN", "1, Infinity"})
  void refusesARangeThatIsNone(double start, double max) {
    assertThatThrownBy(() -> new RateSearch(start, max))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a search from %s to %s: must be above 0 and not descend", start, max);
  }

  @Property
  void bracketsTheCapacityOfAnyServiceInFewTrials(
      @ForAll @Scale(4) @DoubleRange(min = 0.01, max = 500) double start,
      @ForAll @DoubleRange(min = 1, max = 10_000) double range,
      @ForAll @DoubleRange(max = 1.2) double place,
      @ForAll long seed) {
    double max = start * range;
    double capacity = start / 40 * Math.pow(40 * range, place);
    RateSearch search = new RateSearch(start, max);
    SplittableRandom random = new SplittableRandom(seed);
    List<Double> tried = new ArrayList<>();
    for (OptionalDouble next = search.next(); next.isPresent(); next = search.next()) {
      double rate = next.getAsDouble();
      tried.add(rate);
      if (rate <= capacity) {
        search.met(rate);
      } else {
        search.breached(rate, random.nextBoolean());
      }
    }
    assertThat(tried).allMatch(rate -> rate > 0 && rate <= max);
    assertThat(tried)
        .filteredOn(rate -> rate != start && rate != max)
        .allMatch(rate -> new BigDecimal(rate.toString()).stripTrailingZeros().precision() <= 3);
    double doublings = Math.ceil(Math.log(range) / Math.log(1.99));
    long bisections = 6;
    assertThat(new HashSet<>(tried))
        .hasSizeLessThanOrEqualTo(1 + (int) Math.max(5, doublings) + (int) bisections);
    assertThat(tried).hasSizeLessThanOrEqualTo(2 * new HashSet<>(tried).size());
    search.highestMet().ifPresent(met -> assertThat(met).isLessThanOrEqualTo(capacity));
    search.lowestBreached().ifPresent(rate -> assertThat(rate).isGreaterThan(capacity));
    if (search.highestMet().isEmpty()) {
      assertThat(capacity).isLessThan(start / 31);
    } else if (search.lowestBreached().isEmpty()) {
      assertThat(search.highestMet()).hasValue(max);
    } else {
      assertThat(search.lowestBreached().getAsDouble() / search.highestMet().getAsDouble())
          .isLessThanOrEqualTo(1.05 + 1e-9);
    }
  }

  private static List<Double> ratesTried(RateSearch search, DoublePredicate met) {
    List<Double> tried = new ArrayList<>();
    for (OptionalDouble next = search.next(); next.isPresent(); next = search.next()) {
      double rate = next.getAsDouble();
      tried.add(rate);
      if (met.test(rate)) {
        search.met(rate);
      } else {
        search.breached(rate, true);
      }
    }
    return tried;
  }
}
