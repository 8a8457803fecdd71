package io.chainbridge.shadow.record;

import static io.chainbridge.shadow.record.LogPart.part;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DamagedGatlingLogTest {

  private static final LogPart BEFORE =
      log -> log.header("S", "", List.of("probe")).request(List.of(), "stats", 1, 2, true, "");

  /** Bytes after what stands before, and what is wrong with them how far in. */
  static Stream<Arguments> damaged() {
    return Stream.of(
        argumentSet(
            "an unknown record type",
            part(log -> log.int8(9)),
            0,
            "a record type of 9; possible: 1 to 4"),
        argumentSet(
            "a second header", part(log -> log.int8(0)), 0, "a record type of 0; possible: 1 to 4"),
        argumentSet(
            "the byte Gatling takes for the end",
            part(log -> log.int8(255)),
            0,
            "a record type of 255; possible: 1 to 4"),
        argumentSet(
            "a huge string",
            part(log -> log.int8(4).int32(3).int32(1 << 30)),
            5,
            "a string length of 1073741824; possible: 0 to 8187"),
        argumentSet(
            "a negative string length",
            part(log -> log.int8(4).int32(3).int32(-1)),
            5,
            "a string length of -1; possible: 0 to 8187"),
        argumentSet(
            "an unknown string encoding",
            part(log -> log.int8(4).int32(3).int32(1).int8('a').int8(2)),
            10,
            "a string encoding of 2; possible: 0, 1"),
        argumentSet(
            "half a character",
            part(log -> log.int8(4).int32(3).int32(1).int8('a').int8(1)),
            5,
            "an odd length of 1 for a string in UTF-16"),
        argumentSet(
            "an unknown string",
            part(log -> log.int8(4).int32(-3)),
            1,
            "a string number of -3; possible: -2 to -1 for a known one, 3 for a new one"),
        argumentSet(
            "a string number left out",
            part(log -> log.int8(4).int32(4)),
            1,
            "a string number of 4; possible: -2 to -1 for a known one, 3 for a new one"),
        argumentSet(
            "the smallest string number",
            part(log -> log.int8(4).int32(Integer.MIN_VALUE)),
            1,
            "a string number of -2147483648; possible: -2 to -1 for a known one, 3 for a new one"),
        argumentSet(
            "a bottomless group",
            part(log -> log.int8(3).int32(1001)),
            1,
            "a group depth of 1001; possible: 0 to 1000"),
        argumentSet(
            "an unknown scenario",
            part(log -> log.user(1, true, 0)),
            1,
            "a scenario's index of 1; possible: 0 to 0"),
        argumentSet(
            "a user who neither comes nor goes",
            part(log -> log.int8(2).int32(0).int8(2)),
            5,
            "a flag of 2; possible: 0, 1"),
        argumentSet(
            "an end before the start",
            part(log -> log.request(List.of(), "stats", 7, 6, true, "")),
            13,
            "a request's end at 6 ms; possible: from its start, 7 ms"));
  }

  @ParameterizedTest
  @MethodSource
  void damaged(LogPart content, int offset, String reason) throws IOException {
    LogSample.Reading reading =
        LogSample.read(
            part(log -> {
                  BEFORE.to(log);
                  content.to(log);
                })
                .bytes());

    assertThat(reading.events()).containsExactly("header S", "request stats 1-2 OK ''");
    assertThat(reading.summary().records()).isEqualTo(1);
    assertThat(reading.summary().ending())
        .isEqualTo(new LogEnding.Damaged(BEFORE.bytes().length + offset, reason));
  }

  @Test
  void aUserOfNoScenarioIsDamage() throws IOException {
    LogSample.Reading reading =
        LogSample.read(part(log -> log.header("S", "", List.of()).user(0, true, 0)).bytes());
    assertThat(reading.summary().ending().text())
        .isEqualTo("damaged at byte 38: a user, but the header names no scenario");
  }

  @Test
  void aCutRecordIsSaidInWords() throws IOException {
    LogSample.Reading reading =
        LogSample.read(part(log -> log.header("S", "", List.of()).int8(1).int32(0)).bytes());
    assertThat(reading.summary().ending().complete()).isFalse();
    assertThat(reading.summary().ending().text())
        .isEqualTo("truncated: ends 5 bytes into the record at byte 38");
  }

  @Test
  void anEndlessLogOfNewMessagesEndsBeforeTheHeapDoes() throws IOException {
    GatlingLog.Summary summary =
        GatlingLog.read(LogSample.FILE, new EndlessErrors(), new GatlingLog.Listener() {});

    assertThat(summary.ending()).isInstanceOf(LogEnding.Damaged.class);
    assertThat(summary.ending().text()).endsWith(": more than 64 MB of different strings");
  }

  /** A header, then for ever errors, each with a new message as long as can be. */
  private static final class EndlessErrors implements ReadableByteChannel {
    private final ByteBuffer error;
    private ByteBuffer rest;
    private int given;

    EndlessErrors() throws IOException {
      rest = ByteBuffer.wrap(part(log -> log.header("S", "", List.of())).bytes());
      String message = "x".repeat(8_187);
      error = ByteBuffer.wrap(part(log -> log.int8(4).int32(0).string(message).int32(0)).bytes());
    }

    @Override
    public int read(ByteBuffer target) {
      if (!rest.hasRemaining()) {
        rest = error.putInt(1, ++given).rewind();
      }
      int read = Math.min(rest.remaining(), target.remaining());
      target.put(rest.slice().limit(read));
      rest.position(rest.position() + read);
      return read;
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public void close() {}
  }
}
