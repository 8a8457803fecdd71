package io.chainbridge.shadow.record;

import io.chainbridge.shadow.budget.Endpoint;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Counts the arrivals of one phase, and what happens at each endpoint in it. Not thread-safe. */
final class PhaseCounter {
  private final String name;
  private final boolean judged;
  private final double rate;
  private final long startMs;
  private final Map<String, EndpointCounter> endpoints = new LinkedHashMap<>();
  private final LatencyCounter lateness = LatencyCounter.small();
  private long endMs;
  private long lastArrivalMs;
  private long planned;

  PhaseCounter(String name, boolean judged, double rate, long startMs, List<Endpoint> endpoints) {
    this.name = name;
    this.judged = judged;
    this.rate = rate;
    this.startMs = startMs;
    this.endMs = startMs;
    this.lastArrivalMs = startMs;
    endpoints.forEach(endpoint -> this.endpoints.put(endpoint.name(), new EndpointCounter()));
  }

  void due(long atMs) {
    planned++;
    endMs = Math.max(endMs, atMs);
  }

  void notDue() {
    planned--;
  }

  void arrived(long dueMs, long atMs) {
    lateness.add(atMs - dueMs);
    lastArrivalMs = Math.max(lastArrivalMs, atMs);
  }

  /** A phase that was to begin only later ends where it begins. */
  void ended(long atMs) {
    endMs = Math.max(startMs, atMs);
  }

  /** Whether anybody was due in it: it may have been planned ahead when the run ended. */
  boolean cameAbout() {
    return planned > 0 || endpoints.values().stream().anyMatch(endpoint -> endpoint.requests() > 0);
  }

  boolean judged() {
    return judged;
  }

  double rate() {
    return rate;
  }

  Map<String, EndpointCounter> endpoints() {
    return endpoints;
  }

  long startMs() {
    return startMs;
  }

  EndpointCounter endpoint(String endpoint) {
    return Objects.requireNonNull(endpoints.get(endpoint));
  }

  ArrivalCount arrivals() {
    return new ArrivalCount(
        planned,
        lateness.count(),
        Duration.ofMillis(endMs - startMs),
        Duration.ofMillis(Math.max(endMs, lastArrivalMs) - startMs),
        lateness.latencies());
  }

  Phase phase(List<Endpoint> gate, long runStartMs) {
    return new Phase(
        name,
        judged,
        rate,
        Duration.ofMillis(Math.max(0, startMs - runStartMs)),
        Duration.ofMillis(endMs - startMs),
        arrivals(),
        gate.stream()
            .map(endpoint -> endpoint(endpoint.name()).record(endpoint, runStartMs))
            .toList());
  }

  /** The arrivals of several phases together. */
  static ArrivalCount sum(Iterable<PhaseCounter> phases) {
    long planned = 0;
    long startMs = Long.MAX_VALUE;
    long endMs = 0;
    long lastMs = 0;
    LatencyCounter lateness = LatencyCounter.small();
    for (PhaseCounter phase : phases) {
      planned += phase.planned;
      startMs = Math.min(startMs, phase.startMs);
      endMs = Math.max(endMs, phase.endMs);
      lastMs = Math.max(lastMs, Math.max(phase.endMs, phase.lastArrivalMs));
      lateness.add(phase.lateness);
    }
    return planned == 0
        ? ArrivalCount.NONE
        : new ArrivalCount(
            planned,
            lateness.count(),
            Duration.ofMillis(endMs - startMs),
            Duration.ofMillis(lastMs - startMs),
            lateness.latencies());
  }
}
