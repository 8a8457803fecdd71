package io.chainbridge.shadow.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * The log's strings: length in bytes, the bytes as the JVM holds them, and which of its two
 * encodings that is.
 *
 * <p>Names and messages are written out once, numbered from 1, and afterwards referred to by the
 * negative of their number.
 */
final class LogStrings {

  /** What Gatling's write buffer of 8,192 bytes can take beside the length and the encoding. */
  static final int LONGEST = 8_187;

  /** How much heap the strings of one log may take, so that a broken one cannot take it all. */
  private static final long HEAP_BYTES = 64L << 20;

  private static final int HEAP_BYTES_PER_STRING = 64;
  private static final int LATIN_1 = 0;
  private static final int UTF_16 = 1;
  private static final boolean BIG_ENDIAN = ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN;

  private final LogBytes bytes;
  private final List<String> names = new ArrayList<>();
  private final List<String> messages = new ArrayList<>();
  private long heapBytes;

  LogStrings(LogBytes bytes) {
    this.bytes = bytes;
  }

  /** A string that is written out. */
  String plain() throws IOException {
    long offset = bytes.offset();
    int length = bytes.count("a string length", LONGEST);
    heapBytes += HEAP_BYTES_PER_STRING + length;
    if (heapBytes > HEAP_BYTES) {
      throw new LogDamage(offset, "more than " + (HEAP_BYTES >> 20) + " MB of different strings");
    }
    if (length == 0) {
      return "";
    }
    ByteBuffer buffer = bytes.bytes(length + 1);
    int coder = buffer.get(buffer.position() + length);
    if (coder != LATIN_1 && coder != UTF_16) {
      throw new LogDamage(bytes.offset() - 1, "a string encoding of " + coder + "; possible: 0, 1");
    }
    if (coder == UTF_16 && length % 2 == 1) {
      throw new LogDamage(offset, "an odd length of " + length + " for a string in UTF-16");
    }
    return decode(buffer, length, coder);
  }

  /** A numbered string; always the same instance for one number. */
  String name() throws IOException {
    return names.get(index());
  }

  /** The same without white space at its ends, which Gatling's own report takes off messages. */
  String message() throws IOException {
    return messages.get(index());
  }

  private int index() throws IOException {
    int number = bytes.int32();
    int known = names.size();
    if (number < 0 && number >= -known) {
      return -number - 1;
    }
    if (number != known + 1) {
      throw new LogDamage(
          bytes.offset() - Integer.BYTES,
          "a string number of %d; possible: %d to -1 for a known one, %d for a new one"
              .formatted(number, -known, known + 1));
    }
    String string = plain();
    names.add(string);
    messages.add(string.trim());
    return known;
  }

  private static String decode(ByteBuffer buffer, int length, int coder) {
    char[] chars = new char[coder == LATIN_1 ? length : length / 2];
    for (int i = 0; i < chars.length; i++) {
      chars[i] = spaced(coder == LATIN_1 ? (char) (buffer.get() & 0xff) : nativeChar(buffer));
    }
    return new String(chars);
  }

  private static char nativeChar(ByteBuffer buffer) {
    char bigEndian = buffer.getChar();
    return BIG_ENDIAN ? bigEndian : Character.reverseBytes(bigEndian);
  }

  private static char spaced(char c) {
    return c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
  }
}
