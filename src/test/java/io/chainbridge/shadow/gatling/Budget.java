package io.chainbridge.shadow.gatling;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A budget file in the making, with the limits of the shadow gate but for the latencies, which are
 * generous: a busy machine must not decide a test of something else.
 */
final class Budget {
  private final ObjectNode root = new ObjectMapper().createObjectNode();

  Budget() {
    root.put("gate", "test");
    root.putObject("limits")
        .put("p95_latency_ms", 5_000)
        .put("p99_latency_ms", 5_000)
        .put("max_response_size_kb", 25)
        .put("max_failure_rate", 0.05);
    root.putObject("endpoints");
  }

  /** Over those of the shadow gate, for every endpoint. */
  Budget limit(String limit, double value) {
    root.withObject("/limits").put(limit, value);
    return this;
  }

  /** Without one of them. */
  Budget withoutLimit(String limit) {
    root.withObject("/limits").remove(limit);
    return this;
  }

  /** What becomes of a run that proves nothing although it was to. */
  Budget onInconclusive(String what) {
    root.put("on_inconclusive", what);
    return this;
  }

  /** GET of the path that is a slash and the name, where any JSON will do. */
  Budget endpoint(String name) {
    endpoints().putObject(name).put("method", "GET").put("path", "/" + name);
    return this;
  }

  /** The same, with one of the shadow gate's contracts: stats or events. */
  Budget endpoint(String name, String contract) {
    endpoint(name);
    object(name).putObject("contract").put("schema", schema(contract));
    return this;
  }

  /** An endpoint's path, below another one. */
  Budget below(String endpoint, String path) {
    object(endpoint).put("path", path + object(endpoint).path("path").asText());
    return this;
  }

  /** What a load shape is judged by, as JSON. */
  Budget shape(String name, String json) {
    try {
      root.withObject("/shapes").set(name, new ObjectMapper().readTree(json));
      return this;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** One more of what is made to go wrong, as JSON. */
  Budget fault(String json) {
    try {
      root.withArray("/faults").add(new ObjectMapper().readTree(json));
      return this;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  Budget weight(String endpoint, int weight) {
    object(endpoint).put("weight", weight);
    return this;
  }

  /** For one endpoint, over those for every endpoint. */
  Budget limitOf(String endpoint, String limit, double value) {
    object(endpoint).withObject("/limits").put(limit, value);
    return this;
  }

  Budget headerOf(String endpoint, String header, String value) {
    object(endpoint).withObject("/headers").put(header, value);
    return this;
  }

  String text() {
    return root.toPrettyString();
  }

  private ObjectNode endpoints() {
    return root.withObject("/endpoints");
  }

  private ObjectNode object(String endpoint) {
    return (ObjectNode) endpoints().required(endpoint);
  }

  private static String schema(String contract) {
    return "contracts/shadow-%s.schema.json".formatted(contract);
  }
}
