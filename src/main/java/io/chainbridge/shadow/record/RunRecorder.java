package io.chainbridge.shadow.record;

import io.chainbridge.shadow.budget.Endpoint;
import io.chainbridge.shadow.budget.Limit;
import io.chainbridge.shadow.contract.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Counts what happens in a run while it goes on: requests by endpoint and phase, bodies, contracts,
 * arrivals and users. It can be asked at any time how things stand. Memory does not grow with the
 * number of requests. Thread-safe.
 *
 * <p>A phase is named in each call, and is {@link #NO_PHASE} where a run has none. Times are bare
 * milliseconds since the epoch, because these methods are called for every request.
 */
public final class RunRecorder implements GatlingLog.Listener {
  /** The name that stands for no phase. */
  public static final String NO_PHASE = "";

  private static final int MOST_CRASHES = 100;

  private final List<Endpoint> gate;
  private final Map<String, EndpointCounter> endpoints = new LinkedHashMap<>();
  private final Map<String, PhaseCounter> phases = new LinkedHashMap<>();
  private final Map<String, Long> crashes = new LinkedHashMap<>();
  private final TimelineCounter timeline = new TimelineCounter();
  private String lastPhase = NO_PHASE;
  private long firstStartMs = Long.MAX_VALUE;
  private long lastEndMs = Long.MIN_VALUE;

  /** Counts the requests of these endpoints; others are passed over. */
  public RunRecorder(List<Endpoint> endpoints) {
    gate = List.copyOf(endpoints);
    endpoints.forEach(endpoint -> this.endpoints.put(endpoint.name(), new EndpointCounter()));
  }

  /**
   * An open model goes on at another rate; a phase that was there before goes on. Also for the one
   * rate of a run that has no phases: its arrivals are counted as those of {@link #NO_PHASE}.
   */
  public synchronized void phaseBegins(String name, boolean judged, double rate, long atMs) {
    phases.computeIfAbsent(name, unused -> new PhaseCounter(name, judged, rate, atMs, gate));
  }

  /** An arrival is due. */
  public synchronized void due(String phase, long atMs) {
    inPhase(phase, counter -> counter.due(atMs));
  }

  /** An arrival that was due is no longer wanted. */
  public synchronized void notDue(String phase) {
    inPhase(phase, PhaseCounter::notDue);
  }

  /** An arrival that was due has taken place. */
  public synchronized void arrived(String phase, long dueMs, long atMs) {
    inPhase(phase, counter -> counter.arrived(dueMs, atMs));
    lastPhase = phase;
  }

  /** No more arrivals of a phase are due. */
  public synchronized void phaseEnds(String phase, long atMs) {
    inPhase(phase, counter -> counter.ended(atMs));
  }

  private void inPhase(String name, Consumer<PhaseCounter> action) {
    @Nullable PhaseCounter phase = phases.get(name);
    if (phase != null) {
      action.accept(phase);
    }
  }

  @Override
  public void request(String name, long startMs, long endMs, boolean ok, String message) {
    request(NO_PHASE, name, startMs, endMs, ok, message);
  }

  /** A request was answered or given up. Parameters as in {@link GatlingLog.Listener#request}. */
  public synchronized void request(
      String phase, String endpoint, long startMs, long endMs, boolean ok, String message) {
    if (!endpoints.containsKey(endpoint)) {
      return;
    }
    firstStartMs = Math.min(firstStartMs, startMs);
    lastEndMs = Math.max(lastEndMs, endMs);
    at(phase, endpoint, counter -> counter.request(startMs, endMs, ok, message));
    timeline.request(endpoint, startMs, endMs, ok);
  }

  /** An answer with the expected status had a body of that size. */
  public synchronized void body(String phase, String endpoint, long bytes) {
    at(phase, endpoint, counter -> counter.body(bytes));
  }

  /** An answer kept its contract. */
  public synchronized void contractKept(String phase, String endpoint) {
    at(phase, endpoint, EndpointCounter::contractKept);
  }

  /**
   * An answer broke its contract.
   *
   * @param body of which, if it is the first, the beginning is kept
   */
  public synchronized void contractBroken(
      String phase, String endpoint, Violation violation, byte[] body) {
    at(phase, endpoint, counter -> counter.contractBroken(violation, body));
  }

  private void at(String phase, String endpoint, Consumer<EndpointCounter> action) {
    @Nullable EndpointCounter counter = endpoints.get(endpoint);
    if (counter != null) {
      action.accept(counter);
      if (!phase.equals(NO_PHASE)) {
        inPhase(phase, known -> action.accept(known.endpoint(endpoint)));
      }
    }
  }

  @Override
  public synchronized void userStarted(String scenario, long atMs) {
    timeline.users(1, atMs);
  }

  @Override
  public synchronized void userEnded(String scenario, long atMs) {
    timeline.users(-1, atMs);
  }

  @Override
  public synchronized void error(String message, long atMs) {
    if (crashes.containsKey(message) || crashes.size() < MOST_CRASHES) {
      crashes.merge(message, 1L, Long::sum);
    }
  }

  /** Requests that were never sent, by message. */
  public synchronized Map<String, Long> crashes() {
    return Map.copyOf(crashes);
  }

  /** When the first counted request began; empty without one. */
  public synchronized Optional<Instant> start() {
    return lastEndMs == Long.MIN_VALUE
        ? Optional.empty()
        : Optional.of(Instant.ofEpochMilli(firstStartMs));
  }

  /** From the start of the first counted request to the end of the last; zero without one. */
  public synchronized Duration duration() {
    return lastEndMs == Long.MIN_VALUE
        ? Duration.ZERO
        : Duration.ofMillis(lastEndMs - firstStartMs);
  }

  /** How it stands. Cheaper than anything else that could be asked for. */
  public synchronized Standing standing() {
    @Nullable PhaseCounter phase = phases.get(lastPhase);
    boolean whole = phase == null || lastPhase.equals(NO_PHASE);
    Map<String, Duration> p95s = new LinkedHashMap<>();
    if (whole || phase.judged()) {
      (whole ? endpoints : phase.endpoints())
          .forEach((name, counter) -> counter.p95().ifPresent(p95 -> p95s.put(name, p95)));
    }
    return new Standing(
        endpoints.values().stream().mapToLong(EndpointCounter::requests).sum(),
        endpoints.values().stream().mapToLong(EndpointCounter::failures).sum(),
        lastPhase,
        phase == null ? 0 : phase.rate(),
        p95s);
  }

  /**
   * How many requests of an endpoint count against a limit so far; cheap enough to be asked after
   * each of them.
   *
   * @param limit on a latency or on failures
   * @param budget the limit's, in its unit
   */
  public synchronized Tally tally(String endpoint, Limit limit, double budget) {
    return Objects.requireNonNull(endpoints.get(endpoint)).tally(limit, budget);
  }

  /** How it went over time. */
  public synchronized Timeline timeline() {
    return timeline.timeline();
  }

  /** How the arrivals came about; empty in a closed model. */
  public synchronized Optional<ArrivalCount> arrivals() {
    return phases.isEmpty() ? Optional.empty() : Optional.of(PhaseCounter.sum(phases.values()));
  }

  /** The phases so far in which somebody was due, in order; none where a run has none. */
  public synchronized List<Phase> phases() {
    return phases.entrySet().stream()
        .filter(entry -> !entry.getKey().equals(NO_PHASE) && entry.getValue().cameAbout())
        .map(entry -> entry.getValue().phase(gate, startMs()))
        .toList();
  }

  /** One phase as it stands; empty if it has not begun. */
  public synchronized Optional<Phase> phase(String name) {
    return Optional.ofNullable(phases.get(name)).map(phase -> phase.phase(gate, startMs()));
  }

  /** What was counted at each endpoint over the whole run, in the gate's order. */
  public synchronized List<EndpointRecord> endpoints() {
    return gate.stream()
        .map(
            endpoint ->
                Objects.requireNonNull(endpoints.get(endpoint.name())).record(endpoint, startMs()))
        .toList();
  }

  /** As long as no request is counted, the run starts with its first phase. */
  private long startMs() {
    return lastEndMs == Long.MIN_VALUE
        ? phases.values().stream().findFirst().map(PhaseCounter::startMs).orElse(0L)
        : firstStartMs;
  }
}
