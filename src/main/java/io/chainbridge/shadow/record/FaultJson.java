package io.chainbridge.shadow.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chainbridge.shadow.budget.Quantile;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What was made to go wrong in a run as JSON: the keys {@code proxy} and {@code faults}. */
final class FaultJson {
  private static final String PROXY = "proxy";
  private static final String FAULTS = "faults";

  private FaultJson() {}

  /**
   * Adds the keys.
   *
   * @param run the object of the whole run
   */
  static void write(FaultInjection injection, ObjectNode run) {
    injection.proxy().ifPresent(cost -> proxy(cost, run.putObject(PROXY)));
    ArrayNode faults = run.putArray(FAULTS);
    injection.windows().forEach(window -> window(window, faults.addObject()));
  }

  private static void proxy(ProxyCost cost, ObjectNode node) {
    node.put("name", cost.proxy());
    node.put("requests", cost.requests());
    for (Quantile quantile : Quantile.values()) {
      ProxyCost.Level level = cost.level(quantile);
      node.putObject(key(quantile))
          .put("direct_us", level.direct().toNanos() / 1_000)
          .put("proxied_us", level.proxied().toNanos() / 1_000);
    }
  }

  private static void window(FaultWindow window, ObjectNode node) {
    node.put("name", window.name());
    node.put("kind", window.kind());
    ObjectNode parameters = node.putObject("parameters");
    window.parameters().forEach(parameters::put);
    node.put("share", window.share());
    ArrayNode endpoints = node.putArray("endpoints");
    window.endpoints().forEach(endpoints::add);
    node.put("start_ms", window.start().toMillis());
    node.put("end_ms", window.end().toMillis());
    window.hit().ifPresent(hit -> node.put("hit", hit));
  }

  /** Empty for a run in which nothing was to go wrong. */
  static Optional<FaultInjection> read(JsonNode run) {
    if (!run.has(FAULTS)) {
      return Optional.empty();
    }
    List<FaultWindow> windows = new ArrayList<>();
    run.path(FAULTS).forEach(node -> windows.add(window(node)));
    return Optional.of(
        new FaultInjection(Optional.ofNullable(run.get(PROXY)).map(FaultJson::proxy), windows));
  }

  private static ProxyCost proxy(JsonNode node) {
    Map<Quantile, ProxyCost.Level> levels = new EnumMap<>(Quantile.class);
    for (Quantile quantile : Quantile.values()) {
      JsonNode level = node.required(key(quantile));
      levels.put(
          quantile, new ProxyCost.Level(micros(level, "direct_us"), micros(level, "proxied_us")));
    }
    return new ProxyCost(
        node.required("name").asText(), JsonFigures.whole(node, "requests"), levels);
  }

  private static FaultWindow window(JsonNode node) {
    Map<String, String> parameters = new LinkedHashMap<>();
    node.required("parameters")
        .properties()
        .forEach(entry -> parameters.put(entry.getKey(), entry.getValue().asText()));
    List<String> endpoints = new ArrayList<>();
    node.required("endpoints").forEach(name -> endpoints.add(name.asText()));
    return new FaultWindow(
        node.required("name").asText(),
        node.required("kind").asText(),
        parameters,
        JsonFigures.number(node, "share"),
        endpoints,
        JsonFigures.millis(node, "start_ms"),
        JsonFigures.millis(node, "end_ms"),
        node.has("hit") ? OptionalLong.of(JsonFigures.count(node, "hit")) : OptionalLong.empty());
  }

  private static String key(Quantile quantile) {
    return quantile.name().toLowerCase(Locale.ROOT);
  }

  private static Duration micros(JsonNode node, String key) {
    return Duration.of(JsonFigures.count(node, key), ChronoUnit.MICROS);
  }
}
