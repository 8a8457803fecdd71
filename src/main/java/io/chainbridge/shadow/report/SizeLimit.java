package io.chainbridge.shadow.report;

import io.chainbridge.shadow.budget.Limit;
import io.chainbridge.shadow.verdict.Outcome;
import io.chainbridge.shadow.verdict.Verdict;
import java.util.OptionalDouble;

/** The limit of an endpoint's body size. */
final class SizeLimit {
  private SizeLimit() {}

  /** In KB; empty without one. */
  static OptionalDouble of(Verdict verdict, String endpoint) {
    return verdict.outcomes().stream()
        .filter(outcome -> outcome.endpoint().equals(endpoint))
        .filter(outcome -> outcome.limit().equals(Limit.MAX_RESPONSE_SIZE_KB.key()))
        .mapToDouble(Outcome::budget)
        .findFirst();
  }
}
