package io.chainbridge.shadow.budget;

import com.fasterxml.jackson.databind.JsonNode;
import io.chainbridge.shadow.contract.Contract;
import io.chainbridge.shadow.contract.JsonSchema;
import io.chainbridge.shadow.settings.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns one endpoint of a budget file into what is asked and what must come back. */
final class EndpointReader {
  private final Problems problems;
  private final HeaderTemplates templates;
  private final NamedFiles files;
  private final VariantReader variants;

  EndpointReader(Problems problems, HeaderTemplates templates, NamedFiles files) {
    this.problems = problems;
    this.templates = templates;
    this.files = files;
    this.variants = new VariantReader(problems, files);
  }

  /**
   * Reads the endpoint.
   *
   * @param pointer where it is
   * @param limits what holds for it, the gate's limits included
   */
  Endpoint read(String pointer, String name, JsonNode node, Map<Limit, Double> limits) {
    String method = node.path("method").asText();
    if (node.has("body") && method.equals("GET")) {
      problems.add(pointer + "/body", "a GET has no body; use the key query, or another method");
    }
    return new Endpoint(
        name,
        method,
        node.path("path").asText(),
        headers(pointer + "/headers", node.path("headers")),
        variants.read(pointer, node),
        node.path("weight").asInt(1),
        contract(pointer + "/contract/schema", node.path("contract")),
        limits);
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
        schema = Optional.of(files.contractSchema(node.path("schema").asText()));
      } catch (InvalidInputException e) {
        e.problems().forEach(problem -> problems.add(pointer, problem));
      }
    }
    return new Contract(
        node.path("status").asInt(200),
        node.path("content_type").asText("application/json"),
        schema);
  }
}
