package io.chainbridge.shadow.live;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Reads from the answer to an export, an {@code ExportMetricsServiceResponse} in protobuf, how many
 * of its data points were not wanted. The library does not look.
 */
final class PartialSuccess {
  /** Of the answer, a message. */
  private static final int PARTIAL_SUCCESS = 1;

  /** Of that message, an int64. */
  private static final int REJECTED_DATA_POINTS = 1;

  private static final int VARINT = 0;
  private static final int EIGHT_BYTES = 1;
  private static final int LENGTH_DELIMITED = 2;
  private static final int FOUR_BYTES = 5;

  private PartialSuccess() {}

  /** None by an answer that is empty, or something else. */
  static long rejected(byte[] answer) {
    try {
      return field(ByteBuffer.wrap(answer), PARTIAL_SUCCESS, LENGTH_DELIMITED)
          .flatMap(message -> field(message, REJECTED_DATA_POINTS, VARINT))
          .map(PartialSuccess::varint)
          .orElse(0L);
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      return 0;
    }
  }

  /**
   * The value of a message's first field of that number and type.
   *
   * @throws IllegalArgumentException if it is no message
   */
  private static Optional<ByteBuffer> field(ByteBuffer message, int number, int type) {
    while (message.hasRemaining()) {
      long tag = varint(message);
      ByteBuffer value = value(message, (int) (tag & 7));
      if (tag == ((long) number << 3 | type)) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }

  private static ByteBuffer value(ByteBuffer message, int type) {
    int start = message.position();
    switch (type) {
      case VARINT -> varint(message);
      case EIGHT_BYTES -> message.getLong();
      case FOUR_BYTES -> message.getInt();
      case LENGTH_DELIMITED -> {
        long length = varint(message);
        if (length < 0 || length > message.remaining()) {
          throw new IllegalArgumentException("cut off");
        }
        start = message.position();
        message.position(start + (int) length);
      }
      default -> throw new IllegalArgumentException("no wire type: " + type);
    }
    return message.slice(start, message.position() - start);
  }

  private static long varint(ByteBuffer bytes) {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      byte next = bytes.get();
      value |= (next & 0x7fL) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new IllegalArgumentException("no varint");
  }
}
