package io.chainbridge.shadow.record;

import java.util.List;
import java.util.Map;

/**
 * What a target was compared with: the same requests, made in turns with the target's. Immutable.
 *
 * @param target base URL
 * @param embedded whether it was an embedded reference service
 * @param endpoints as the target's, in the same order
 * @param pairs by endpoint, in the order in which they were complete
 */
public record Baseline(
    String target,
    boolean embedded,
    List<EndpointRecord> endpoints,
    Map<String, List<LatencyPair>> pairs) {

  public Baseline {
    endpoints = List.copyOf(endpoints);
    pairs = Map.copyOf(pairs);
  }

  /** Those of an endpoint; empty if none was complete. */
  public List<LatencyPair> pairs(String endpoint) {
    return pairs.getOrDefault(endpoint, List.of());
  }
}
