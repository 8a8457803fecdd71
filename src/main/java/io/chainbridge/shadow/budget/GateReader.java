package io.chainbridge.shadow.budget;

import com.fasterxml.jackson.databind.JsonNode;
import io.chainbridge.shadow.contract.Contract;
import io.chainbridge.shadow.contract.JsonSchema;
import io.chainbridge.shadow.settings.InvalidInputException;
import io.chainbridge.shadow.settings.Settings;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns a document that keeps the budget file's schema into a gate. Not thread-safe. */
final class GateReader {
  private final Problems problems;
  private final HeaderTemplates templates;
  private final Settings.Limits overrides;
  private final Function<String, JsonSchema> contractSchemas;

  GateReader(
      Problems problems,
      Function<String, @Nullable String> environment,
      Settings.Limits overrides,
      Function<String, JsonSchema> contractSchemas) {
    this.problems = problems;
    this.templates = new HeaderTemplates(environment, problems);
    this.overrides = overrides;
    this.contractSchemas = contractSchemas;
  }

  Gate read(JsonNode document) {
    Map<Limit, Double> defaults = limits(document.path("limits"));
    List<Endpoint> endpoints =
        document.path("endpoints").properties().stream()
            .map(entry -> endpoint(entry.getKey(), entry.getValue(), defaults))
            .toList();
    return new Gate(
        document.path("gate").asText(),
        document.path("health").asText("/health"),
        override(defaults),
        endpoints);
  }

  private Endpoint endpoint(String name, JsonNode node, Map<Limit, Double> defaults) {
    String pointer = "/endpoints/" + name;
    String method = node.path("method").asText();
    Map<Limit, Double> limits = new EnumMap<>(Limit.class);
    limits.putAll(defaults);
    limits.putAll(limits(node.path("limits")));
    limits = override(limits);
    if (limits.isEmpty()) {
      problems.add(pointer, "has no limit, so it gates nothing; give it or the gate limits");
    }
    Optional<String> body =
        Optional.of(node.path("body"))
            .filter(value -> !value.isMissingNode())
            .map(JsonNode::toString);
    if (body.isPresent() && method.equals("GET")) {
      problems.add(pointer + "/body", "a GET has no body; use the key query, or another method");
    }
    return new Endpoint(
        name,
        method,
        node.path("path").asText(),
        query(node.path("query")),
        headers(pointer + "/headers", node.path("headers")),
        body,
        contract(pointer + "/contract/schema", node.path("contract")),
        limits);
  }

  private static Map<Limit, Double> limits(JsonNode node) {
    Map<Limit, Double> limits = new EnumMap<>(Limit.class);
    node.properties()
        .forEach(entry -> limits.put(Limit.of(entry.getKey()), entry.getValue().asDouble()));
    return limits;
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

  private List<Header> headers(String pointer, JsonNode node) {
    List<Header> headers = new ArrayList<>();
    node.properties()
        .forEach(
            entry ->
                headers.add(
                    templates.header(
                        pointer + "/" + entry.getKey(),
                        entry.getKey(),
                        entry.getValue().asText())));
    return headers;
  }

  private Contract contract(String pointer, JsonNode node) {
    Optional<JsonSchema> schema = Optional.empty();
    if (node.has("schema")) {
      try {
        schema = Optional.of(contractSchemas.apply(node.path("schema").asText()));
      } catch (InvalidInputException e) {
        e.problems().forEach(problem -> problems.add(pointer, problem));
      }
    }
    return new Contract(
        node.path("status").asInt(200),
        node.path("content_type").asText("application/json"),
        schema);
  }

  private static String query(JsonNode node) {
    return node.properties().stream()
        .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue().asText()))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
