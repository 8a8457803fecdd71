package io.chainbridge.shadow.reference;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Makes a JSON object larger with a last member {@code filler}, a text that means nothing. */
final class Filler {

  private static final byte[] OPENING = {',', '"', 'f', 'i', 'l', 'l', 'e', 'r', '"', ':', '"'};
  private static final byte[] CLOSING = {'"', '}'};

  private Filler() {}

  /**
   * The object filled up to a size in bytes, or as it is when it is that large already. Where the
   * gap is too small for the member itself, the result is larger by those few bytes.
   */
  static byte[] fill(byte[] object, int size) {
    if (object.length >= size) {
      return object;
    }
    int kept = object.length - 1;
    int text = Math.max(0, size - kept - OPENING.length - CLOSING.length);
    byte[] filler = new byte[text];
    Arrays.fill(filler, (byte) 'x');
    return ByteBuffer.allocate(kept + OPENING.length + text + CLOSING.length)
        .put(object, 0, kept)
        .put(OPENING)
        .put(filler)
        .put(CLOSING)
        .array();
  }
}
