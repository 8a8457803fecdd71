package io.chainbridge.shadow.notice;

import io.chainbridge.shadow.trend.PastOutcome;
import io.chainbridge.shadow.trend.PastRun;
import io.chainbridge.shadow.verdict.Outcome;
import java.util.List;
import java.util.Optional;

/**
 * What whoever is on call has to know of an endpoint on the main branch. Immutable.
 *
 * @param endpoint its name; empty for what is about all of them
 * @param runs how many in a row broke its budgets, up to now if it is broken
 * @param broken the limits that are broken now; empty if it has recovered
 */
record Incident(String endpoint, int runs, List<PastOutcome> broken) {
  private enum State {
    BROKEN,
    KEPT,
    UNKNOWN
  }

  Incident {
    broken = List.copyOf(broken);
  }

  /**
   * The endpoints that are broken for some runs in a row, and those that were broken in the run
   * before and keep their budgets now. Runs that say nothing of an endpoint are passed over.
   *
   * @param after how many runs in a row, at least 1
   */
  static List<Incident> of(ToldRun told, int after) {
    return told.tells() && told.run().subject().ofMainBranch()
        ? told.run().outcomes().stream()
            .map(PastOutcome::endpoint)
            .distinct()
            .flatMap(endpoint -> of(told, endpoint, after).stream())
            .toList()
        : List.of();
  }

  /** Whether it is over. */
  boolean resolved() {
    return broken.isEmpty();
  }

  private static Optional<Incident> of(ToldRun told, String endpoint, int after) {
    int before = brokenBefore(told, endpoint);
    return switch (state(told.run(), endpoint)) {
      case BROKEN ->
          Optional.of(new Incident(endpoint, before + 1, broken(told.run(), endpoint)))
              .filter(incident -> incident.runs() >= after);
      case KEPT ->
          Optional.of(new Incident(endpoint, before, List.of()))
              .filter(incident -> incident.runs() > 0);
      case UNKNOWN -> Optional.empty();
    };
  }

  private static int brokenBefore(ToldRun told, String endpoint) {
    int broken = 0;
    for (PastRun past : told.newestFirst()) {
      switch (state(past, endpoint)) {
        case BROKEN -> broken++;
        case KEPT -> {
          return broken;
        }
        case UNKNOWN -> {}
      }
    }
    return broken;
  }

  private static State state(PastRun run, String endpoint) {
    List<PastOutcome> asked =
        run.outcomes().stream()
            .filter(outcome -> outcome.endpoint().equals(endpoint) && outcome.requests() > 0)
            .toList();
    if (asked.stream().anyMatch(outcome -> outcome.result().broke())) {
      return State.BROKEN;
    }
    boolean kept = asked.stream().allMatch(outcome -> outcome.result() == Outcome.Result.MET);
    return kept && !asked.isEmpty() ? State.KEPT : State.UNKNOWN;
  }

  private static List<PastOutcome> broken(PastRun run, String endpoint) {
    return run.outcomes().stream()
        .filter(outcome -> outcome.endpoint().equals(endpoint) && outcome.requests() > 0)
        .filter(outcome -> outcome.result().broke())
        .toList();
  }
}
