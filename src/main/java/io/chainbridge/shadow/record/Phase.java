package io.chainbridge.shadow.record;

import java.time.Duration;
import java.util.List;

/**
 * A part of an open model's run in which the arrival rate was the same. A request belongs to the
 * phase of its arrival, however late its answer. Immutable.
 *
 * @param name unique in its run, such as {@code step 3}
 * @param judged whether its budgets are judged; not where the service settles between two others
 * @param rate planned arrivals a second
 * @param start from the start of the run
 * @param length planned, or until it was cut short
 * @param arrivals what became of the plan
 * @param endpoints what was measured, in the gate's order
 */
public record Phase(
    String name,
    boolean judged,
    double rate,
    Duration start,
    Duration length,
    ArrivalCount arrivals,
    List<EndpointRecord> endpoints) {

  /** Takes a copy of the list. */
  public Phase {
    endpoints = List.copyOf(endpoints);
  }

  /** When it ended, from the start of the run. */
  public Duration end() {
    return start.plus(length);
  }

  /** Answered requests to any endpoint. */
  public long requests() {
    return endpoints.stream().mapToLong(EndpointRecord::requests).sum();
  }
}
