package io.chainbridge.shadow.record;

import io.chainbridge.shadow.budget.Quantile;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What was measured at one endpoint. Immutable.
 *
 * @param name as the gate calls it
 * @param method HTTP method
 * @param path without query
 * @param latencies of all measured requests, failed ones included: one that timed out was slow
 * @param successLatencies of those that did not fail
 * @param sizes of the bodies
 * @param contractChecks answers whose contract was checked: all of those with the expected status,
 *     or a sample of them under heavy load
 * @param errors why requests failed, the most frequent first
 * @param contractViolations how the contract was broken, the most frequent first; their requests
 *     are among the failed ones, but for those of a sample, which was checked aside
 */
public record EndpointRecord(
    String name,
    String method,
    String path,
    Latencies latencies,
    Latencies successLatencies,
    Sizes sizes,
    long contractChecks,
    List<ErrorCount> errors,
    List<ViolationCount> contractViolations) {

  public EndpointRecord {
    errors = List.copyOf(errors);
    contractViolations = List.copyOf(contractViolations);
  }

  /** The same, by another name. */
  public EndpointRecord withName(String other) {
    return new EndpointRecord(
        other,
        method,
        path,
        latencies,
        successLatencies,
        sizes,
        contractChecks,
        errors,
        contractViolations);
  }

  /** All measured requests. */
  public long requests() {
    return latencies.count();
  }

  /** Those that did not fail. */
  public long successes() {
    return successLatencies.count();
  }

  /**
   * The latency at a quantile, over all requests.
   *
   * @return empty without one success: how quickly a service fails is no latency to speak of
   */
  public Optional<Duration> latency(Quantile quantile) {
    return successes() == 0 ? Optional.empty() : latencies.at(quantile);
  }

  /** Those that failed: by status, contract, size, timeout or connection. */
  public long failures() {
    return requests() - successes();
  }

  /** Failed requests over all, 0 to 1; 0 without a request. */
  public double failureRate() {
    return requests() == 0 ? 0 : (double) failures() / requests();
  }

  /** Answers that broke the contract. */
  public long contractBreaks() {
    return contractViolations.stream().mapToLong(ViolationCount::count).sum();
  }

  /** The share of the answers whose contract was checked, 0 to 1; 1 without an answer. */
  public double contractShare() {
    return sizes.bodies() == 0 ? 1 : (double) contractChecks / sizes.bodies();
  }
}
