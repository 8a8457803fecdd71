package io.chainbridge.shadow.record;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Counts requests and users by time, in constant memory: when a run outgrows its slices, each two
 * neighbours become one and the interval doubles. Not thread-safe.
 */
final class TimelineCounter {
  private static final long SHORTEST_INTERVAL_MS = 10;

  private final List<Counts> slices = new ArrayList<>();
  private long intervalMs = SHORTEST_INTERVAL_MS;
  private long startMs = Long.MIN_VALUE;
  private int activeUsers;

  private static final class Counts {
    private int activeUsers;
    private final Map<String, LatencyCounter> latencies = new HashMap<>();
    private final Map<String, Long> failures = new HashMap<>();

    private void add(Counts other) {
      activeUsers = Math.max(activeUsers, other.activeUsers);
      other.latencies.forEach((name, counter) -> counter(name).add(counter));
      other.failures.forEach((name, count) -> failures.merge(name, count, Long::sum));
    }

    private LatencyCounter counter(String name) {
      return latencies.computeIfAbsent(name, unused -> LatencyCounter.small());
    }

    private Timeline.Slice slice() {
      return new Timeline.Slice(
          activeUsers,
          latencies.entrySet().stream()
              .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().latencies())),
          failures);
    }
  }

  /** The first sets where time begins. */
  void request(String name, long requestStartMs, long endMs, boolean ok) {
    if (startMs == Long.MIN_VALUE) {
      startMs = requestStartMs;
    }
    Counts counts = at(endMs);
    counts.counter(name).add(endMs - requestStartMs);
    if (!ok) {
      counts.failures.merge(name, 1L, Long::sum);
    }
  }

  void users(int change, long atMs) {
    activeUsers += change;
    if (startMs != Long.MIN_VALUE) {
      at(atMs);
    }
  }

  private Counts at(long ms) {
    while ((ms - startMs) / intervalMs >= Timeline.MOST_SLICES) {
      halve();
    }
    int index = (int) (Math.max(0, ms - startMs) / intervalMs);
    while (slices.size() <= index) {
      slices.add(new Counts());
      slices.get(slices.size() - 1).activeUsers = activeUsers;
    }
    Counts counts = slices.get(index);
    counts.activeUsers = Math.max(counts.activeUsers, activeUsers);
    return counts;
  }

  private void halve() {
    intervalMs *= 2;
    for (int i = 0; i < slices.size(); i += 2) {
      if (i + 1 < slices.size()) {
        slices.get(i).add(slices.get(i + 1));
      }
      slices.set(i / 2, slices.get(i));
    }
    slices.subList((slices.size() + 1) / 2, slices.size()).clear();
  }

  Timeline timeline() {
    return slices.isEmpty()
        ? Timeline.EMPTY
        : new Timeline(Duration.ofMillis(intervalMs), slices.stream().map(Counts::slice).toList());
  }
}
