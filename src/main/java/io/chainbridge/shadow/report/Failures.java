package io.chainbridge.shadow.report;

import io.chainbridge.shadow.record.EndpointRecord;
import io.chainbridge.shadow.record.ErrorCount;
import io.chainbridge.shadow.record.ViolationCount;
import java.util.List;

/**
 * Why requests of an endpoint failed, and how they broke its contract.
 *
 * @param errors the most frequent causes
 * @param otherErrors what is left out of those; empty if nothing is
 * @param violations the most frequent ones
 * @param otherViolations what is left out of those; empty if nothing is
 * @param sample beginning of a body that broke the contract as the first violation says; or empty
 */
record Failures(
    List<Cause> errors,
    String otherErrors,
    List<Broken> violations,
    String otherViolations,
    String sample) {
  private static final int MOST = 20;

  /**
   * A cause of failed requests.
   *
   * @param message what a request failed with
   * @param count of requests
   * @param share of all requests
   * @param firstSeen after the start of the run
   */
  record Cause(String message, String count, String share, String firstSeen) {}

  /**
   * A violation of the contract.
   *
   * @param pointer JSON Pointer, or that it is the body as a whole
   * @param found what is there
   * @param expected what should be
   * @param count of answers
   */
  record Broken(String pointer, String found, String expected, String count) {}

  static Failures of(EndpointRecord endpoint) {
    List<ErrorCount> errors = endpoint.errors();
    List<ViolationCount> violations = endpoint.contractViolations();
    return new Failures(
        errors.stream().limit(MOST).map(error -> cause(error, endpoint)).toList(),
        others(errors.stream().skip(MOST).mapToLong(ErrorCount::count).toArray(), "causes"),
        violations.stream().limit(MOST).map(Failures::broken).toList(),
        others(
            violations.stream().skip(MOST).mapToLong(ViolationCount::count).toArray(),
            "violations"),
        violations.stream()
            .limit(1)
            .map(ViolationCount::sample)
            .map(Quoted::body)
            .findFirst()
            .orElse(""));
  }

  private static Cause cause(ErrorCount error, EndpointRecord endpoint) {
    return new Cause(
        Quoted.line(error.message()),
        Figures.count(error.count()),
        Figures.share((double) error.count() / endpoint.requests()),
        "after " + Lengths.of(error.firstSeen()));
  }

  private static Broken broken(ViolationCount broken) {
    String pattern = broken.violation().pattern();
    return new Broken(
        pattern.isEmpty() ? "(whole body)" : Quoted.line(pattern),
        Quoted.line(broken.violation().found()),
        Quoted.line(broken.violation().expectation()),
        Figures.count(broken.count()));
  }

  private static String others(long[] counts, String noun) {
    long sum = 0;
    for (long count : counts) {
      sum += count;
    }
    return counts.length == 0
        ? ""
        : "and %s other %s, %s times in all"
            .formatted(Figures.count(counts.length), noun, Figures.count(sum));
  }
}
