package io.chainbridge.shadow.record;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Adds up what several processes measured at one endpoint. The result does not depend on the order,
 * but for which messages are left out where there are more than {@value
 * EndpointCounter#MOST_MESSAGES}. Not thread-safe.
 */
final class EndpointSum {
  private static final Comparator<ViolationCount> ORDER =
      Comparator.comparing((ViolationCount broken) -> broken.violation().pointer())
          .thenComparing(ViolationCount::sample);

  private final EndpointRecord first;
  private final FrequencySum all = new FrequencySum(Latencies.SIGNIFICANT_DIGITS);
  private final FrequencySum successes = new FrequencySum(Latencies.SIGNIFICANT_DIGITS);
  private final FrequencySum sizes = new FrequencySum(Sizes.SIGNIFICANT_DIGITS);
  private final Map<String, Failures> errors = new HashMap<>();
  private final Map<String, ViolationCount> violations = new HashMap<>();
  private long totalBytes;
  private long largestBytes;
  private long contractChecks;

  /** So many failures for one reason, of which the first was then, in ms since the epoch. */
  private record Failures(long count, long firstMs) {
    Failures plus(Failures others) {
      return new Failures(count + others.count, Math.min(firstMs, others.firstMs));
    }
  }

  /**
   * Of nothing yet.
   *
   * @param like the endpoint that is meant
   */
  EndpointSum(EndpointRecord like) {
    first = like;
  }

  /**
   * Adds what one process measured.
   *
   * @param startMs of its run, since the epoch
   */
  void add(EndpointRecord other, long startMs) {
    all.add(other.latencies().frequencies());
    successes.add(other.successLatencies().frequencies());
    sizes.add(other.sizes().frequencies());
    totalBytes += other.sizes().totalBytes();
    largestBytes = Math.max(largestBytes, other.sizes().largestBytes());
    contractChecks += other.contractChecks();
    other
        .errors()
        .forEach(
            error ->
                errors.merge(
                    error.message(),
                    new Failures(error.count(), startMs + error.firstSeen().toMillis()),
                    Failures::plus));
    other
        .contractViolations()
        .forEach(
            broken ->
                violations.merge(broken.violation().description(), broken, EndpointSum::together));
  }

  private static ViolationCount together(ViolationCount one, ViolationCount other) {
    ViolationCount kept = ORDER.compare(one, other) <= 0 ? one : other;
    return new ViolationCount(kept.violation(), one.count() + other.count(), kept.sample());
  }

  /**
   * All of it.
   *
   * @param startMs of the merged run, since the epoch
   */
  EndpointRecord record(long startMs) {
    return new EndpointRecord(
        first.name(),
        first.method(),
        first.path(),
        new Latencies(all.frequencies()),
        new Latencies(successes.frequencies()),
        new Sizes(sizes.frequencies(), totalBytes, largestBytes),
        contractChecks,
        errors(startMs),
        mostFrequent(
            violations.values().stream().sorted(EndpointCounter.BY_COUNT).toList(),
            rest ->
                new ViolationCount(
                    EndpointCounter.OTHER_VIOLATIONS,
                    rest.mapToLong(ViolationCount::count).sum(),
                    "")));
  }

  private List<ErrorCount> errors(long startMs) {
    return mostFrequent(
        errors.entrySet().stream()
            .map(
                entry ->
                    new ErrorCount(
                        entry.getKey(),
                        entry.getValue().count(),
                        Duration.ofMillis(entry.getValue().firstMs() - startMs)))
            .sorted(EndpointCounter.ERRORS_BY_COUNT)
            .toList(),
        rest -> {
          List<ErrorCount> others = rest.toList();
          return new ErrorCount(
              EndpointCounter.OTHER_MESSAGES,
              others.stream().mapToLong(ErrorCount::count).sum(),
              others.stream()
                  .map(ErrorCount::firstSeen)
                  .min(Comparator.naturalOrder())
                  .orElseThrow());
        });
  }

  /** Others are told together, as they are in a run. */
  private static <T> List<T> mostFrequent(List<T> sorted, Function<Stream<T>, T> together) {
    int most = EndpointCounter.MOST_MESSAGES;
    return sorted.size() <= most + 1
        ? sorted
        : Stream.concat(
                sorted.stream().limit(most), Stream.of(together.apply(sorted.stream().skip(most))))
            .toList();
  }
}
