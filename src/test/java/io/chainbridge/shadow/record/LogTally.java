package io.chainbridge.shadow.record;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** A log counted up exactly: what two readers of one log must agree on. */
final class LogTally implements GatlingLog.Listener {
  private final Map<String, Times> requests = new HashMap<>();
  private final Map<String, Integer> errors = new HashMap<>();
  private int started;
  private int ended;

  /** How many requests took how many milliseconds. */
  record Times(Map<Integer, Long> ok, Map<Integer, Long> ko) {
    Times() {
      this(new HashMap<>(), new HashMap<>());
    }

    void add(int ms, boolean isOk, long requests) {
      (isOk ? ok : ko).merge(ms, requests, Long::sum);
    }
  }

  Map<String, Times> requests() {
    return requests;
  }

  /** How often each message occurs, of failed and of crashed requests. */
  Map<String, Integer> errors() {
    return errors;
  }

  /** How many requests took how long, of any name and status. */
  NavigableMap<Integer, Long> all() {
    NavigableMap<Integer, Long> all = new TreeMap<>();
    for (Times times : requests.values()) {
      times.ok.forEach((ms, count) -> all.merge(ms, count, Long::sum));
      times.ko.forEach((ms, count) -> all.merge(ms, count, Long::sum));
    }
    return all;
  }

  int started() {
    return started;
  }

  int ended() {
    return ended;
  }

  GatlingLog.Summary read(Path log) throws IOException {
    return GatlingLog.read(log, this);
  }

  @Override
  public void request(String name, long startMs, long endMs, boolean ok, String message) {
    requests.computeIfAbsent(name, n -> new Times()).add((int) (endMs - startMs), ok, 1);
    if (!ok) {
      errors.merge(message, 1, Integer::sum);
    }
  }

  @Override
  public void userStarted(String scenario, long atMs) {
    started++;
  }

  @Override
  public void userEnded(String scenario, long atMs) {
    ended++;
  }

  @Override
  public void error(String message, long atMs) {
    errors.merge(message, 1, Integer::sum);
  }
}
