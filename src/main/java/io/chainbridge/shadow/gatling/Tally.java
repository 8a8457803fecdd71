package io.chainbridge.shadow.gatling;

import io.chainbridge.shadow.contract.BodySample;
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
  private final Map<String, Sizes.Counter> sizes = new ConcurrentHashMap<>();
  private final Map<String, Map<String, ViolationCount>> violations = new ConcurrentHashMap<>();

  void addBody(String endpoint, int bytes) {
    sizes.computeIfAbsent(endpoint, name -> new Sizes.Counter()).add(bytes);
  }

  /** Counts a violation with those of the same description. */
  void addViolation(String endpoint, Violation violation) {
    violations
        .computeIfAbsent(endpoint, name -> new ConcurrentHashMap<>())
        .compute(
            violation.description(),
            (description, first) ->
                first == null
                    ? new ViolationCount(violation, 1, "")
                    : new ViolationCount(first.violation(), first.count() + 1, first.sample()));
  }

  /** Keeps the beginning of a body that broke the contract, if its violation was the first. */
  void addSample(String endpoint, byte[] body) {
    violations
        .getOrDefault(endpoint, Map.of())
        .replaceAll(
            (description, broken) ->
                broken.sample().isEmpty()
                    ? new ViolationCount(broken.violation(), broken.count(), BodySample.of(body))
                    : broken);
  }

  Sizes sizes(String endpoint) {
    Sizes.Counter counter = sizes.get(endpoint);
    return counter == null ? Sizes.NONE : counter.sizes();
  }

  /** In no particular order. */
  List<ViolationCount> violations(String endpoint) {
    return List.copyOf(violations.getOrDefault(endpoint, Map.of()).values());
  }
}
