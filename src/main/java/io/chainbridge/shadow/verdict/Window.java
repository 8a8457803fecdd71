package io.chainbridge.shadow.verdict;

import io.chainbridge.shadow.budget.Endpoint;
import io.chainbridge.shadow.budget.Limit;
import io.chainbridge.shadow.record.Latencies;
import io.chainbridge.shadow.record.Timeline;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Some slices of a timeline as one sample. Immutable.
 *
 * @param latencies of the requests that ended in it, failed ones included, by endpoint
 * @param failures how many of them failed, by endpoint; without those that are 0
 */
record Window(Map<String, Latencies> latencies, Map<String, Long> failures) {

  static Window of(List<Timeline.Slice> slices) {
    Map<String, Latencies> latencies = new HashMap<>();
    Map<String, Long> failures = new HashMap<>();
    for (Timeline.Slice slice : slices) {
      slice.latencies().forEach((name, some) -> latencies.merge(name, some, Latencies::plus));
      slice.failures().forEach((name, count) -> failures.merge(name, count, Long::sum));
    }
    return new Window(latencies, failures);
  }

  /** Whether the sample meets all latency and failure limits of all endpoints that have any. */
  boolean holds(List<Endpoint> endpoints) {
    return endpoints.stream()
        .allMatch(
            endpoint ->
                endpoint.limits().entrySet().stream()
                    .allMatch(limit -> holds(endpoint.name(), limit.getKey(), limit.getValue())));
  }

  private boolean holds(String endpoint, Limit limit, double budget) {
    Optional<Latencies> sample = Optional.ofNullable(latencies.get(endpoint));
    return switch (limit) {
      case P50_LATENCY_MS, P95_LATENCY_MS, P99_LATENCY_MS ->
          sample
              .filter(some -> some.count() > failures(endpoint))
              .flatMap(some -> some.at(limit.quantile().orElseThrow()))
              .map(Duration::toMillis)
              .filter(millis -> millis < budget)
              .isPresent();
      case MAX_FAILURE_RATE ->
          sample.filter(some -> (double) failures(endpoint) / some.count() < budget).isPresent();
      case MAX_RESPONSE_SIZE_KB -> true;
    };
  }

  private long failures(String endpoint) {
    return failures.getOrDefault(endpoint, 0L);
  }
}
