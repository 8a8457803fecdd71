package io.chainbridge.shadow.record;

import io.chainbridge.shadow.budget.Endpoint;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Counts the requests of a log by endpoint, as they pass. Memory grows with the number of endpoints
 * and of distinct messages, not with that of requests. Not thread-safe.
 */
public final class RunRecorder implements GatlingLog.Listener {
  private final Map<String, Counts> endpoints = new LinkedHashMap<>();
  private final Map<String, Long> crashes = new LinkedHashMap<>();
  private final TimelineCounter timeline = new TimelineCounter();
  private long firstStartMs = Long.MAX_VALUE;
  private long lastEndMs = Long.MIN_VALUE;

  private static final class Counts {
    private final Latencies.Counter all = Latencies.Counter.exact();
    private final Latencies.Counter successes = Latencies.Counter.exact();
    private final Map<String, Failure> failures = new HashMap<>();
  }

  private static final class Failure {
    private long count;
    private long firstMs = Long.MAX_VALUE;
  }

  /** Counts the requests of these endpoints; others of the log are passed over. */
  public RunRecorder(List<Endpoint> endpoints) {
    endpoints.forEach(endpoint -> this.endpoints.put(endpoint.name(), new Counts()));
  }

  @Override
  public void request(String name, long startMs, long endMs, boolean ok, String message) {
    Counts counts = endpoints.get(name);
    if (counts == null) {
      return;
    }
    firstStartMs = Math.min(firstStartMs, startMs);
    lastEndMs = Math.max(lastEndMs, endMs);
    counts.all.add(endMs - startMs);
    if (ok) {
      counts.successes.add(endMs - startMs);
    } else {
      Failure failure = counts.failures.computeIfAbsent(message, unused -> new Failure());
      failure.count++;
      failure.firstMs = Math.min(failure.firstMs, endMs);
    }
    timeline.request(name, startMs, endMs, ok);
  }

  @Override
  public void userStarted(String scenario, long atMs) {
    timeline.users(1, atMs);
  }

  @Override
  public void userEnded(String scenario, long atMs) {
    timeline.users(-1, atMs);
  }

  @Override
  public void error(String message, long atMs) {
    crashes.merge(message, 1L, Long::sum);
  }

  /** Requests that were never sent, by message. */
  public Map<String, Long> crashes() {
    return Map.copyOf(crashes);
  }

  /** When the first counted request began; empty without one. */
  public Optional<Instant> start() {
    return lastEndMs == Long.MIN_VALUE
        ? Optional.empty()
        : Optional.of(Instant.ofEpochMilli(firstStartMs));
  }

  /** From the start of the first counted request to the end of the last; zero without one. */
  public Duration duration() {
    return lastEndMs == Long.MIN_VALUE
        ? Duration.ZERO
        : Duration.ofMillis(lastEndMs - firstStartMs);
  }

  /** How it went over time. */
  public Timeline timeline() {
    return timeline.timeline();
  }

  /**
   * What was counted at one endpoint.
   *
   * @param endpoint one of those given at construction
   * @param sizes of its bodies, which the log does not know
   * @param violations of its contract, which the log knows only as messages
   */
  public EndpointRecord record(Endpoint endpoint, Sizes sizes, List<ViolationCount> violations) {
    Counts counts = endpoints.get(endpoint.name());
    if (counts == null) {
      throw new IllegalArgumentException("not counted: " + endpoint.name());
    }
    List<ErrorCount> errors =
        counts.failures.entrySet().stream()
            .map(
                entry ->
                    new ErrorCount(
                        entry.getKey(),
                        entry.getValue().count,
                        Duration.ofMillis(entry.getValue().firstMs - firstStartMs)))
            .sorted(
                Comparator.comparingLong(ErrorCount::count)
                    .reversed()
                    .thenComparing(ErrorCount::message))
            .toList();
    return new EndpointRecord(
        endpoint.name(),
        endpoint.method(),
        endpoint.path(),
        counts.all.latencies(),
        counts.successes.latencies(),
        sizes,
        errors,
        violations.stream()
            .sorted(
                Comparator.comparingLong(ViolationCount::count)
                    .reversed()
                    .thenComparing(broken -> broken.violation().description()))
            .toList());
  }
}
