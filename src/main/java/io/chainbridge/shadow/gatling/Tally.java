package io.chainbridge.shadow.gatling;

import io.chainbridge.shadow.contract.Violation;
import io.chainbridge.shadow.record.Sizes;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What only the checks see, because Gatling's log has no room for it: sizes of bodies, and what the
 * descriptions of contract violations stand for. Thread-safe.
 */
final class Tally {
  private final Map<String, Sizes> sizes = new ConcurrentHashMap<>();
  private final Map<String, Violation> violations = new ConcurrentHashMap<>();

  void addBody(String endpoint, int bytes) {
    sizes.merge(endpoint, Sizes.NONE.plus(bytes), (sum, one) -> sum.plus(bytes));
  }

  void addViolation(Violation violation) {
    violations.putIfAbsent(violation.description(), violation);
  }

  Sizes sizes(String endpoint) {
    return sizes.getOrDefault(endpoint, Sizes.NONE);
  }

  /** The first violation with that description. */
  Optional<Violation> violation(String description) {
    return Optional.ofNullable(violations.get(description));
  }
}
