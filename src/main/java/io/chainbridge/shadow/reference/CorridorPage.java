package io.chainbridge.shadow.reference;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * The answer of {@code /iq/shadow/corridors}: each corridor seen in the window, in alphabetical
 * order; events without one are left out.
 */
record CorridorPage(List<Corridor> corridors, String modelVersion, int timeWindowHours) {

  /** One corridor's deltas. */
  record Corridor(
      String corridor,
      long count,
      double meanDelta,
      @JsonProperty("p95_delta") double p95Delta,
      double maxDelta) {}
}
