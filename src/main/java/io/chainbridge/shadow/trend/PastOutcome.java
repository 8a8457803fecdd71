package io.chainbridge.shadow.trend;

import io.chainbridge.shadow.record.EndpointRecord;
import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.verdict.Outcome;
import java.util.OptionalDouble;

/**
 * What became of one limit at one endpoint in a run of the past, without the evidence. Immutable.
 *
 * @param phase of the run, or region; empty for all of it
 * @param endpoint its name; empty where it is about all of them
 * @param limit as in {@link Outcome#limit}
 * @param budget in the limit's unit
 * @param measured in the limit's unit; empty without data
 * @param result what became of it
 * @param requests how many the figure rests on
 */
public record PastOutcome(
    String phase,
    String endpoint,
    String limit,
    double budget,
    OptionalDouble measured,
    Outcome.Result result,
    long requests) {

  static PastOutcome of(RunRecord run, Outcome outcome) {
    return new PastOutcome(
        outcome.phase(),
        outcome.endpoint(),
        outcome.limit(),
        outcome.budget(),
        outcome.measured(),
        outcome.result(),
        requests(run, outcome));
  }

  /** Whether it is a figure too low that breaches the limit, as only a least capacity's does. */
  public boolean breaksBelow() {
    return limit.equals(Outcome.MIN_CAPACITY);
  }

  /** The part of the budget that is left, as {@link Outcome#headroom()} has it. */
  public OptionalDouble headroom() {
    return Outcome.headroom(limit, budget, measured);
  }

  /** Whether it is about the same limit at the same endpoint in the same phase. */
  public boolean isOfSameLimit(PastOutcome other) {
    return phase.equals(other.phase)
        && endpoint.equals(other.endpoint)
        && limit.equals(other.limit);
  }

  private static long requests(RunRecord run, Outcome outcome) {
    return run.endpoints(outcome.phase()).stream()
        .filter(
            endpoint -> outcome.endpoint().isEmpty() || outcome.endpoint().equals(endpoint.name()))
        .mapToLong(EndpointRecord::requests)
        .sum();
  }
}
