package io.chainbridge.shadow.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chainbridge.shadow.budget.Quantile;
import io.chainbridge.shadow.contract.Violation;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The open file format of a run record: JSON with snake_case keys that carry their unit. Counts and
 * histograms are stored; percentiles and rates stand beside them for readers and are not read back.
 */
public final class RecordJson {
  /** Version of the format. */
  public static final int SCHEMA_VERSION = 1;

  private static final ObjectMapper JSON = new ObjectMapper();

  private RecordJson() {}

  /** Writes a record. */
  public static String write(RunRecord run) {
    ObjectNode node = JSON.createObjectNode();
    node.put("schema_version", SCHEMA_VERSION);
    node.put("run_id", run.runId());
    node.put("simulation", run.simulation());
    node.put("gate", run.gate());
    node.put("target", run.target());
    node.put("embedded", run.embedded());
    node.put("started_at", run.startedAt().toString());
    node.put("duration_ms", run.duration().toMillis());
    node.putObject("load")
        .put("model", "closed")
        .put("iterations", run.load().iterations())
        .put("concurrency", run.load().concurrency())
        .put("warmup", run.load().warmup())
        .put("timeout_ms", run.load().timeout().toMillis());
    node.putObject("ending")
        .put("kind", run.ending().kind().name().toLowerCase(Locale.ROOT))
        .put("reason", run.ending().reason());
    ObjectNode environment = node.putObject("environment");
    new TreeMap<>(run.environment()).forEach(environment::put);
    ArrayNode endpoints = node.putArray("endpoints");
    run.endpoints().forEach(endpoint -> endpoints.add(endpoint(endpoint)));
    return node.toPrettyString() + "\n";
  }

  private static ObjectNode endpoint(EndpointRecord endpoint) {
    ObjectNode node = JSON.createObjectNode();
    node.put("name", endpoint.name());
    node.put("method", endpoint.method());
    node.put("path", endpoint.path());
    node.put("requests", endpoint.requests());
    node.put("failures", endpoint.failures());
    node.put("failure_rate", endpoint.failureRate());
    for (Quantile quantile : Quantile.values()) {
      node.put(
          quantile.name().toLowerCase(Locale.ROOT) + "_latency_ms",
          endpoint.latency(quantile).map(Duration::toMillis).orElse(null));
    }
    node.put("max_latency_ms", endpoint.latencies().max().map(Duration::toMillis).orElse(null));
    Sizes sizes = endpoint.sizes();
    node.put(
        "mean_response_size_kb",
        sizes.meanKb().isPresent() ? (Double) sizes.meanKb().getAsDouble() : null);
    node.putObject("response_size")
        .put("bodies", sizes.bodies())
        .put("total_bytes", sizes.totalBytes())
        .put("largest_bytes", sizes.largestBytes());
    node.put("latency_histogram", endpoint.latencies().encoded());
    node.put("success_latency_histogram", endpoint.successLatencies().encoded());
    ArrayNode errors = node.putArray("errors");
    endpoint
        .errors()
        .forEach(
            error ->
                errors.addObject().put("message", error.message()).put("count", error.count()));
    ArrayNode violations = node.putArray("contract_violations");
    endpoint
        .contractViolations()
        .forEach(
            broken ->
                violations
                    .addObject()
                    .put("pointer", broken.violation().pointer())
                    .put("pattern", broken.violation().pattern())
                    .put("found", broken.violation().found())
                    .put("expected", broken.violation().expected())
                    .put("reason", broken.violation().reason().orElse(null))
                    .put("count", broken.count()));
    return node;
  }

  /**
   * Reads a record.
   *
   * @throws IllegalArgumentException saying what is wrong, if the text is no record of this version
   */
  public static RunRecord read(String text) {
    try {
      return run(JSON.readTree(text));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no JSON: " + e.getOriginalMessage(), e);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("no run record: " + e.getMessage(), e);
    }
  }

  private static RunRecord run(JsonNode node) {
    int version = node.path("schema_version").asInt();
    if (version != SCHEMA_VERSION) {
      throw new IllegalArgumentException(
          "schema_version: found %s, this reads %d"
              .formatted(node.path("schema_version"), SCHEMA_VERSION));
    }
    JsonNode load = node.required("load");
    JsonNode ending = node.required("ending");
    Map<String, String> environment = new TreeMap<>();
    node.path("environment")
        .properties()
        .forEach(entry -> environment.put(entry.getKey(), entry.getValue().asText()));
    return new RunRecord(
        node.required("run_id").asText(),
        node.required("simulation").asText(),
        node.required("gate").asText(),
        node.required("target").asText(),
        node.required("embedded").asBoolean(),
        Instant.parse(node.required("started_at").asText()),
        Duration.ofMillis(node.required("duration_ms").asLong()),
        new Load(
            load.required("iterations").asInt(),
            load.required("concurrency").asInt(),
            load.required("warmup").asInt(),
            Duration.ofMillis(load.required("timeout_ms").asLong())),
        environment,
        new Ending(
            Ending.Kind.valueOf(ending.required("kind").asText().toUpperCase(Locale.ROOT)),
            ending.required("reason").asText()),
        list(node.required("endpoints"), RecordJson::endpoint));
  }

  private static EndpointRecord endpoint(JsonNode node) {
    JsonNode size = node.required("response_size");
    return new EndpointRecord(
        node.required("name").asText(),
        node.required("method").asText(),
        node.required("path").asText(),
        Latencies.decode(node.required("latency_histogram").asText()),
        Latencies.decode(node.required("success_latency_histogram").asText()),
        new Sizes(
            size.required("bodies").asLong(),
            size.required("total_bytes").asLong(),
            size.required("largest_bytes").asLong()),
        list(
            node.required("errors"),
            error ->
                new ErrorCount(
                    error.required("message").asText(), error.required("count").asLong())),
        list(
            node.required("contract_violations"),
            broken ->
                new ViolationCount(
                    new Violation(
                        broken.required("pointer").asText(),
                        broken.required("pattern").asText(),
                        broken.required("found").asText(),
                        broken.required("expected").asText(),
                        List.of(),
                        Optional.ofNullable(broken.path("reason").textValue())),
                    broken.required("count").asLong())));
  }

  private static <T> List<T> list(JsonNode array, Function<JsonNode, T> reader) {
    List<T> list = new ArrayList<>();
    array.forEach(element -> list.add(reader.apply(element)));
    return list;
  }
}
