package io.chainbridge.shadow.report;

import io.chainbridge.shadow.budget.Limit;
import io.chainbridge.shadow.verdict.Outcome;
import io.chainbridge.shadow.verdict.Verdict;
import java.util.List;
import java.util.OptionalDouble;

/** What a limit of an endpoint is throughout a run, as charts of the whole run show it. */
final class CommonBudget {
  private CommonBudget() {}

  /** In the limit's unit; empty without one, and where it is not the same in each phase. */
  static OptionalDouble of(Verdict verdict, String endpoint, Limit limit) {
    List<Outcome> outcomes =
        verdict.outcomesAndTries().stream()
            .filter(outcome -> outcome.endpoint().equals(endpoint))
            .toList();
    List<Outcome> limited =
        outcomes.stream().filter(outcome -> outcome.limit().equals(limit.key())).toList();
    boolean throughout =
        limited.size() == outcomes.stream().map(Outcome::phase).distinct().count()
            && limited.stream().mapToDouble(Outcome::budget).distinct().count() == 1;
    return throughout ? OptionalDouble.of(limited.get(0).budget()) : OptionalDouble.empty();
  }
}
