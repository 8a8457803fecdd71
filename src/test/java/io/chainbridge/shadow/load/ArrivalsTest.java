package io.chainbridge.shadow.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chainbridge.shadow.load.Arrivals.Arrival;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArrivalsTest {
  private final List<String> heard = new ArrayList<>();

  private final Arrivals.Listener listener =
      new Arrivals.Listener() {
        @Override
        public void begins(Stage stage, Duration offset) {
          heard.add("%s begins at %s".formatted(stage.name(), offset));
        }

        @Override
        public void ended(Stage stage, Duration offset) {
          heard.add("%s ended at %s".formatted(stage.name(), offset));
        }
      };

  @Property(tries = 200)
  void eachStageHasExactlyItsArrivalsInAscendingOrderWithinIt(
      @ForAll @Size(min = 1, max = 5) List<@DoubleRange(min = 0.01, max = 500) Double> rates,
      @ForAll @IntRange(min = 1, max = 5_000) int millis,
      @ForAll long seed) {
    Duration length = Duration.ofMillis(millis);
    List<Stage> stages =
        IntStream.range(0, rates.size())
            .mapToObj(i -> new Stage("s" + i, true, rates.get(i), length))
            .toList();
    List<Arrival> arrivals = all(new Arrivals(Stages.inOrder(stages), listener, seed));
    assertThat(arrivals).extracting(Arrival::offset).isSorted();
    int index = 0;
    Duration start = Duration.ZERO;
    for (Stage stage : stages) {
      for (long number = 0; number < stage.arrivals(); number++) {
        Arrival arrival = arrivals.get(index++);
        assertThat(arrival.stage()).isSameAs(stage);
        assertThat(arrival.number()).isEqualTo(number);
        assertThat(arrival.offset()).isBetween(start, start.plus(length));
      }
      start = start.plus(length);
    }
    assertThat(index).isEqualTo(arrivals.size());
    heard.clear();
  }

  @Test
  void theSameSeedGivesTheSameArrivalsAndAnotherOneOthers() {
    assertThat(all(oneStage(100, 42))).isEqualTo(all(oneStage(100, 42)));
    assertThat(all(oneStage(100, 42))).isNotEqualTo(all(oneStage(100, 43)));
  }

  private Arrivals oneStage(double rate, long seed) {
    return new Arrivals(
        Stages.inOrder(List.of(Stage.only(rate, Duration.ofSeconds(100)))), listener, seed);
  }

  /** By Kolmogorov and Smirnov: below 1.95 in 999 of 1,000 samples of what is expected. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 42, -1})
  void timesAreUniformInTheStageAndGapsExponential(long seed) {
    double[] seconds = seconds(oneStage(100, seed));
    assertThat(seconds).hasSize(10_000);
    assertThat(kolmogorovSmirnov(seconds, time -> time / 100)).isLessThan(1.95);
    double[] gaps =
        IntStream.range(1, seconds.length).mapToDouble(i -> seconds[i] - seconds[i - 1]).toArray();
    assertThat(kolmogorovSmirnov(gaps, gap -> 1 - Math.exp(-100 * gap))).isLessThan(1.95);
  }

  /** Variance over mean of the counts is 1 for independent users; 0 for a metronome. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 42, -1})
  void countsOfASecondAreDispersedAsThoseOfIndependentUsers(long seed) {
    double[] counts = new double[1_000];
    for (double second : seconds(oneStage(100, seed))) {
      counts[(int) (second * 10)]++;
    }
    double variance = Arrays.stream(counts).map(count -> Math.pow(count - 10, 2)).sum() / 999;
    assertThat(variance / 10).as("3.3 standard deviations of it").isBetween(0.85, 1.15);
  }

  private static double[] seconds(Arrivals arrivals) {
    return all(arrivals).stream().mapToDouble(a -> a.offset().toNanos() / 1e9).toArray();
  }

  /** The largest gap between the sample's distribution and another, times the root of its size. */
  private static double kolmogorovSmirnov(double[] sample, DoubleUnaryOperator distribution) {
    double[] sorted = Arrays.stream(sample).sorted().toArray();
    double n = sorted.length;
    return Math.sqrt(n)
        * IntStream.range(0, sorted.length)
            .mapToDouble(
                i -> {
                  double expected = distribution.applyAsDouble(sorted[i]);
                  return Math.max(expected - i / n, (i + 1) / n - expected);
                })
            .max()
            .orElseThrow();
  }

  @Test
  void aStageBeginsWhereTheOneBeforeWasToEnd() {
    List<Stage> stages = List.of(stage("a", 2, 10), stage("b", 100, 1), stage("c", 0.001, 5));
    all(new Arrivals(Stages.inOrder(stages), listener, 42));
    assertThat(heard)
        .containsExactly(
            "a begins at PT0S",
            "a ended at PT10S",
            "b begins at PT10S",
            "b ended at PT11S",
            "c begins at PT11S",
            "c ended at PT16S");
  }

  @Test
  void aStageIsAskedForWhenTheOneBeforeHasBeenUsedUp() {
    List<String> asked = new ArrayList<>();
    Iterator<Stage> stages = List.of(stage("a", 2, 1), stage("b", 1, 1)).iterator();
    Arrivals arrivals =
        new Arrivals(
            () -> {
              Optional<Stage> next =
                  stages.hasNext() ? Optional.of(stages.next()) : Optional.empty();
              asked.add(next.map(Stage::name).orElse("none"));
              return next;
            },
            listener,
            42);
    assertThat(asked).isEmpty();
    arrivals.next();
    arrivals.next();
    assertThat(asked).containsExactly("a");
    assertThat(heard).containsExactly("a begins at PT0S");
    assertThat(arrivals.hasNext()).isTrue();
    assertThat(asked).containsExactly("a", "b");
    arrivals.next();
    assertThat(arrivals.hasNext()).isFalse();
    assertThat(asked).containsExactly("a", "b", "none");
  }

  @Test
  void askingWhetherThereIsMoreDoesNotChangeWhatThereIs() {
    Arrivals asked = oneStage(1, 42);
    Arrivals other = oneStage(1, 42);
    while (other.hasNext()) {
      assertThat(asked.hasNext()).isTrue();
      assertThat(asked.hasNext()).isTrue();
      assertThat(asked.next()).isEqualTo(other.next());
    }
    assertThat(asked.hasNext()).isFalse();
  }

  @Test
  void aPlanWithoutAStageHasNoArrivals() {
    Arrivals arrivals = new Arrivals(Stages.inOrder(List.of()), listener, 42);
    assertThat(arrivals.hasNext()).isFalse();
    assertThatThrownBy(arrivals::next).isInstanceOf(NoSuchElementException.class);
    arrivals.stop();
    assertThat(arrivals.hasNext()).isFalse();
    assertThat(heard).isEmpty();
  }

  @Test
  void afterAStopNobodyArrivesAndTheStageEndedAtItsLastArrival() {
    Arrivals arrivals =
        new Arrivals(Stages.inOrder(List.of(stage("a", 10, 1), stage("b", 10, 1))), listener, 42);
    arrivals.next();
    Duration last = arrivals.next().offset();
    arrivals.stop();
    assertThat(arrivals.hasNext()).isFalse();
    assertThatThrownBy(arrivals::next).isInstanceOf(NoSuchElementException.class);
    assertThat(arrivals.hasNext()).isFalse();
    assertThat(heard).containsExactly("a begins at PT0S", "a ended at " + last);
  }

  @Test
  void aStopBeforeTheFirstArrivalBeginsNothing() {
    Arrivals arrivals = oneStage(1, 42);
    arrivals.stop();
    assertThat(arrivals.hasNext()).isFalse();
    assertThat(heard).isEmpty();
  }

  @Test
  void aStopBetweenTwoStagesEndsTheFirstWhereItWasToEnd() {
    Arrivals arrivals =
        new Arrivals(Stages.inOrder(List.of(stage("a", 1, 2), stage("b", 10, 1))), listener, 42);
    arrivals.next();
    arrivals.next();
    arrivals.stop();
    assertThat(arrivals.hasNext()).isFalse();
    assertThat(heard).containsExactly("a begins at PT0S", "a ended at PT2S");
  }

  @Test
  void aCutEndsItsStageAtItsLastArrivalAndTheNextBeginsThere() {
    Stage cut = stage("a", 10, 1);
    Arrivals arrivals = new Arrivals(Stages.inOrder(List.of(cut, stage("b", 1, 3))), listener, 42);
    arrivals.next();
    Duration last = arrivals.next().offset();
    arrivals.cut(cut);
    List<Arrival> rest = all(arrivals);
    assertThat(rest).hasSize(3).allMatch(arrival -> arrival.stage().name().equals("b"));
    assertThat(rest).allMatch(arrival -> arrival.offset().compareTo(last) >= 0);
    assertThat(heard)
        .containsExactly(
            "a begins at PT0S",
            "a ended at " + last,
            "b begins at " + last,
            "b ended at " + last.plusSeconds(3));
  }

  @Test
  void aCutBeforeTheFirstArrivalOfAStageEndsItWhereItBegan() {
    Stage cut = stage("b", 10, 1);
    Arrivals arrivals = new Arrivals(Stages.inOrder(List.of(stage("a", 1, 1), cut)), listener, 42);
    arrivals.next();
    assertThat(arrivals.hasNext()).isTrue();
    arrivals.cut(cut);
    assertThat(arrivals.hasNext()).isFalse();
    assertThat(heard)
        .containsExactly(
            "a begins at PT0S", "a ended at PT1S", "b begins at PT1S", "b ended at PT1S");
  }

  @Test
  void aStageThatIsEqualToACutOneButAnotherGoesOn() {
    Stage cut = stage("settling", 10, 1);
    Stage alike = stage("settling", 10, 1);
    assertThat(alike).isEqualTo(cut);
    Arrivals arrivals = new Arrivals(Stages.inOrder(List.of(cut, alike)), listener, 42);
    arrivals.next();
    arrivals.cut(cut);
    assertThat(all(arrivals))
        .hasSize(10)
        .allSatisfy(arrival -> assertThat(arrival.stage()).isSameAs(alike));
  }

  @Test
  void aCutOfAStageThatHasEndedChangesNothing() {
    Stage over = stage("a", 1, 1);
    Arrivals arrivals =
        new Arrivals(Stages.inOrder(List.of(over, stage("b", 10, 1))), listener, 42);
    arrivals.next();
    arrivals.next();
    arrivals.cut(over);
    assertThat(all(arrivals)).hasSize(9);
  }

  private static Stage stage(String name, double rate, long seconds) {
    return new Stage(name, true, rate, Duration.ofSeconds(seconds));
  }

  private static List<Arrival> all(Arrivals arrivals) {
    List<Arrival> all = new ArrayList<>();
    arrivals.forEachRemaining(all::add);
    return all;
  }
}
