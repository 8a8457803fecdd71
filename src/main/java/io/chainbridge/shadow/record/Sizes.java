package io.chainbridge.shadow.record;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.StreamSupport;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.PackedHistogram;

/**
 * How large response bodies were, decoded, of the answers that had the expected status: a short
 * error text must not make a service look lean. Number, sum and maximum are exact, the distribution
 * to three significant digits. Two of them add up without loss. Immutable and thread-safe.
 */
public final class Sizes {
  static final int SIGNIFICANT_DIGITS = 3;

  /** Of no body at all. */
  public static final Sizes NONE = new Counter().sizes();

  private final Frequencies frequencies;
  private final long totalBytes;
  private final long largestBytes;

  Sizes(Frequencies frequencies, long totalBytes, long largestBytes) {
    this.frequencies = frequencies;
    this.totalBytes = totalBytes;
    this.largestBytes = largestBytes;
  }

  /** Counts bodies as they come. Thread-safe. */
  public static final class Counter {
    private final Histogram histogram = new PackedHistogram(SIGNIFICANT_DIGITS);
    private long totalBytes;
    private long largestBytes;

    /**
     * Counts one.
     *
     * @param bytes 0 or more
     */
    public synchronized void add(long bytes) {
      histogram.recordValue(bytes);
      totalBytes += bytes;
      largestBytes = Math.max(largestBytes, bytes);
    }

    /** What was counted so far. */
    public synchronized Sizes sizes() {
      return new Sizes(new Frequencies(histogram.copy()), totalBytes, largestBytes);
    }
  }

  /**
   * Bodies of about one size.
   *
   * @param fromBytes of the smallest, inclusive
   * @param toBytes of the largest, inclusive
   * @param count at least 1
   */
  public record Bucket(long fromBytes, long toBytes, long count) {}

  Frequencies frequencies() {
    return frequencies;
  }

  /** How many there were. */
  public long bodies() {
    return frequencies.total();
  }

  /** Of all together. */
  public long totalBytes() {
    return totalBytes;
  }

  /** Of the largest; 0 without any. */
  public long largestBytes() {
    return largestBytes;
  }

  /** The mean in KB of 1,024 bytes; empty without a body. */
  public OptionalDouble meanKb() {
    return bodies() == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) totalBytes / bodies() / 1024);
  }

  /** The distribution, smallest first, without empty buckets. */
  public List<Bucket> buckets() {
    Histogram histogram = frequencies.histogram();
    return StreamSupport.stream(histogram.recordedValues().spliterator(), false)
        .map(
            value ->
                new Bucket(
                    histogram.lowestEquivalentValue(value.getValueIteratedTo()),
                    histogram.highestEquivalentValue(value.getValueIteratedTo()),
                    value.getCountAtValueIteratedTo()))
        .toList();
  }

  /** The distribution as any HdrHistogram reads it. */
  String encoded() {
    return frequencies.encoded();
  }

  /**
   * Reads what was written.
   *
   * @throws IllegalArgumentException if it is no histogram
   */
  static Sizes decode(String encoded, long totalBytes, long largestBytes) {
    return new Sizes(Frequencies.decode(encoded), totalBytes, largestBytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Sizes that
        && frequencies.equals(that.frequencies)
        && totalBytes == that.totalBytes
        && largestBytes == that.largestBytes;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(totalBytes);
  }

  @Override
  public String toString() {
    return "%d bodies of %d bytes".formatted(bodies(), totalBytes);
  }
}
