package io.chainbridge.shadow.record;

import io.chainbridge.shadow.budget.Quantile;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.HdrHistogram.Histogram;

/**
 * How long requests took, counted by the millisecond: exact up to 20 s, to four significant digits
 * beyond. Two of them add up without loss. Immutable and thread-safe.
 */
public final class Latencies {
  /** Of those that are counted one by one. */
  static final int SIGNIFICANT_DIGITS = 4;

  private final Frequencies frequencies;

  Latencies(Frequencies frequencies) {
    this.frequencies = frequencies;
  }

  Latencies(Histogram histogram) {
    this(new Frequencies(histogram));
  }

  Frequencies frequencies() {
    return frequencies;
  }

  private Histogram histogram() {
    return frequencies.histogram();
  }

  /** Of no request. */
  public static Latencies none() {
    return LatencyCounter.exact().latencies();
  }

  /** Both together, without loss. */
  public Latencies plus(Latencies other) {
    Histogram sum = histogram().copy();
    sum.add(other.histogram());
    return new Latencies(sum);
  }

  /**
   * The rest, without some of them.
   *
   * @throws IllegalArgumentException if the others are not among these
   */
  public Latencies minus(Latencies others) {
    if (others.count() > count()) {
      throw new IllegalArgumentException("%s, less %s".formatted(this, others));
    }
    Histogram rest = histogram().copy();
    try {
      rest.subtract(others.histogram());
    } catch (ArrayIndexOutOfBoundsException e) {
      throw new IllegalArgumentException("%s, less longer ones".formatted(this), e);
    }
    return new Latencies(rest);
  }

  /** The number of requests. */
  public long count() {
    return frequencies.total();
  }

  /**
   * The latency at the quantile's index of the sorted sample.
   *
   * @return empty for an empty sample
   */
  public Optional<Duration> at(Quantile quantile) {
    return count() == 0
        ? Optional.empty()
        : Optional.of(Duration.ofMillis(valueAt(quantile.index(count()))));
  }

  /** The 75th percentile, which no limit is about; empty for an empty sample. */
  public Optional<Duration> upperQuartile() {
    return count() == 0
        ? Optional.empty()
        : Optional.of(Duration.ofMillis(valueAt(Math.multiplyExact(count(), 3) / 4)));
  }

  private long valueAt(long index) {
    long seen = 0;
    for (var bucket : histogram().recordedValues()) {
      seen += bucket.getCountAtValueIteratedTo();
      if (seen > index) {
        return histogram().lowestEquivalentValue(bucket.getValueIteratedTo());
      }
    }
    throw new IndexOutOfBoundsException(Math.toIntExact(index));
  }

  /**
   * The latencies at any quantiles, by the rule of {@link Quantile#index}, in one pass.
   *
   * @param fractions ascending, each 0 to 1
   * @return as many; none for an empty sample
   */
  public List<Duration> at(double... fractions) {
    return count() == 0
        ? List.of()
        : Arrays.stream(valuesAt(fractions)).mapToObj(Duration::ofMillis).toList();
  }

  private long[] valuesAt(double[] fractions) {
    long[] values = new long[fractions.length];
    var buckets = histogram().recordedValues().iterator();
    long seen = 0;
    long value = 0;
    for (int i = 0; i < fractions.length; i++) {
      while (seen <= index(fractions[i])) {
        var bucket = buckets.next();
        seen += bucket.getCountAtValueIteratedTo();
        value = histogram().lowestEquivalentValue(bucket.getValueIteratedTo());
      }
      values[i] = value;
    }
    return values;
  }

  /** What is whole but for the error of a double counts as whole. */
  private long index(double fraction) {
    return Math.min(count() - 1, (long) Math.floor(count() * fraction + 1e-6));
  }

  /**
   * How many requests took that long or longer, each as long as {@link #at} says.
   *
   * @param millis a limit, which need not be whole
   */
  public long atOrOver(double millis) {
    long least = (long) Math.ceil(millis);
    long most = histogram().getMaxValue();
    if (least <= most && histogram().lowestEquivalentValue(least) < least) {
      least = histogram().nextNonEquivalentValue(least);
    }
    return least > most ? 0 : histogram().getCountBetweenValues(least, most);
  }

  /** The shortest; empty for an empty sample. */
  public Optional<Duration> min() {
    return count() == 0
        ? Optional.empty()
        : Optional.of(Duration.ofMillis(histogram().getMinValue()));
  }

  /** The longest; empty for an empty sample. */
  public Optional<Duration> max() {
    return count() == 0
        ? Optional.empty()
        : Optional.of(Duration.ofMillis(histogram().getMaxValue()));
  }

  /** The arithmetic mean, to the microsecond; empty for an empty sample. */
  public Optional<Duration> mean() {
    return count() == 0 ? Optional.empty() : Optional.of(ofMillis(histogram().getMean()));
  }

  /** The standard deviation of the sample about its mean, to the microsecond; empty likewise. */
  public Optional<Duration> standardDeviation() {
    return count() == 0 ? Optional.empty() : Optional.of(ofMillis(histogram().getStdDeviation()));
  }

  private static Duration ofMillis(double millis) {
    return Duration.of(Math.round(millis * 1_000), ChronoUnit.MICROS);
  }

  /**
   * So many requests that took as long.
   *
   * @param count at least 1
   */
  public record Count(Duration latency, long count) {}

  /** The distribution, shortest first, without latencies that no request had. */
  public List<Count> counts() {
    return StreamSupport.stream(histogram().recordedValues().spliterator(), false)
        .map(
            value ->
                new Count(
                    Duration.ofMillis(
                        histogram().lowestEquivalentValue(value.getValueIteratedTo())),
                    value.getCountAtValueIteratedTo()))
        .toList();
  }

  /** The distribution as any HdrHistogram reads it: its compressed format (V2) in Base64. */
  public String encoded() {
    return frequencies.encoded();
  }

  /**
   * Reads what {@link #encoded()} wrote.
   *
   * @throws IllegalArgumentException if it is no histogram
   */
  public static Latencies decode(String encoded) {
    return new Latencies(Frequencies.decode(encoded));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Latencies that && frequencies.equals(that.frequencies);
  }

  @Override
  public int hashCode() {
    return frequencies.hashCode();
  }

  @Override
  public String toString() {
    return "%d requests".formatted(count());
  }
}
