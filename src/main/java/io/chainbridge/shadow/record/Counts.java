package io.chainbridge.shadow.record;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.IntStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.PackedHistogram;

/**
 * The counts of a histogram as its text has them: HdrHistogram's compressed format (V2) in Base64.
 * The library reads that too, but needs ten times as long, most of it for a histogram that is only
 * added to another; merging a thousand shards reads a million of them. Immutable.
 *
 * <p>The format is that of HdrHistogram's {@code encodeIntoCompressedByteBuffer}: two cookies, each
 * with a length, a header of 40 bytes, and counts in ZigZag LEB128 of 9 bytes at most, where a
 * negative number stands for so many counts of zero.
 */
final class Counts {
  private static final int COMPRESSED_COOKIE = 0x1c849304 | 0x10;
  private static final int COOKIE = 0x1c849303 | 0x10;
  private static final int HEADER = 40;

  /** A number has seven bits a byte, the lowest first, but for a ninth byte of eight. */
  private static final int LAST_SHIFT = 56;

  private static final int MOST_BYTES = 1 << 22;
  private static final int MOST_DIGITS = 5;

  private final int digits;
  private final int size;
  private final long total;
  private final int[] indexes;
  private final long[] counts;

  private Counts(int digits, int size, long total, int[] indexes, long[] counts) {
    this.digits = digits;
    this.size = size;
    this.total = total;
    this.indexes = indexes;
    this.counts = counts;
  }

  /**
   * Reads the text.
   *
   * @throws IllegalArgumentException if it is no histogram of values from 1 up
   */
  static Counts read(String text) {
    try {
      return Decoder.OF_THREAD.get().read(ByteBuffer.wrap(Base64.getDecoder().decode(text)));
    } catch (DataFormatException | BufferUnderflowException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "no HdrHistogram: "
              + (e instanceof IllegalArgumentException ? e.getMessage() : "it is damaged"),
          e);
    }
  }

  /** With memory that is used again, since to make it anew takes longer than its use. */
  private static final class Decoder {
    private static final ThreadLocal<Decoder> OF_THREAD = ThreadLocal.withInitial(Decoder::new);

    private final Inflater inflater = new Inflater();
    private byte[] bytes = new byte[1 << 12];
    private int[] indexes = {};
    private long[] counts = {};

    private Counts read(ByteBuffer compressed) throws DataFormatException {
      int filled = inflate(compressed); // which may take another array for the bytes
      return parse(ByteBuffer.wrap(bytes, 0, filled));
    }

    /** How many bytes that gives. */
    private int inflate(ByteBuffer compressed) throws DataFormatException {
      require(compressed.getInt() == COMPRESSED_COOKIE, "another cookie");
      int length = compressed.getInt();
      require(length >= 0 && length <= compressed.remaining(), "it is cut off");
      inflater.reset();
      inflater.setInput(compressed.limit(compressed.position() + length));
      int filled = 0;
      while (!inflater.finished()) {
        int more = inflater.inflate(bytes, filled, bytes.length - filled);
        filled += more;
        require(more > 0 || !inflater.needsInput(), "it is cut off");
        require(more > 0 || !inflater.needsDictionary(), "it needs a dictionary");
        if (filled == bytes.length) {
          require(filled < MOST_BYTES, "it is too large");
          bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        }
      }
      return filled;
    }

    private Counts parse(ByteBuffer inflated) {
      require(
          inflated.remaining() >= HEADER && inflated.getInt() == COOKIE, "another cookie inside");
      int length = inflated.getInt();
      int offset = inflated.getInt();
      int digits = inflated.getInt();
      long lowest = inflated.getLong();
      inflated.getLong(); // the highest value, which may grow
      inflated.getDouble(); // a ratio that nobody uses
      require(length >= 0 && length == inflated.remaining(), "it is cut off inside");
      require(offset == 0 && lowest == 1, "values that do not start at 1");
      require(digits >= 0 && digits <= MOST_DIGITS, "another number of significant digits");
      int half = halfOfSubBuckets(digits);
      int most = half * (Long.numberOfLeadingZeros(2L * half) + 1);
      if (length > indexes.length) {
        indexes = new int[length];
        counts = new long[length];
      }
      int found = 0;
      long total = 0;
      long index = 0;
      int at = HEADER;
      int end = inflated.limit();
      while (at < end) {
        byte next = bytes[at++];
        long zigZag = next & 0x7f;
        for (int shift = 7; next < 0 && shift <= LAST_SHIFT; shift += 7) {
          require(at < end, "it is cut off inside");
          next = bytes[at++];
          zigZag |= (long) (shift == LAST_SHIFT ? next : next & 0x7f) << shift;
        }
        long number = (zigZag >>> 1) ^ -(zigZag & 1);
        require(
            number >= -most && number <= JsonFigures.MOST && total <= JsonFigures.MOST,
            "more counts than there can be");
        if (number < 0) {
          index -= number;
        } else {
          total += number;
          if (number > 0) {
            indexes[found] = Math.toIntExact(index);
            counts[found++] = number;
          }
          index++;
        }
        require(index <= most, "more counts than there can be");
      }
      return new Counts(
          digits,
          found == 0 ? 0 : indexes[found - 1] + 1,
          total,
          Arrays.copyOf(indexes, found),
          Arrays.copyOf(counts, found));
    }
  }

  /** So many counts are those of the first half of a bucket, which tells values this finely. */
  private static int halfOfSubBuckets(int digits) {
    return Integer.highestOneBit((int) (2 * Math.pow(10, digits)) - 1);
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  /** All of them together. */
  long total() {
    return total;
  }

  /** The same as the library would have read it. */
  Histogram histogram() {
    Histogram histogram = new PackedHistogram(digits);
    int half = halfOfSubBuckets(digits);
    for (int i = 0; i < indexes.length; i++) {
      histogram.recordValueWithCount(value(indexes[i], half), counts[i]);
    }
    return histogram;
  }

  /** The first half of the first bucket is its own; the second is like the buckets after it. */
  private static long value(int index, int half) {
    int bucket = index / half - 1;
    return bucket < 0 ? index : (long) (index % half + half) << bucket;
  }

  /** A histogram as text that any HdrHistogram reads. */
  static String write(Histogram histogram) {
    ByteBuffer buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
    int length = histogram.encodeIntoCompressedByteBuffer(buffer);
    return Base64.getEncoder().encodeToString(Arrays.copyOf(buffer.array(), length));
  }

  /** Adds up counts of the same precision. Not thread-safe. */
  static final class Sum {
    private int digits = -1;
    private long[] counts = {};

    /** Whether these are of the precision of those before, if there are any. */
    boolean takes(Counts other) {
      return digits < 0 || digits == other.digits;
    }

    /**
     * Adds some.
     *
     * @throws IllegalArgumentException if they are of another precision than those before
     */
    void add(Counts other) {
      require(takes(other), "histograms of different precision");
      digits = other.digits;
      if (other.size > counts.length) {
        counts = Arrays.copyOf(counts, Math.max(other.size, counts.length + counts.length / 2));
      }
      for (int i = 0; i < other.indexes.length; i++) {
        counts[other.indexes[i]] += other.counts[i];
      }
    }

    /** All of them; of that precision if there are none. */
    Counts counts(int digitsOfNone) {
      int[] indexes = IntStream.range(0, counts.length).filter(i -> counts[i] > 0).toArray();
      long[] found = Arrays.stream(indexes).mapToLong(i -> counts[i]).toArray();
      return new Counts(
          digits < 0 ? digitsOfNone : digits,
          indexes.length == 0 ? 0 : indexes[indexes.length - 1] + 1,
          Arrays.stream(found).sum(),
          indexes,
          found);
    }
  }
}
