package io.chainbridge.shadow.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * A body that this thread has read. If it is shorter than {@value #SHARED} bytes, it lies in an
 * array that the thread's next one takes: a copy costs less where it needs no memory of its own.
 */
final class ReadBody {
  /** The length from which one has memory of its own. */
  static final int SHARED = 256 * 1024;

  private static final ThreadLocal<byte[]> ARRAY = ThreadLocal.withInitial(() -> new byte[SHARED]);

  private static final long UNKNOWN = -1;

  private final byte[] array;
  private final int length;
  private long checksum = UNKNOWN;

  private ReadBody(byte[] array, int length) {
    this.array = array;
    this.length = length;
  }

  /**
   * Reads all of it, but does not close it.
   *
   * @throws UncheckedIOException if it cannot be read
   */
  static ReadBody of(InputStream body) {
    byte[] array = ARRAY.get();
    try {
      int length = body.readNBytes(array, 0, SHARED);
      if (length < SHARED) {
        return new ReadBody(array, length);
      }
      byte[] rest = body.readAllBytes();
      byte[] all = Arrays.copyOf(array, length + rest.length);
      System.arraycopy(rest, 0, all, length, rest.length);
      return new ReadBody(all, all.length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Which holds more than the body. */
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
