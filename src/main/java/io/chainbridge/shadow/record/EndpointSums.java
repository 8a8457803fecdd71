package io.chainbridge.shadow.record;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The sums of all endpoints of a gate, in its order. Not thread-safe. */
final class EndpointSums {
  private final Map<String, EndpointSum> sums = new LinkedHashMap<>();

  /** Of nothing yet, for endpoints of these names. */
  EndpointSums(List<EndpointRecord> like) {
    like.forEach(endpoint -> sums.put(endpoint.name(), new EndpointSum(endpoint)));
  }

  /**
   * Adds those of one run.
   *
   * @param startMs of the run, since the epoch
   */
  void add(List<EndpointRecord> endpoints, long startMs) {
    endpoints.forEach(
        endpoint ->
            sums.computeIfAbsent(endpoint.name(), unused -> new EndpointSum(endpoint))
                .add(endpoint, startMs));
  }

  List<EndpointRecord> records(long startMs) {
    return sums.values().stream().map(sum -> sum.record(startMs)).toList();
  }
}
