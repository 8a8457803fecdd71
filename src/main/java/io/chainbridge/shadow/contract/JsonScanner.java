package io.chainbridge.shadow.contract;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads JSON (RFC 8259) from bytes, and makes nothing of it: a body that is only to be checked is
 * read in half of the time that a parser takes. What is not ASCII, or is longer or nested deeper
 * than what {@link JsonBody} reads for certain, it takes for no JSON: whoever cares asks a parser.
 */
final class JsonScanner {
  /** What {@link #peek} sees at the end. No value begins so. */
  static final int END = 0;

  /** Well below what {@link JsonBody} refuses. */
  private static final int LONGEST_NUMBER = 300;

  /** A longer integer may be rounded where it becomes a double. */
  private static final int LONGEST_EXACT = 15;

  /** Two surrogates, each escaped. */
  private static final int LONGEST_CODE_POINT = 12;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long EACH = 0x0101010101010101L;
  private static final long HIGHEST_BITS = EACH << 7;

  private final byte[] bytes;
  private final int end;
  private int at;
  private int depth;

  /** Of the last string, between its quotes, or the last number. */
  private int start;

  private int length;
  private boolean escaped;
  private boolean integer;

  /**
   * @param bytes which may be more
   * @param length of the JSON in them, from the first
   */
  JsonScanner(byte[] bytes, int length) {
    this.bytes = bytes;
    this.end = length;
  }

  /** How many bytes are behind. */
  int position() {
    return at;
  }

  /** Goes back to a position. */
  void back(int position) {
    at = position;
  }

  /** What is behind since a position. */
  byte[] since(int position) {
    return Arrays.copyOfRange(bytes, position, at);
  }

  /**
   * Goes to what comes next, beyond any space.
   *
   * @return its first character; {@link #END} at the end
   */
  int peek() {
    int next = at;
    while (next < end && isSpace(bytes[next])) {
      next++;
    }
    at = next;
    return next < end ? bytes[next] : END;
  }

  private static boolean isSpace(byte character) {
    return character <= ' '
        && (character == ' ' || character == '\n' || character == '\r' || character == '\t');
  }

  /** Whether nothing but space comes. */
  boolean isAtEnd() {
    return peek() == END && at == end;
  }

  /** Goes beyond a character, if it comes next after any space. */
  boolean take(char expected) {
    if (peek() != expected) {
      return false;
    }
    at++;
    return true;
  }

  /** Goes into an object or an array, whose first character comes next. */
  boolean open() {
    at++;
    return ++depth <= JsonBody.DEEPEST;
  }

  /** Goes out of it, if its last character comes next. */
  boolean close(char last) {
    depth--;
    return take(last);
  }

  /** Goes beyond some bytes, if just these come next, with no space before them. */
  boolean takeExactly(byte[] expected) {
    int behind = at + expected.length;
    if (behind > end || !Arrays.equals(bytes, at, behind, expected, 0, expected.length)) {
      return false;
    }
    at = behind;
    return true;
  }

  /** Goes beyond a string, whose first quote comes next. */
  boolean takeString() {
    start = at + 1;
    escaped = false;
    for (int i = special(start); i < end; i = special(i)) {
      if (bytes[i] == '"') {
        length = i - start;
        at = i + 1;
        return true;
      }
      int escape = bytes[i] == '\\' ? escape(i + 1) : 0;
      if (escape == 0) {
        return false;
      }
      escaped = true;
      i += 1 + escape;
    }
    return false;
  }

  /** The next place from which a string may not just go on; the end, if there is none. */
  private int special(int from) {
    int i = from;
    for (; i <= end - Long.BYTES; i += Long.BYTES) {
      long eight = (long) LONGS.get(bytes, i);
      long quotes = zeros(eight ^ (EACH * '"'));
      long backslashes = zeros(eight ^ (EACH * '\\'));
      long controls = (eight - EACH * ' ') & ~eight;
      long found = (quotes | backslashes | controls | eight) & HIGHEST_BITS;
      if (found != 0) {
        return i + Long.numberOfTrailingZeros(found) / Byte.SIZE;
      }
    }
    while (i < end && bytes[i] >= ' ' && bytes[i] != '"' && bytes[i] != '\\') {
      i++;
    }
    return i;
  }

  /** Of the highest bits that of the lowest byte that is zero is set, and none below it. */
  private static long zeros(long eight) {
    return (eight - EACH) & ~eight;
  }

  /** How many characters an escape has after its backslash; 0 if it is none. */
  private int escape(int from) {
    if (from == end) {
      return 0;
    }
    if (bytes[from] != 'u') {
      return "\"\\/bfnrt".indexOf(bytes[from]) < 0 ? 0 : 1;
    }
    for (int i = from + 1; i <= from + 4; i++) {
      if (i >= end || Character.digit(bytes[i], 16) < 0) {
        return 0;
      }
    }
    return 5;
  }

  /** Goes beyond a number, where something comes next; if that is none, to somewhere in it. */
  boolean takeNumber() {
    start = at;
    int i = bytes[at] == '-' ? at + 1 : at;
    int whole = digits(i);
    boolean number = whole > i && (bytes[i] != '0' || whole == i + 1);
    i = whole;
    if (i < end && bytes[i] == '.') {
      int fraction = i + 1;
      i = digits(fraction);
      number &= i > fraction;
    }
    if (i < end && (bytes[i] == 'e' || bytes[i] == 'E')) {
      int exponent = i + 1;
      if (exponent < end && (bytes[exponent] == '+' || bytes[exponent] == '-')) {
        exponent++;
      }
      i = digits(exponent);
      number &= i > exponent;
    }
    integer = i == whole;
    length = i - start;
    at = i;
    return number && length <= LONGEST_NUMBER;
  }

  private int digits(int from) {
    int i = from;
    while (i < end && bytes[i] >= '0' && bytes[i] <= '9') {
      i++;
    }
    return i;
  }

  /** Whether the last number has neither fraction nor exponent. */
  boolean isInteger() {
    return integer;
  }

  /** Whether {@link #number} is no other than the last number. */
  boolean isExact() {
    return integer && length <= LONGEST_EXACT;
  }

  /** The last number, or the double that is next to it. */
  double number() {
    return isExact() ? Long.parseLong(text()) : Double.parseDouble(text());
  }

  /**
   * Whether the last string has so many code points. They are only counted where it matters what is
   * escaped: a string in which much is may be one of another alphabet.
   */
  boolean hasCodePoints(long least, long most) {
    if (!escaped) {
      return length >= least && length <= most;
    }
    if (length / LONGEST_CODE_POINT >= least && length <= most) {
      return true;
    }
    String text = string();
    int points = text.codePointCount(0, text.length());
    return points >= least && points <= most;
  }

  /** The last string. */
  String string() {
    return escaped ? JsonBody.string(bytes, start - 1, length + 2) : text();
  }

  private String text() {
    return new String(bytes, start, length, StandardCharsets.ISO_8859_1);
  }
}
