package io.chainbridge.shadow.record;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * The log's primitive values, in order, through one fixed buffer.
 *
 * <p>Every method throws {@link EOFException} if the log ends inside the value, and leaves {@link
 * #offset()} at the log's end.
 */
final class LogBytes {
  private static final int BUFFER = 1 << 16;

  private final ReadableByteChannel channel;
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).limit(0);
  private long bufferEnd;

  LogBytes(ReadableByteChannel channel) {
    this.channel = channel;
  }

  static ReadableByteChannel open(Path log) throws IOException {
    if (Files.isDirectory(log)) {
      throw new GatlingLogException(log, "is a directory; give the simulation.log inside it");
    }
    try {
      return FileChannel.open(log);
    } catch (NoSuchFileException e) {
      throw new GatlingLogException(log, "no such file; Gatling leaves one in each run's folder");
    }
  }

  /** How many bytes of the log lie before the next value. */
  long offset() {
    return bufferEnd - buffer.remaining();
  }

  boolean atEnd() throws IOException {
    return !buffer.hasRemaining() && !fill(1);
  }

  /** 0 to 255. */
  int unsignedByte() throws IOException {
    require(Byte.BYTES);
    return Byte.toUnsignedInt(buffer.get());
  }

  boolean bool() throws IOException {
    int value = unsignedByte();
    if (value > 1) {
      throw new LogDamage(offset() - 1, "a flag of " + value + "; possible: 0, 1");
    }
    return value == 1;
  }

  int int32() throws IOException {
    require(Integer.BYTES);
    return buffer.getInt();
  }

  long int64() throws IOException {
    require(Long.BYTES);
    return buffer.getLong();
  }

  /**
   * A length or a number of items.
   *
   * @param max inclusive
   */
  int count(String what, int max) throws IOException {
    int count = int32();
    if (count < 0 || count > max) {
      throw new LogDamage(
          offset() - Integer.BYTES, "%s of %d; possible: 0 to %d".formatted(what, count, max));
    }
    return count;
  }

  /**
   * Makes the next bytes readable from the buffer, which the caller then does.
   *
   * @param length at most the buffer's size
   */
  ByteBuffer bytes(int length) throws IOException {
    require(length);
    return buffer;
  }

  private void require(int length) throws IOException {
    if (buffer.remaining() < length && !fill(length)) {
      buffer.position(buffer.limit());
      throw new EOFException();
    }
  }

  private boolean fill(int length) throws IOException {
    buffer.compact();
    int read = 0;
    while (buffer.position() < length && read >= 0) {
      read = channel.read(buffer);
      bufferEnd += Math.max(0, read);
    }
    buffer.flip();
    return buffer.remaining() >= length;
  }
}
