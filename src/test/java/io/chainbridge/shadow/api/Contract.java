package io.chainbridge.shadow.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chainbridge.shadow.contract.JsonSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What an answer must be. The gates' contracts, less their rule that there be data: that is a
 * gate's, which would prove nothing without, and no part of the API.
 */
enum Contract {
  /** {@code GET /iq/shadow/stats} of ChainIQ v0.3. */
  V03_STATS("budgets/contracts/chainiq-v0.3-stats"),
  /** The same, as the Shadow Mode pipeline expects it. */
  SHADOW_STATS("budgets/contracts/shadow-stats"),
  /** {@code GET /iq/shadow/events} of ChainIQ v0.3. */
  V03_EVENTS("budgets/contracts/chainiq-v0.3-events"),
  /** {@code POST /iq/shadow/events}, as the Shadow Mode pipeline expects it. */
  SHADOW_EVENTS("budgets/contracts/shadow-events"),
  /** Any error. */
  ERROR("src/test/resources/schema/api-error");

  private final String file;

  Contract(String file) {
    this.file = file;
  }

  List<String> violations(JsonNode body) {
    return JsonSchema.compile(document()).violations(body).stream()
        .map(violation -> "found " + violation.description())
        .distinct()
        .toList();
  }

  private JsonNode document() {
    try {
      JsonNode document = new ObjectMapper().readTree(Path.of(file + ".schema.json").toFile());
      allowNone(document.at("/properties/events"), "minItems");
      allowNone(document.at("/properties/count"), "minimum");
      return document;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void allowNone(JsonNode property, String least) {
    if (property instanceof ObjectNode schema) {
      schema.put(least, 0).remove("errorMessage");
    }
  }
}
