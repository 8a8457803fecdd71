package io.chainbridge.shadow.record;

import java.time.Duration;

/** Adds up what several processes made of one phase. Not thread-safe. */
final class PhaseSum {
  private final Phase first;
  private final EndpointSums endpoints;
  private ArrivalCount arrivals = ArrivalCount.NONE;
  private long startMs = Long.MAX_VALUE;
  private long endMs = Long.MIN_VALUE;

  /**
   * Of nothing yet.
   *
   * @param like the phase that is meant
   */
  PhaseSum(Phase like) {
    first = like;
    endpoints = new EndpointSums(like.endpoints());
  }

  void add(Phase other, long runStartMs) {
    endpoints.add(other.endpoints(), runStartMs);
    arrivals = arrivals.plus(other.arrivals());
    startMs = Math.min(startMs, runStartMs + other.start().toMillis());
    endMs = Math.max(endMs, runStartMs + other.end().toMillis());
  }

  Phase phase(long runStartMs) {
    return new Phase(
        first.name(),
        first.judged(),
        first.rate(),
        Duration.ofMillis(startMs - runStartMs),
        Duration.ofMillis(endMs - startMs),
        arrivals,
        endpoints.records(runStartMs));
  }
}
