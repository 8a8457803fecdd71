package io.chainbridge.shadow.record;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Adds up how several processes fared over time. Slices are counted from the epoch, so that those
 * of different runs meet whatever is added first: each is taken for the interval that it began in,
 * which moves it by less than one. Of users at once it tells at least as many as there were. Not
 * thread-safe.
 */
final class TimelineSum {
  private final TreeMap<Long, Cell> cells = new TreeMap<>();
  private long intervalMs;

  private static final class Cell {
    private int activeUsers;
    private final Map<String, FrequencySum> latencies = new HashMap<>();
    private final Map<String, Long> failures = new HashMap<>();

    private void add(Timeline.Slice slice) {
      slice.latencies().forEach((name, some) -> sum(name).add(some.frequencies()));
      slice.failures().forEach((name, count) -> failures.merge(name, count, Long::sum));
    }

    private Cell together(Cell next) {
      activeUsers = Math.max(activeUsers, next.activeUsers);
      next.latencies.forEach((name, some) -> sum(name).add(some.frequencies()));
      next.failures.forEach((name, count) -> failures.merge(name, count, Long::sum));
      return this;
    }

    private FrequencySum sum(String name) {
      return latencies.computeIfAbsent(
          name, unused -> new FrequencySum(Latencies.SIGNIFICANT_DIGITS));
    }

    private Timeline.Slice slice() {
      return new Timeline.Slice(
          activeUsers,
          latencies.entrySet().stream()
              .collect(
                  Collectors.toMap(
                      Map.Entry::getKey, entry -> new Latencies(entry.getValue().frequencies()))),
          failures);
    }
  }

  /** Adds that of one run, which began at that time. */
  void add(Timeline timeline, Instant startedAt) {
    if (timeline.slices().isEmpty()) {
      return;
    }
    long ownMs = timeline.interval().toMillis();
    widen(Math.max(ownMs, intervalMs));
    long first = Math.floorDiv(startedAt.toEpochMilli(), ownMs);
    long last = Long.MIN_VALUE;
    Cell cell = new Cell();
    int users = 0;
    for (int i = 0; i < timeline.slices().size(); i++) {
      long next = Math.floorDiv((first + i) * ownMs, intervalMs);
      if (next != last) {
        cell.activeUsers += users;
        users = 0;
        last = next;
        cell = cells.computeIfAbsent(next, unused -> new Cell());
      }
      cell.add(timeline.slices().get(i));
      users = Math.max(users, timeline.slices().get(i).activeUsers());
    }
    cell.activeUsers += users;
    while (cells.lastKey() - cells.firstKey() >= Timeline.MOST_SLICES) {
      widen(2 * intervalMs);
    }
  }

  private void widen(long toMs) {
    if (toMs == intervalMs) {
      return;
    }
    Map<Long, Cell> narrow = new TreeMap<>(cells);
    cells.clear();
    narrow.forEach(
        (cell, counts) ->
            cells.merge(Math.floorDiv(cell * intervalMs, toMs), counts, Cell::together));
    intervalMs = toMs;
  }

  /** All of it, from the interval in which the first of the runs began. */
  Timeline timeline() {
    return cells.isEmpty()
        ? Timeline.EMPTY
        : new Timeline(
            Duration.ofMillis(intervalMs),
            LongStream.rangeClosed(cells.firstKey(), cells.lastKey())
                .mapToObj(cell -> cells.getOrDefault(cell, new Cell()).slice())
                .toList());
  }
}
