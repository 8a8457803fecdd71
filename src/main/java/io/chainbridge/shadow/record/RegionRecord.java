package io.chainbridge.shadow.record;

import java.util.List;

/**
 * What was measured from one region. Immutable.
 *
 * @param name of the region
 * @param endpoints in the gate's order
 */
public record RegionRecord(String name, List<EndpointRecord> endpoints) {
  public RegionRecord {
    endpoints = List.copyOf(endpoints);
  }
}
