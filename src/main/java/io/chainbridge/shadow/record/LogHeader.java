package io.chainbridge.shadow.record;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What stands before the records; without it there is nothing to tell, so any fault is fatal. */
final class LogHeader {
  private static final int RUN = 0;
  private static final int TEXT_RUN = 'R';
  private static final int LONGEST_ASSERTION = 8_188;
  private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+\\S*");
  private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

  private final Path log;
  private final LogBytes bytes;
  private final LogStrings strings;

  LogHeader(Path log, LogBytes bytes, LogStrings strings) {
    this.log = log;
    this.bytes = bytes;
    this.strings = strings;
  }

  GatlingLog.Header read() throws IOException {
    try {
      return new GatlingLog.Header(version(), strings.plain(), start(), strings.plain(), names());
    } catch (EOFException e) {
      throw new GatlingLogException(
          log,
          "ends inside its header, after %d bytes: the run was killed before its first requests,"
                  .formatted(bytes.offset())
              + " or the copy is incomplete. Copy or run it again.");
    } catch (LogDamage e) {
      throw new GatlingLogException(
          log,
          "damaged in its header at byte %d: %s. Copy or run it again."
              .formatted(e.offset(), e.reason()));
    }
  }

  private String version() throws IOException {
    if (bytes.atEnd()) {
      throw new GatlingLogException(
          log, "empty: the run was killed before its first requests. Run it again.");
    }
    int type = bytes.unsignedByte();
    if (type == TEXT_RUN) {
      throw notALog("starts with R, as the text logs of much older Gatlings do");
    }
    if (type != RUN) {
      throw notALog("starts with byte %d, not %d".formatted(type, RUN));
    }
    String version = versionText();
    if (!VERSION.matcher(version).matches()) {
      throw notALog("names no Gatling version");
    }
    if (!version.equals(GatlingLog.GATLING_VERSION)) {
      throw new GatlingLogException(
          log,
          "written by Gatling %s; can be read: %s. Run the simulation again with that version."
              .formatted(version, GatlingLog.GATLING_VERSION));
    }
    return version;
  }

  private String versionText() throws IOException {
    try {
      return strings.plain();
    } catch (LogDamage e) {
      return "";
    }
  }

  private GatlingLogException notALog(String found) {
    return new GatlingLogException(
        log,
        "%s: no log of Gatling %s. Give the simulation.log of a run."
            .formatted(found, GatlingLog.GATLING_VERSION));
  }

  private Instant start() throws IOException {
    long offset = bytes.offset();
    long ms = bytes.int64();
    Instant start = Instant.ofEpochMilli(ms);
    if (start.isBefore(FIRST) || start.isAfter(LAST)) {
      throw new LogDamage(
          offset, "a start of %d ms; possible: years %.4s to %.4s".formatted(ms, FIRST, LAST));
    }
    return start;
  }

  /** The scenarios; passes over the assertions behind them, which are Gatling's own objects. */
  private List<String> names() throws IOException {
    int scenarios = bytes.count("a number of scenarios", Integer.MAX_VALUE);
    List<String> names = new ArrayList<>();
    for (int i = 0; i < scenarios; i++) {
      names.add(strings.plain());
    }
    int assertions = bytes.count("a number of assertions", Integer.MAX_VALUE);
    for (int i = 0; i < assertions; i++) {
      int length = bytes.count("an assertion's length", LONGEST_ASSERTION);
      var assertion = bytes.bytes(length);
      assertion.position(assertion.position() + length);
    }
    return names;
  }
}
