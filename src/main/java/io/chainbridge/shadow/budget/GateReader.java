package io.chainbridge.shadow.budget;

import com.fasterxml.jackson.databind.JsonNode;
import io.chainbridge.shadow.settings.Settings;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Turns a document that keeps the budget file's schema into a gate. Not thread-safe. */
final class GateReader {
  private final Problems problems;
  private final EndpointReader endpointReader;
  private final Settings.Limits overrides;

  GateReader(Problems problems, EndpointReader endpointReader, Settings.Limits overrides) {
    this.problems = problems;
    this.endpointReader = endpointReader;
    this.overrides = overrides;
  }

  Gate read(JsonNode document) {
    Map<Limit, Double> defaults = LimitReader.read(document.path("limits"));
    List<Endpoint> endpoints =
        document.path("endpoints").properties().stream()
            .map(entry -> endpoint(entry.getKey(), entry.getValue(), defaults))
            .toList();
    return new Gate(
        document.path("gate").asText(),
        document.path("health").asText("/health"),
        override(defaults),
        ShapeReader.read(document.path("shapes")),
        new FaultReader(problems, endpoints.stream().map(Endpoint::name).toList())
            .read(document.path("faults")),
        OnInconclusive.of(document.path("on_inconclusive").asText(OnInconclusive.WARN.key())),
        endpoints,
        regions(document.path("regions"), endpoints));
  }

  private Map<String, Map<String, Map<Limit, Double>>> regions(
      JsonNode regions, List<Endpoint> endpoints) {
    Map<String, Map<String, Map<Limit, Double>>> all = new HashMap<>();
    regions
        .properties()
        .forEach(
            entry -> {
              refuseUnknown(
                  "/regions/" + entry.getKey() + "/endpoints", entry.getValue(), endpoints);
              all.put(
                  entry.getKey(),
                  endpoints.stream()
                      .collect(
                          Collectors.toMap(
                              Endpoint::name, endpoint -> inRegion(endpoint, entry.getValue()))));
            });
    return all;
  }

  /** Over its own limits those of the region, and over these its own there. */
  private Map<Limit, Double> inRegion(Endpoint endpoint, JsonNode region) {
    Map<Limit, Double> limits = new EnumMap<>(Limit.class);
    limits.putAll(endpoint.limits());
    limits.putAll(LimitReader.read(region.path("limits")));
    limits.putAll(LimitReader.read(region.path("endpoints").path(endpoint.name()).path("limits")));
    return override(limits);
  }

  private void refuseUnknown(String pointer, JsonNode region, List<Endpoint> endpoints) {
    List<String> known = endpoints.stream().map(Endpoint::name).toList();
    region
        .path("endpoints")
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                problems.add(
                    pointer + "/" + name,
                    "names no endpoint of this gate; its endpoints: " + String.join(", ", known));
              }
            });
  }

  private Endpoint endpoint(String name, JsonNode node, Map<Limit, Double> defaults) {
    String pointer = "/endpoints/" + name;
    Map<Limit, Double> limits = new EnumMap<>(Limit.class);
    limits.putAll(defaults);
    limits.putAll(LimitReader.read(node.path("limits")));
    limits = override(limits);
    if (limits.isEmpty()) {
      problems.add(pointer, "has no limit, so it gates nothing; give it or the gate limits");
    }
    return endpointReader.read(pointer, name, node, limits);
  }

  private Map<Limit, Double> override(Map<Limit, Double> limits) {
    Map<Limit, Double> overridden = new EnumMap<>(Limit.class);
    overridden.putAll(limits);
    overrides.p95Ms().ifPresent(ms -> overridden.put(Limit.P95_LATENCY_MS, ms));
    overrides.p99Ms().ifPresent(ms -> overridden.put(Limit.P99_LATENCY_MS, ms));
    overrides.maxSizeKb().ifPresent(kb -> overridden.put(Limit.MAX_RESPONSE_SIZE_KB, kb));
    overrides.maxFailureRate().ifPresent(rate -> overridden.put(Limit.MAX_FAILURE_RATE, rate));
    return overridden;
  }
}
