package io.chainbridge.shadow.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.zip.CRC32C;

/**
 * The bodies that were found to keep the contract, so that an equal one need not be read again:
 * comparing costs a hundredth of parsing. Holds at most 64 bodies of at most 256 KB. Thread-safe.
 */
final class AcceptedBodies {
  private static final int SLOTS = 64;
  private static final int LARGEST = 256 * 1024;

  /** What a thread reads into: a copy costs less where it needs no memory of its own. */
  private static final ThreadLocal<byte[]> READ = ThreadLocal.withInitial(() -> new byte[LARGEST]);

  private final AtomicReferenceArray<byte[]> slots = new AtomicReferenceArray<>(SLOTS);

  /**
   * Whether it holds a body equal to this one.
   *
   * @param body is read, but not closed
   */
  boolean contains(InputStream body) {
    byte[] read = READ.get();
    try {
      int length = body.readNBytes(read, 0, LARGEST);
      byte[] accepted = slots.get(slot(read, length));
      return accepted != null
          && Arrays.equals(accepted, 0, accepted.length, read, 0, length)
          && body.read() < 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void add(byte[] body) {
    if (body.length <= LARGEST) {
      slots.set(slot(body, body.length), body);
    }
  }

  private static int slot(byte[] body, int length) {
    CRC32C checksum = new CRC32C();
    checksum.update(body, 0, length);
    return (int) (checksum.getValue() % SLOTS);
  }
}
