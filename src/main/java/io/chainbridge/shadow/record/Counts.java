package io.chainbridge.shadow.record;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.PackedHistogram;

/**
 * The counts of a histogram as its text has them: HdrHistogram's compressed format (V2) in Base64.
 * The library reads that too, but needs ten times as long, most of it for a histogram that is only
 * added to another; merging a thousand shards reads a million of them. They are kept as they are
 * written, in a fraction of the memory that arrays take: where a heap has just begun, most of the
 * time would go into getting that memory from the system. Immutable.
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
  private static final String TOO_MANY = "more counts than there can be";

  private final int digits;
  private final byte[] numbers;
  private final int size;
  private final long total;

  /**
   * Takes them as the format writes them.
   *
   * @throws IllegalArgumentException if that they are not, or together more than so many
   */
  private Counts(int digits, byte[] numbers, long most) {
    this.digits = digits;
    this.numbers = numbers;
    Cursor cursor = new Cursor(digits, numbers);
    long sum = 0;
    int end = 0;
    while (cursor.next()) {
      require(cursor.count <= most - sum, TOO_MANY);
      sum += cursor.count;
      end = cursor.index + 1;
    }
    this.size = end;
    this.total = sum;
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

    private Counts read(ByteBuffer compressed) throws DataFormatException {
      int filled = inflate(compressed); // which may take another array for the bytes
      ByteBuffer inflated = ByteBuffer.wrap(bytes, 0, filled);
      require(filled >= HEADER && inflated.getInt() == COOKIE, "another cookie inside");
      int length = inflated.getInt();
      int offset = inflated.getInt();
      int digits = inflated.getInt();
      long lowest = inflated.getLong();
      // then come the highest value, which may grow, and a ratio that nobody uses
      require(length >= 0 && length == filled - HEADER, "it is cut off inside");
      require(offset == 0 && lowest == 1, "values that do not start at 1");
      require(digits >= 0 && digits <= MOST_DIGITS, "another number of significant digits");
      return new Counts(digits, Arrays.copyOfRange(bytes, HEADER, filled), JsonFigures.MOST);
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
  }

  /** Goes through the counts that are not zero. */
  private static final class Cursor {
    private final byte[] numbers;
    private final int most;
    private int at;
    private long following;
    private int index;
    private long count;

    private Cursor(int digits, byte[] numbers) {
      this.numbers = numbers;
      int half = halfOfSubBuckets(digits);
      this.most = half * (Long.numberOfLeadingZeros(2L * half) + 1);
    }

    /** Whether there is another, whose index and count it then has. */
    private boolean next() {
      while (at < numbers.length) {
        long number = number();
        require(number >= -most && following - Math.min(number, -1) <= most, TOO_MANY);
        index = (int) following;
        count = number;
        following += number < 0 ? -number : 1;
        if (number > 0) {
          return true;
        }
      }
      return false;
    }

    private long number() {
      byte next = numbers[at++];
      long zigZag = next & 0x7f;
      for (int shift = 7; next < 0 && shift <= LAST_SHIFT; shift += 7) {
        require(at < numbers.length, "it is cut off inside");
        next = numbers[at++];
        zigZag |= (long) (shift == LAST_SHIFT ? next : next & 0x7f) << shift;
      }
      return (zigZag >>> 1) ^ -(zigZag & 1);
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
    Cursor cursor = new Cursor(digits, numbers);
    while (cursor.next()) {
      histogram.recordValueWithCount(value(cursor.index, half), cursor.count);
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
      Cursor cursor = new Cursor(digits, other.numbers);
      while (cursor.next()) {
        counts[cursor.index] += cursor.count;
      }
    }

    /** All of them; of that precision if there are none. */
    Counts counts(int digitsOfNone) {
      ByteArrayOutputStream numbers = new ByteArrayOutputStream();
      int written = 0;
      for (int i = 0; i < counts.length; i++) {
        if (counts[i] > 0) {
          if (i > written) {
            write(written - i, numbers);
          }
          write(counts[i], numbers);
          written = i + 1;
        }
      }
      return new Counts(digits < 0 ? digitsOfNone : digits, numbers.toByteArray(), Long.MAX_VALUE);
    }

    private static void write(long number, ByteArrayOutputStream numbers) {
      long zigZag = (number << 1) ^ (number >> 63);
      for (int shift = 0; shift < LAST_SHIFT && zigZag >>> 7 != 0; shift += 7) {
        numbers.write((int) ((zigZag & 0x7f) | 0x80));
        zigZag >>>= 7;
      }
      numbers.write((int) zigZag);
    }
  }
}
