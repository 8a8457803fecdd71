package io.chainbridge.shadow.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * A body that this thread has read. One of up to {@value #SHARED} bytes lies in an array that the
 * thread's next one takes: a copy costs less where it needs no memory of its own.
 */
final class ReadBody {
  /** The length up to which one needs no memory of its own. */
  static final int SHARED = 256 * 1024;

  /** So much is compared at a time: it stays in the processor's nearest cache. */
  private static final int BLOCK = 4 * 1024;

  private static final ThreadLocal<byte[]> ARRAY =
      ThreadLocal.withInitial(() -> new byte[SHARED + BLOCK]);

  private static final long UNKNOWN = -1;

  private final byte[] array;
  private final int length;
  private long checksum = UNKNOWN;

  private ReadBody(byte[] array, int length) {
    this.array = array;
    this.length = length;
  }

  /**
   * Reads all of it, but does not close it. One that is as expected is compared as it is read and
   * kept nowhere: to copy it would take longer than that.
   *
   * @param expected what it may well be, of {@value #SHARED} bytes at most
   * @throws UncheckedIOException if it cannot be read
   */
  static ReadBody of(InputStream body, byte[] expected) {
    byte[] array = ARRAY.get();
    try {
      int equal = 0;
      int block = body.readNBytes(array, 0, BLOCK);
      while (block > 0 && hasBytesAt(expected, equal, array, block)) {
        equal += block;
        block = body.readNBytes(array, 0, BLOCK);
      }
      if (block == 0 && equal == expected.length) {
        return new ReadBody(expected, equal);
      }
      System.arraycopy(array, 0, array, equal, block);
      System.arraycopy(expected, 0, array, 0, equal);
      return withRest(array, equal + block, body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean hasBytesAt(byte[] array, int index, byte[] block, int length) {
    return length <= array.length - index
        && Arrays.equals(array, index, index + length, block, 0, length);
  }

  private static ReadBody withRest(byte[] array, int begun, InputStream body) throws IOException {
    int length = begun + body.readNBytes(array, begun, array.length - begun);
    if (length < array.length) {
      return new ReadBody(array, length);
    }
    byte[] rest = body.readAllBytes();
    byte[] all = Arrays.copyOf(array, length + rest.length);
    System.arraycopy(rest, 0, all, length, rest.length);
    return new ReadBody(all, all.length);
  }

  /** The expected one, if this equals it; else one that may hold more than the body. */
  byte[] array() {
    return array;
  }

  int length() {
    return length;
  }

  /** CRC-32C, Castagnoli's; computed when it is first asked for. */
  long checksum() {
    if (checksum == UNKNOWN) {
      CRC32C sum = new CRC32C();
      sum.update(array, 0, length);
      checksum = sum.getValue();
    }
    return checksum;
  }

  byte[] copy() {
    return Arrays.copyOf(array, length);
  }

  boolean hasBytes(byte[] other) {
    return Arrays.equals(other, 0, other.length, array, 0, length);
  }
}
