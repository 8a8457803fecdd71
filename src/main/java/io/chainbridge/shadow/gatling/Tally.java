package io.chainbridge.shadow.gatling;

import io.chainbridge.shadow.contract.Violation;
import io.chainbridge.shadow.record.Sizes;
import io.chainbridge.shadow.record.ViolationCount;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What only the checks see, because Gatling's log has no room for it: sizes of bodies, and in what
 * way contracts were broken. Thread-safe.
 */
final class Tally {
  private final Map<String, Sizes> sizes = new ConcurrentHashMap<>();
  private final Map<String, Map<String, ViolationCount>> violations = new ConcurrentHashMap<>();

  void addBody(String endpoint, int bytes) {
    sizes.merge(endpoint, Sizes.NONE.plus(bytes), (sum, one) -> sum.plus(bytes));
  }

  /** Counts a violation with those of the same description. */
  void addViolation(String endpoint, Violation violation) {
    violations
        .computeIfAbsent(endpoint, name -> new ConcurrentHashMap<>())
        .merge(
            violation.description(),
            new ViolationCount(violation, 1),
            (first, one) -> new ViolationCount(first.violation(), first.count() + 1));
  }

  Sizes sizes(String endpoint) {
    return sizes.getOrDefault(endpoint, Sizes.NONE);
  }

  /** In no particular order. */
  List<ViolationCount> violations(String endpoint) {
    return List.copyOf(violations.getOrDefault(endpoint, Map.of()).values());
  }
}
