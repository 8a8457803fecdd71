package io.chainbridge.shadow.record;

import static io.chainbridge.shadow.record.GatlingLogWriter.START;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A log of every kind of record, and what reading any bytes as a log gives. */
final class LogSample {
  static final Path FILE = Path.of("simulation.log");

  private final byte[] bytes;
  private final List<Integer> ends;

  private LogSample(byte[] bytes, List<Integer> ends) {
    this.bytes = bytes;
    this.ends = ends;
  }

  byte[] bytes() {
    return bytes;
  }

  /** Ends of the header and of each record behind it, in bytes. */
  List<Integer> ends() {
    return ends;
  }

  static LogSample everyKind() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    List<Integer> ends = new ArrayList<>();
    try (GatlingLogWriter log = new GatlingLogWriter(bytes)) {
      ends.add(log.header("shadow.Probe", "first\ttry", List.of("probe", "été")).size());
      ends.add(log.user(0, true, 10).size());
      ends.add(log.request(List.of(), "stats", 20, 25, true, "").size());
      ends.add(log.request(List.of("a", "b"), "events 東京", 30, 90, false, " no\nway\r\t").size());
      ends.add(log.group(List.of("a", "b"), 30, 90).size());
      ends.add(log.request(List.of("b"), "stats", 91, 91, true, "").size());
      ends.add(log.error("drift: no attribute named 'id' ", 95).size());
      ends.add(log.request(List.of(), "events 東京", 96, 99, false, " no\nway\r\t").size());
      ends.add(log.user(1, false, 100).size());
    }
    return new LogSample(bytes.toByteArray(), ends);
  }

  static final List<String> EVENTS =
      List.of(
          "header shadow.Probe",
          "start probe 10",
          "request stats 20-25 OK ''",
          "request events 東京 30-90 KO 'no way'",
          "request stats 91-91 OK ''",
          "error 'drift: no attribute named 'id'' 95",
          "request events 東京 96-99 KO 'no way'",
          "end été 100");

  int headerEnd() {
    return ends.get(0);
  }

  /** How many whole records the first so many bytes hold. */
  int records(int length) {
    return (int) ends.stream().filter(end -> end <= length).count() - 1;
  }

  /** How many of the events those records make: a group's record makes none. */
  List<String> events(int length) {
    int records = records(length);
    return EVENTS.subList(0, records < 4 ? records + 1 : records);
  }

  byte[] cut(int length) {
    return Arrays.copyOf(bytes, length);
  }

  /** What was heard, and the outcome. */
  record Reading(GatlingLog.Summary summary, List<String> events) {}

  static Reading read(byte[] bytes) throws IOException {
    Hearing hearing = new Hearing();
    var channel = Channels.newChannel(new ByteArrayInputStream(bytes));
    return new Reading(GatlingLog.read(FILE, channel, hearing), hearing.events);
  }

  private static final class Hearing implements GatlingLog.Listener {
    private final List<String> events = new ArrayList<>();

    @Override
    public void header(GatlingLog.Header header) {
      events.add("header " + header.simulation());
    }

    @Override
    public void request(String name, long startMs, long endMs, boolean ok, String message) {
      String status = ok ? "OK" : "KO";
      events.add(
          "request %s %d-%d %s '%s'"
              .formatted(name, startMs - START, endMs - START, status, message));
    }

    @Override
    public void userStarted(String scenario, long atMs) {
      events.add("start " + scenario + " " + (atMs - START));
    }

    @Override
    public void userEnded(String scenario, long atMs) {
      events.add("end " + scenario + " " + (atMs - START));
    }

    @Override
    public void error(String message, long atMs) {
      events.add("error '" + message + "' " + (atMs - START));
    }
  }
}
