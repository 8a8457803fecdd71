package io.chainbridge.shadow.record;

import java.io.IOException;
import java.util.List;

/** The records behind the header, each given to the listener when all of it has been read. */
final class LogRecords {
  private static final int REQUEST = 1;
  private static final int USER = 2;
  private static final int GROUP = 3;
  private static final int ERROR = 4;

  private static final int DEEPEST_GROUP = 1_000;

  private final LogBytes bytes;
  private final LogStrings strings;
  private final GatlingLog.Listener listener;
  private final List<String> scenarios;
  private final long runStart;
  private long offset;
  private long read;

  LogRecords(
      GatlingLog.Header header, LogBytes bytes, LogStrings strings, GatlingLog.Listener listener) {
    this.bytes = bytes;
    this.strings = strings;
    this.listener = listener;
    this.scenarios = header.scenarios();
    this.runStart = header.start().toEpochMilli();
  }

  /** Where the last record that was begun begins. */
  long offset() {
    return offset;
  }

  /** How many records were read to their end. */
  long read() {
    return read;
  }

  void readAll() throws IOException {
    while (!bytes.atEnd()) {
      offset = bytes.offset();
      record();
      read++;
    }
  }

  private void record() throws IOException {
    int type = bytes.unsignedByte();
    switch (type) {
      case REQUEST -> request();
      case USER -> user();
      case GROUP -> group();
      case ERROR -> error();
      default ->
          throw new LogDamage(
              offset, "a record type of %d; possible: %d to %d".formatted(type, REQUEST, ERROR));
    }
  }

  /**
   * A request. Gatling's own reader also looks for one that only came in, without an end; its
   * engine drops those before they reach the log.
   */
  private void request() throws IOException {
    groupNames();
    String name = strings.name();
    int start = bytes.int32();
    int end = bytes.int32();
    if (end < start) {
      throw new LogDamage(
          bytes.offset() - Integer.BYTES,
          "a request's end at %d ms; possible: from its start, %d ms".formatted(end, start));
    }
    boolean ok = bytes.bool();
    String message = strings.message();
    listener.request(name, runStart + start, runStart + end, ok, message);
  }

  private void user() throws IOException {
    if (scenarios.isEmpty()) {
      throw new LogDamage(offset, "a user, but the header names no scenario");
    }
    String scenario = scenarios.get(bytes.count("a scenario's index", scenarios.size() - 1));
    boolean started = bytes.bool();
    long at = runStart + bytes.int32();
    if (started) {
      listener.userStarted(scenario, at);
    } else {
      listener.userEnded(scenario, at);
    }
  }

  /** Passes over a group's end: start, end, summed response time and whether all was OK. */
  private void group() throws IOException {
    groupNames();
    bytes.int32();
    bytes.int32();
    bytes.int32();
    bytes.bool();
  }

  private void error() throws IOException {
    String message = strings.message();
    listener.error(message, runStart + bytes.int32());
  }

  /** Passes over the groups around a record, outermost first; new names still get their number. */
  private void groupNames() throws IOException {
    int depth = bytes.count("a group depth", DEEPEST_GROUP);
    for (int i = 0; i < depth; i++) {
      strings.name();
    }
  }
}
