package io.chainbridge.shadow.record;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * A fault as it was there in a run. Immutable.
 *
 * @param name unique in its run
 * @param kind such as {@code database_latency}
 * @param parameters of its kind, as in the budget file
 * @param share of the requests, above 0, up to 1
 * @param endpoints that it hit
 * @param start when it was put in, from the start of the run
 * @param end when it was taken out
 * @param hit requests, or statements of a database; empty where nobody counted them
 */
public record FaultWindow(
    String name,
    String kind,
    Map<String, String> parameters,
    double share,
    List<String> endpoints,
    Duration start,
    Duration end,
    OptionalLong hit) {
  /** Takes copies. */
  public FaultWindow {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    endpoints = List.copyOf(endpoints);
  }
}
