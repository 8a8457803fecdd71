package io.chainbridge.shadow.record;

import io.chainbridge.shadow.budget.Quantile;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;

/**
 * How long requests took, counted by the millisecond: exact up to 20 s, to four significant digits
 * beyond. Two of them add up without loss. Immutable and thread-safe.
 */
public final class Latencies {
  private static final int SIGNIFICANT_DIGITS = 4;

  private final Histogram histogram;

  private Latencies(Histogram histogram) {
    this.histogram = histogram;
  }

  /** Counts latencies as they come. Not thread-safe. */
  static final class Counter {
    private final Histogram histogram = new Histogram(SIGNIFICANT_DIGITS);

    /**
     * Counts one.
     *
     * @param millis negative counts as 0
     */
    void add(long millis) {
      histogram.recordValue(Math.max(0, millis));
    }

    /** What was counted so far. */
    Latencies latencies() {
      return new Latencies(histogram.copy());
    }
  }

  /** The number of requests. */
  public long count() {
    return histogram.getTotalCount();
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

  private long valueAt(long index) {
    long seen = 0;
    for (var bucket : histogram.recordedValues()) {
      seen += bucket.getCountAtValueIteratedTo();
      if (seen > index) {
        return histogram.lowestEquivalentValue(bucket.getValueIteratedTo());
      }
    }
    throw new IndexOutOfBoundsException(Math.toIntExact(index));
  }

  /**
   * How many requests took that long or longer, each as long as {@link #at} says.
   *
   * @param millis a limit, which need not be whole
   */
  public long atOrOver(double millis) {
    long least = (long) Math.ceil(millis);
    long most = histogram.getMaxValue();
    if (least <= most && histogram.lowestEquivalentValue(least) < least) {
      least = histogram.nextNonEquivalentValue(least);
    }
    return least > most ? 0 : histogram.getCountBetweenValues(least, most);
  }

  /** The shortest; empty for an empty sample. */
  public Optional<Duration> min() {
    return count() == 0
        ? Optional.empty()
        : Optional.of(Duration.ofMillis(histogram.getMinValue()));
  }

  /** The longest; empty for an empty sample. */
  public Optional<Duration> max() {
    return count() == 0
        ? Optional.empty()
        : Optional.of(Duration.ofMillis(histogram.getMaxValue()));
  }

  /** In HdrHistogram's own compressed format (V2), in Base64: any HdrHistogram reads it. */
  public String encoded() {
    ByteBuffer buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
    int length = histogram.encodeIntoCompressedByteBuffer(buffer);
    return Base64.getEncoder().encodeToString(Arrays.copyOf(buffer.array(), length));
  }

  /**
   * Reads what {@link #encoded()} wrote.
   *
   * @throws IllegalArgumentException if it is no histogram
   */
  public static Latencies decode(String encoded) {
    try {
      return new Latencies(
          Histogram.decodeFromCompressedByteBuffer(
              ByteBuffer.wrap(Base64.getDecoder().decode(encoded)), 0));
    } catch (DataFormatException | RuntimeException e) {
      throw new IllegalArgumentException("no HdrHistogram: " + e.getMessage(), e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Latencies that && histogram.equals(that.histogram);
  }

  @Override
  public int hashCode() {
    return histogram.hashCode();
  }

  @Override
  public String toString() {
    return "%d requests".formatted(count());
  }
}
