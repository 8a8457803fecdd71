package io.chainbridge.shadow.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.chainbridge.shadow.budget.Quantile;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LatenciesTest {

  @Property(tries = 300)
  void aPercentileIsTheSeedsIndexOfTheSortedSample(
      @ForAll @NotEmpty @Size(max = 400) List<@LongRange(max = 20_000) Long> sample,
      @ForAll Quantile quantile) {
    List<Long> sorted = sample.stream().sorted().toList();
    double q = 1 - quantile.tail();
    int index = Math.min(sorted.size() - 1, (int) Math.floor(sorted.size() * q + 1e-9));
    assertThat(latencies(sample).at(quantile)).hasValue(Duration.ofMillis(sorted.get(index)));
  }

  @Property(tries = 300)
  void anyQuantileIsFoundByTheSameRule(
      @ForAll @NotEmpty @Size(max = 400) List<@LongRange(max = 20_000) Long> sample) {
    Latencies latencies = latencies(sample);
    assertThat(latencies.at(0, 0.5, 0.95, 0.99, 1))
        .containsExactly(
            latencies.min().orElseThrow(),
            latencies.at(Quantile.P50).orElseThrow(),
            latencies.at(Quantile.P95).orElseThrow(),
            latencies.at(Quantile.P99).orElseThrow(),
            latencies.max().orElseThrow());
  }

  @Property(tries = 300)
  void percentilesLieInOrderBetweenTheShortestAndTheLongest(
      @ForAll @NotEmpty List<@LongRange(max = 4_000_000) Long> sample) {
    Latencies latencies = latencies(sample);
    assertThat(
            List.of(
                latencies.min().orElseThrow(),
                latencies.at(Quantile.P50).orElseThrow(),
                latencies.at(Quantile.P95).orElseThrow(),
                latencies.at(Quantile.P99).orElseThrow(),
                latencies.max().orElseThrow()))
        .isSorted();
  }

  @Property(tries = 300)
  void beyondTwentySecondsFourDigitsHold(
      @ForAll @LongRange(min = 20_000, max = 3_600_000) long ms) {
    assertThat(latencies(List.of(ms)).at(Quantile.P50).orElseThrow().toMillis())
        .isCloseTo(ms, within(ms / 10_000));
  }

  @Property(tries = 300)
  void atOrOverCountsExactly(
      @ForAll List<@LongRange(max = 200) Long> sample,
      @ForAll @DoubleRange(max = 201) double limit) {
    assertThat(latencies(sample).atOrOver(limit))
        .isEqualTo(sample.stream().filter(millis -> millis >= limit).count());
    assertThat(latencies(sample).atOrOver(Math.floor(limit)))
        .isEqualTo(sample.stream().filter(millis -> millis >= Math.floor(limit)).count());
  }

  @Property(tries = 300)
  void atOrOverAgreesWithThePercentileAtAnyLength(
      @ForAll @NotEmpty @Size(max = 3) List<@LongRange(min = 1_000, max = 4_000_000) Long> sample,
      @ForAll @IntRange(min = -3, max = 3) int offset,
      @ForAll Quantile quantile) {
    Latencies latencies = latencies(sample);
    double limit = sample.get(0) + offset;
    long allowed = latencies.count() - 1 - quantile.index(latencies.count());
    assertThat(latencies.atOrOver(limit) <= allowed)
        .isEqualTo(latencies.at(quantile).orElseThrow().toMillis() < limit);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e9, 1e300, Double.POSITIVE_INFINITY})
  void nothingIsOverALimitBeyondAllLatencies(double limit) {
    assertThat(latencies(List.of(1L, 3_600_000L)).atOrOver(limit)).isZero();
  }

  @Property
  void meanAndDeviationAreThoseOfTheSample(
      @ForAll @NotEmpty List<@LongRange(max = 20_000) Long> sample) {
    double mean = sample.stream().mapToLong(Long::longValue).average().orElseThrow();
    double variance =
        sample.stream().mapToDouble(millis -> Math.pow(millis - mean, 2)).average().orElseThrow();
    assertThat(micros(latencies(sample).mean())).isCloseTo(mean * 1_000, within(1.0));
    assertThat(micros(latencies(sample).standardDeviation()))
        .isCloseTo(Math.sqrt(variance) * 1_000, within(1.0));
  }

  private static double micros(Optional<Duration> time) {
    return time.orElseThrow().toNanos() / 1_000.0;
  }

  @Property
  void oneInFourLiesAtTheUpperQuartileOrBeyond(
      @ForAll @NotEmpty List<@LongRange(max = 20_000) Long> sample) {
    List<Long> sorted = sample.stream().sorted().toList();
    assertThat(latencies(sample).upperQuartile())
        .hasValue(Duration.ofMillis(sorted.get(sorted.size() * 3 / 4)));
  }

  @Property
  void twoSamplesAddUpToOne(
      @ForAll List<@LongRange(max = 4_000_000) Long> some,
      @ForAll List<@LongRange(max = 4_000_000) Long> others) {
    List<Long> all = Stream.concat(some.stream(), others.stream()).toList();
    Latencies sum = latencies(some).plus(latencies(others));
    assertThat(sum).isEqualTo(latencies(all));
    assertThat(latencies(others).plus(latencies(some))).isEqualTo(sum);
    assertThat(latencies(some).plus(Latencies.none())).isEqualTo(latencies(some));
  }

  @Property
  void whatWasAddedCanBeTakenAway(
      @ForAll List<@LongRange(max = 4_000_000) Long> some,
      @ForAll List<@LongRange(max = 4_000_000) Long> others) {
    Latencies rest = latencies(some).plus(latencies(others)).minus(latencies(others));
    assertThat(rest).isEqualTo(latencies(some));
    assertThat(rest.min()).isEqualTo(latencies(some).min());
    assertThat(rest.max()).isEqualTo(latencies(some).max());
  }

  @ParameterizedTest
  @ValueSource(longs = {6, 1_000_000})
  void whatWasNotThereCannotBeTakenAway(long millis) {
    assertThatThrownBy(() -> latencies(List.of(5L, 5L)).minus(latencies(List.of(millis))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> latencies(List.of(5L)).minus(latencies(List.of(5L, 5L))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anEmptySampleHasNoLatency() {
    Latencies none = latencies(List.of());
    assertThat(none.count()).isZero();
    assertThat(none.at(Quantile.P50)).isEmpty();
    assertThat(none.min()).isEmpty();
    assertThat(none.max()).isEmpty();
    assertThat(none.upperQuartile()).isEmpty();
    assertThat(none.mean()).isEmpty();
    assertThat(none.standardDeviation()).isEmpty();
    assertThat(none).isEqualTo(Latencies.none());
    assertThat(none.atOrOver(0.5)).isZero();
  }

  @Test
  void aClockThatWentBackGivesZero() {
    assertThat(latencies(List.of(-5L)).max()).hasValue(Duration.ZERO);
  }

  @Test
  void whatWasCountedDoesNotChangeWithItsCounter() {
    LatencyCounter counter = LatencyCounter.exact();
    counter.add(1);
    Latencies before = counter.latencies();
    counter.add(2);
    assertThat(before.count()).isEqualTo(1);
    assertThat(counter.latencies().count()).isEqualTo(2);
  }

  @Property(tries = 300)
  void encodingAndDecodingLoseNothing(@ForAll List<@LongRange(max = 4_000_000) Long> sample) {
    Latencies latencies = latencies(sample);
    Latencies decoded = Latencies.decode(latencies.encoded());
    assertThat(decoded).isEqualTo(latencies).hasSameHashCodeAs(latencies);
    assertThat(decoded.encoded()).isEqualTo(latencies.encoded());
  }

  @Property(tries = 300)
  void differentSamplesAreNotEqual(@ForAll List<@LongRange(max = 20_000) Long> sample) {
    LatencyCounter counter = LatencyCounter.exact();
    sample.forEach(counter::add);
    counter.add(7);
    assertThat(counter.latencies()).isNotEqualTo(latencies(sample));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "AAAA", "no base64!", "HISTFAAAAA=="})
  void garbageIsNoHistogram(String encoded) {
    assertThatThrownBy(() -> Latencies.decode(encoded))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("no HdrHistogram: ");
  }

  /** Compressed or not, a changed byte may make another histogram of it; never another error. */
  @Property(tries = 300)
  void aDamagedHistogramIsRefusedInOneWay(
      @ForAll @IntRange(max = 100) int at,
      @ForAll byte value,
      @ForAll @IntRange(max = 100) int cut) {
    byte[] bytes = Base64.getDecoder().decode(latencies(List.of(1L, 75L, 20_000L)).encoded());
    bytes[at % bytes.length] = value;
    decodeOrRefuse(bytes);
    decodeOrRefuse(Arrays.copyOf(bytes, Math.min(cut, bytes.length)));
  }

  private static void decodeOrRefuse(byte[] bytes) {
    try {
      assertThat(Latencies.decode(Base64.getEncoder().encodeToString(bytes)).count())
          .isNotNegative();
    } catch (IllegalArgumentException e) {
      assertThat(e).hasMessageStartingWith("no HdrHistogram: ");
    }
  }

  private static Latencies latencies(List<Long> sample) {
    LatencyCounter counter = LatencyCounter.exact();
    sample.forEach(counter::add);
    return counter.latencies();
  }
}
