package io.chainbridge.shadow.budget;

import io.chainbridge.shadow.settings.Shard;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * What a service must keep: its endpoints with their limits. Immutable.
 *
 * @param name such as {@code shadow}
 * @param health path that answers 2xx once the service can be measured
 * @param limits what holds for every endpoint that does not set its own
 * @param shapes what only some load shapes are judged by
 * @param faults what is made to go wrong where the load shape is about that, in the order of time
 * @param onInconclusive what becomes of it if a run proves nothing although it was to
 * @param endpoints at least one, in the order of the budget file
 * @param regions by name, what the limits of each endpoint are there, by the endpoint's name; none
 *     if they are the same everywhere
 */
public record Gate(
    String name,
    String health,
    Map<Limit, Double> limits,
    ShapeLimits shapes,
    List<Fault> faults,
    OnInconclusive onInconclusive,
    List<Endpoint> endpoints,
    Map<String, Map<String, Map<Limit, Double>>> regions) {
  public Gate {
    limits = Map.copyOf(limits);
    faults = List.copyOf(faults);
    endpoints = List.copyOf(endpoints);
    regions = Collections.unmodifiableMap(new TreeMap<>(regions));
  }

  /** The same everywhere. */
  public Gate(
      String name,
      String health,
      Map<Limit, Double> limits,
      ShapeLimits shapes,
      List<Fault> faults,
      OnInconclusive onInconclusive,
      List<Endpoint> endpoints) {
    this(name, health, limits, shapes, faults, onInconclusive, endpoints, Map.of());
  }

  /** What the phase of a spike is called that {@link ShapeLimits#peak} is about. */
  public static final String PEAK = "peak";

  /** The same, but without limits on the latency. */
  public Gate withoutLatencies() {
    return with(
        withoutLatencies(limits),
        endpoint -> endpoint.withLimits(withoutLatencies(endpoint.limits())));
  }

  /**
   * The same, asked with a shard's share of the feeders' rows.
   *
   * @throws IllegalArgumentException if a feeder has fewer rows than there are shards
   */
  public Gate of(Shard shard) {
    return with(limits, endpoint -> endpoint.of(shard));
  }

  private Gate with(Map<Limit, Double> otherLimits, UnaryOperator<Endpoint> change) {
    return new Gate(
        name,
        health,
        otherLimits,
        shapes,
        faults,
        onInconclusive,
        endpoints.stream().map(change).toList(),
        regions);
  }

  /** What must be kept in a region: the same as elsewhere, if the budget file does not say. */
  public Gate in(String region) {
    Map<String, Map<Limit, Double>> there = regions.getOrDefault(region, Map.of());
    return with(
        limits,
        endpoint -> endpoint.withLimits(there.getOrDefault(endpoint.name(), endpoint.limits())));
  }

  /** What must be kept by all regions together: the limits that are the same in each of them. */
  public Gate everywhere() {
    return with(limits, endpoint -> endpoint.withLimits(everywhere(endpoint)));
  }

  private Map<Limit, Double> everywhere(Endpoint endpoint) {
    Map<Limit, Double> left = new EnumMap<>(Limit.class);
    left.putAll(endpoint.limits());
    left.entrySet()
        .removeIf(
            entry ->
                regions.values().stream()
                    .map(there -> there.getOrDefault(endpoint.name(), endpoint.limits()))
                    .anyMatch(there -> !entry.getValue().equals(there.get(entry.getKey()))));
    return left;
  }

  private static Map<Limit, Double> withoutLatencies(Map<Limit, Double> limits) {
    Map<Limit, Double> left = new EnumMap<>(Limit.class);
    left.putAll(limits);
    left.keySet().removeIf(limit -> limit.quantile().isPresent());
    return left;
  }

  /** The fault whose phase has that name; empty for any other phase. */
  public Optional<Fault> fault(String phase) {
    return faults.stream().filter(fault -> fault.phase().equals(phase)).findFirst();
  }

  /** What an endpoint must keep in a phase of a run. */
  public Map<Limit, Double> limits(String phase, Endpoint endpoint) {
    return fault(phase)
        .filter(fault -> fault.hits(endpoint.name()))
        .flatMap(Fault::limits)
        .or(() -> phase.equals(PEAK) ? shapes.peak() : Optional.empty())
        .orElse(endpoint.limits());
  }
}
