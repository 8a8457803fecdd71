package io.chainbridge.shadow.gatling;

import io.chainbridge.shadow.budget.Endpoint;
import io.chainbridge.shadow.budget.Limit;
import io.chainbridge.shadow.record.RunRecorder;
import io.chainbridge.shadow.record.Tally;
import io.chainbridge.shadow.settings.Pace;
import io.chainbridge.shadow.verdict.ConfidenceSequence;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Whom to ask next in a run that goes on until its limits are proven: the endpoints in turn, less
 * those whose limits all are, or that were asked as often as they may be. Proofs are looked for
 * before each request, in all that is counted by then. What is still under way may undo one;
 * whoever waits for it then asks on, so that the last of the users leaves nothing unproven that can
 * be proven. Thread-safe.
 */
final class ProofPlan implements Supplier<Optional<Endpoint>> {
  private final List<Endpoint> endpoints;
  private final RunRecorder recorder;
  private final Pace.UntilProven pace;
  private final Map<String, Integer> asked = new HashMap<>();
  private int turn;

  ProofPlan(List<Endpoint> endpoints, RunRecorder recorder, Pace.UntilProven pace) {
    this.endpoints = endpoints;
    this.recorder = recorder;
    this.pace = pace;
  }

  /** The endpoint that the next request asks; empty if none needs to be asked any more. */
  @Override
  public synchronized Optional<Endpoint> get() {
    for (int passedOver = 0; passedOver < endpoints.size(); passedOver++) {
      Endpoint endpoint = endpoints.get(turn);
      turn = (turn + 1) % endpoints.size();
      if (isWanted(endpoint)) {
        asked.merge(endpoint.name(), 1, Integer::sum);
        return Optional.of(endpoint);
      }
    }
    return Optional.empty();
  }

  /** What is missing from a run that is over, in words; empty if nothing is. */
  synchronized Optional<String> lack() {
    return endpoints.stream().flatMap(endpoint -> lack(endpoint).stream()).findFirst();
  }

  private Optional<String> lack(Endpoint endpoint) {
    long answered = tally(endpoint, Limit.MAX_FAILURE_RATE, 1).requests();
    if (answered != asked(endpoint)) {
      return Optional.of(
          "%s has %d of %d requests".formatted(endpoint.name(), answered, asked(endpoint)));
    }
    return isWanted(endpoint)
        ? Optional.of(
            "%s has %d requests, which prove too little".formatted(endpoint.name(), answered))
        : Optional.empty();
  }

  private boolean isWanted(Endpoint endpoint) {
    return asked(endpoint) < pace.maxIterations()
        && (asked(endpoint) == 0
            || Arrays.stream(Limit.values()).anyMatch(limit -> isOpen(endpoint, limit)));
  }

  private boolean isOpen(Endpoint endpoint, Limit limit) {
    return Optional.ofNullable(endpoint.limits().get(limit))
        .filter(budget -> isOpen(endpoint, limit, budget))
        .isPresent();
  }

  private boolean isOpen(Endpoint endpoint, Limit limit, double budget) {
    return ConfidenceSequence.of(limit, budget, pace.confidence())
        .filter(
            sequence -> {
              Tally tally = tally(endpoint, limit, budget);
              return !sequence.settles(tally.over(), tally.requests());
            })
        .isPresent();
  }

  private Tally tally(Endpoint endpoint, Limit limit, double budget) {
    return recorder.tally(endpoint.name(), limit, budget);
  }

  private int asked(Endpoint endpoint) {
    return asked.getOrDefault(endpoint.name(), 0);
  }
}
