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
 * The log's primitive values, in order, through one fixed buffer. That is an array and not a {@link
 * ByteBuffer}, through which a log is read at half the speed by a JVM that is new.
 *
 * <p>Every method throws {@link EOFException} if the log ends inside the value, and leaves {@link
 * #offset()} at the log's end.
 */
final class LogBytes {
  private static final int BUFFER = 1 << 16;

  private final ReadableByteChannel channel;
  private final byte[] buffer = new byte[BUFFER];
  private int position;
  private int limit;
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
    return bufferEnd - (limit - position);
  }

  boolean atEnd() throws IOException {
    return position == limit && !fill(1);
  }

  /** 0 to 255. */
  int unsignedByte() throws IOException {
    require(Byte.BYTES);
    return buffer[position++] & 0xff;
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
    int at = position;
    position += Integer.BYTES;
    return (buffer[at] << 24)
        | ((buffer[at + 1] & 0xff) << 16)
        | ((buffer[at + 2] & 0xff) << 8)
        | (buffer[at + 3] & 0xff);
  }

  long int64() throws IOException {
    return bytes(Long.BYTES).getLong();
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
   * The next bytes, until the next call of any other method.
   *
   * @param length at most the buffer's size
   */
  ByteBuffer bytes(int length) throws IOException {
    require(length);
    position += length;
    return ByteBuffer.wrap(buffer, position - length, length);
  }

  private void require(int length) throws IOException {
    if (limit - position < length && !fill(length)) {
      position = limit;
      throw new EOFException();
    }
  }

  private boolean fill(int length) throws IOException {
    System.arraycopy(buffer, position, buffer, 0, limit - position);
    limit -= position;
    position = 0;
    int read = 0;
    while (limit < length && read >= 0) {
      read = channel.read(ByteBuffer.wrap(buffer, limit, BUFFER - limit));
      limit += Math.max(0, read);
      bufferEnd += Math.max(0, read);
    }
    return limit >= length;
  }
}
