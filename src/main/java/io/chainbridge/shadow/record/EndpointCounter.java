package io.chainbridge.shadow.record;

import io.chainbridge.shadow.budget.Endpoint;
import io.chainbridge.shadow.budget.Limit;
import io.chainbridge.shadow.budget.Quantile;
import io.chainbridge.shadow.contract.BodySample;
import io.chainbridge.shadow.contract.Violation;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Counts what happens at one endpoint. Memory grows with the number of distinct messages up to a
 * bound, not with that of requests. Not thread-safe.
 */
final class EndpointCounter {
  /** Further ones, such as those that hold an address each, are counted together. */
  static final int MOST_MESSAGES = 1_000;

  static final String OTHER_MESSAGES = "(another of many different messages)";

  /** Of no place of its own: to tell the first of them as all would be wrong. */
  static final Violation OTHER_VIOLATIONS =
      new Violation(
          "", "", "another of many different violations", "none", List.of(), Optional.empty());

  /** The most frequent first. */
  static final Comparator<ViolationCount> BY_COUNT =
      Comparator.comparingLong(ViolationCount::count)
          .reversed()
          .thenComparing(broken -> broken.violation().description());

  /** The most frequent first. */
  static final Comparator<ErrorCount> ERRORS_BY_COUNT =
      Comparator.comparingLong(ErrorCount::count).reversed().thenComparing(ErrorCount::message);

  private final LatencyCounter all = LatencyCounter.exact();
  private final LatencyCounter successes = LatencyCounter.exact();
  private final Map<String, Failure> failures = new HashMap<>();
  private final Sizes.Counter sizes = new Sizes.Counter();
  private final Map<String, ViolationCount> violations = new HashMap<>();
  private long contractChecks;

  private static final class Failure {
    private long count;
    private long firstMs = Long.MAX_VALUE;
  }

  void request(long startMs, long endMs, boolean ok, String message) {
    all.add(endMs - startMs);
    if (ok) {
      successes.add(endMs - startMs);
      return;
    }
    boolean known = failures.containsKey(message) || failures.size() < MOST_MESSAGES;
    Failure failure =
        failures.computeIfAbsent(known ? message : OTHER_MESSAGES, unused -> new Failure());
    failure.count++;
    failure.firstMs = Math.min(failure.firstMs, endMs);
  }

  void body(long bytes) {
    sizes.add(bytes);
  }

  void contractKept() {
    contractChecks++;
  }

  /**
   * Counts a violation with those of the same description.
   *
   * @param body of which, if it is the first, the beginning is kept
   */
  void contractBroken(Violation violation, byte[] body) {
    contractChecks++;
    boolean known =
        violations.containsKey(violation.description()) || violations.size() < MOST_MESSAGES;
    Violation counted = known ? violation : OTHER_VIOLATIONS;
    violations.compute(
        counted.description(),
        (description, first) ->
            first == null
                ? new ViolationCount(counted, 1, BodySample.of(body))
                : new ViolationCount(first.violation(), first.count() + 1, first.sample()));
  }

  long requests() {
    return all.count();
  }

  long failures() {
    return all.count() - successes.count();
  }

  Tally tally(Limit limit, double budget) {
    return new Tally(requests(), limit.quantile().isPresent() ? all.atOrOver(budget) : failures());
  }

  /** Of all requests; empty without a success. */
  Optional<Duration> p95() {
    return successes.count() == 0 ? Optional.empty() : all.at(Quantile.P95);
  }

  /**
   * What was counted so far.
   *
   * @param runStartMs what times are told from
   */
  EndpointRecord record(Endpoint endpoint, long runStartMs) {
    return new EndpointRecord(
        endpoint.name(),
        endpoint.method(),
        endpoint.path(),
        all.latencies(),
        successes.latencies(),
        sizes.sizes(),
        contractChecks,
        errors(runStartMs),
        violations.values().stream().sorted(BY_COUNT).toList());
  }

  private List<ErrorCount> errors(long runStartMs) {
    return failures.entrySet().stream()
        .map(
            entry ->
                new ErrorCount(
                    entry.getKey(),
                    entry.getValue().count,
                    Duration.ofMillis(entry.getValue().firstMs - runStartMs)))
        .sorted(ERRORS_BY_COUNT)
        .toList();
  }
}
