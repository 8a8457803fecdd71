package io.chainbridge.shadow.budget;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a service must keep: its endpoints with their limits. Immutable.
 *
 * @param name such as {@code shadow}
 * @param health path that answers 2xx once the service can be measured
 * @param limits what holds for every endpoint that does not set its own
 * @param shapes what only some load shapes are judged by
 * @param onInconclusive what becomes of it if a run proves nothing although it was to
 * @param endpoints at least one, in the order of the budget file
 */
public record Gate(
    String name,
    String health,
    Map<Limit, Double> limits,
    ShapeLimits shapes,
    OnInconclusive onInconclusive,
    List<Endpoint> endpoints) {
  public Gate {
    limits = Map.copyOf(limits);
    endpoints = List.copyOf(endpoints);
  }

  /** What the phase of a spike is called that {@link ShapeLimits#peak} is about. */
  public static final String PEAK = "peak";

  /** The same, but without limits on the latency. */
  public Gate withoutLatencies() {
    return new Gate(
        name,
        health,
        withoutLatencies(limits),
        shapes,
        onInconclusive,
        endpoints.stream()
            .map(endpoint -> endpoint.withLimits(withoutLatencies(endpoint.limits())))
            .toList());
  }

  private static Map<Limit, Double> withoutLatencies(Map<Limit, Double> limits) {
    Map<Limit, Double> left = new EnumMap<>(Limit.class);
    left.putAll(limits);
    left.keySet().removeIf(limit -> limit.quantile().isPresent());
    return left;
  }

  /** What an endpoint must keep in a phase of a run. */
  public Map<Limit, Double> limits(String phase, Endpoint endpoint) {
    return phase.equals(PEAK) ? shapes.peak().orElse(endpoint.limits()) : endpoint.limits();
  }
}
