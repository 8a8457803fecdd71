package io.chainbridge.shadow.contract;

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

  private final AtomicReferenceArray<byte[]> slots = new AtomicReferenceArray<>(SLOTS);

  boolean contains(byte[] body) {
    byte[] accepted = slots.get(slot(body));
    return accepted != null && Arrays.equals(accepted, body);
  }

  void add(byte[] body) {
    if (body.length <= LARGEST) {
      slots.set(slot(body), body);
    }
  }

  private static int slot(byte[] body) {
    CRC32C checksum = new CRC32C();
    checksum.update(body, 0, body.length);
    return (int) (checksum.getValue() % SLOTS);
  }
}
