package io.chainbridge.shadow.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BadGatlingLogTest {

  /** Something to write. */
  interface Part {
    void to(GatlingLogWriter log) throws IOException;
  }

  private static final Part BEFORE =
      log -> log.header("S", "", List.of("probe")).request(List.of(), "stats", 1, 2, true, "");

  static Stream<Arguments> refused() {
    return Stream.of(
        argumentSet(
            "nothing",
            part(log -> {}),
            "empty: the run was killed before its first requests. Run it again."),
        argumentSet(
            "an archive",
            part(log -> log.int8('P').int8('K')),
            "starts with byte 80, not 0: no log of Gatling 3.15.1."
                + " Give the simulation.log of a run."),
        argumentSet(
            "a text log",
            part(log -> log.int8('R').int8('U').int8('N')),
            "starts with R, as the text logs of much older Gatlings do: no log of Gatling 3.15.1."
                + " Give the simulation.log of a run."),
        argumentSet(
            "zeros",
            part(log -> log.int64(0).int64(0)),
            "names no Gatling version: no log of Gatling 3.15.1."
                + " Give the simulation.log of a run."),
        argumentSet(
            "some other binary file",
            part(log -> log.int8(0).int32(-1)),
            "names no Gatling version: no log of Gatling 3.15.1."
                + " Give the simulation.log of a run."),
        argumentSet(
            "another version",
            part(log -> log.header("3.14.0", "S", "", List.of())),
            "written by Gatling 3.14.0; can be read: 3.15.1."
                + " Run the simulation again with that version."),
        argumentSet(
            "a start before Gatling",
            part(log -> log.int8(0).string("3.15.1").string("S").int64(-1)),
            "damaged in its header at byte 18: a start of -1 ms; possible: years 2000 to 9999."
                + " Copy or run it again."),
        argumentSet(
            "a negative number of scenarios",
            part(
                log ->
                    log.int8(0).string("3.15.1").string("S").int64(1L << 40).string("").int32(-1)),
            "damaged in its header at byte 30: a number of scenarios of -1;"
                + " possible: 0 to 2147483647. Copy or run it again."));
  }

  @ParameterizedTest
  @MethodSource
  void refused(Part content, String problem) {
    assertThatThrownBy(() -> LogSample.read(bytes(content)))
        .isInstanceOf(GatlingLogException.class)
        .hasMessage("simulation.log: " + problem);
  }

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
  void damaged(Part content, int offset, String reason) throws IOException {
    LogSample.Reading reading =
        LogSample.read(
            bytes(
                log -> {
                  BEFORE.to(log);
                  content.to(log);
                }));

    assertThat(reading.events()).containsExactly("header S", "request stats 1-2 OK ''");
    assertThat(reading.summary().records()).isEqualTo(1);
    assertThat(reading.summary().ending())
        .isEqualTo(new LogEnding.Damaged(bytes(BEFORE).length + offset, reason));
  }

  @Test
  void aUserOfNoScenarioIsDamage() throws IOException {
    LogSample.Reading reading =
        LogSample.read(bytes(log -> log.header("S", "", List.of()).user(0, true, 0)));
    assertThat(reading.summary().ending().text())
        .isEqualTo("damaged at byte 38: a user, but the header names no scenario");
  }

  @Test
  void aCutRecordIsSaidInWords() throws IOException {
    LogSample.Reading reading =
        LogSample.read(bytes(log -> log.header("S", "", List.of()).int8(1).int32(0)));
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

  @Test
  void noFileAndNoFolderAreRefused(@TempDir Path folder) {
    Path absent = folder.resolve("simulation.log");
    assertThatThrownBy(() -> GatlingLog.read(absent, new GatlingLog.Listener() {}))
        .isInstanceOf(GatlingLogException.class)
        .hasMessage(absent + ": no such file; Gatling leaves one in each run's folder");
    assertThatThrownBy(() -> GatlingLog.read(folder, new GatlingLog.Listener() {}))
        .isInstanceOf(GatlingLogException.class)
        .hasMessage(folder + ": is a directory; give the simulation.log inside it");
  }

  private static Part part(Part part) {
    return part;
  }

  private static byte[] bytes(Part content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GatlingLogWriter log = new GatlingLogWriter(bytes)) {
      content.to(log);
    }
    return bytes.toByteArray();
  }

  /** A header, then for ever errors, each with a new message as long as can be. */
  private static final class EndlessErrors implements ReadableByteChannel {
    private final ByteBuffer error;
    private ByteBuffer rest;
    private int given;

    EndlessErrors() throws IOException {
      rest = ByteBuffer.wrap(bytes(log -> log.header("S", "", List.of())));
      String message = "x".repeat(8_187);
      error = ByteBuffer.wrap(bytes(log -> log.int8(4).int32(0).string(message).int32(0)));
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
