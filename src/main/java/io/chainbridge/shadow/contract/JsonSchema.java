package io.chainbridge.shadow.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.regex.RegularExpression;
import java.io.FileNotFoundException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A compiled JSON Schema (draft 2020-12). Formats are asserted, and references lead only within the
 * schema: nothing is fetched. The keyword {@code errorMessage} of a schema, an object from the name
 * of another keyword to a text, gives the reason of a violation. Thread-safe.
 */
public final class JsonSchema {
  private static final SchemaLocation DRAFT =
      SchemaLocation.of("https://json-schema.org/draft/2020-12/schema");

  private static final SchemaRegistryConfig CONFIG =
      SchemaRegistryConfig.builder()
          .formatAssertionsEnabled(true)
          .errorMessageKeyword("errorMessage")
          .locale(Locale.ROOT)
          .build();

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDialect(
          Dialects.getDraft202012(), builder -> builder.schemaRegistryConfig(CONFIG));

  private final JsonNode document;
  private final Schema schema;

  private JsonSchema(JsonNode document, Schema schema) {
    this.document = document;
    this.schema = schema;
  }

  /**
   * Compiles a schema.
   *
   * @param document the schema; {@code $schema} may be left out
   * @throws InvalidSchemaException if the document is no schema of the draft, or refers to
   *     something outside itself
   */
  public static JsonSchema compile(JsonNode document) {
    List<String> problems =
        new JsonSchema(REGISTRY.getSchema(DRAFT).getSchemaNode(), REGISTRY.getSchema(DRAFT))
            .violations(document).stream()
                .map(violation -> "found " + violation.description())
                .distinct()
                .toList();
    if (!problems.isEmpty()) {
      throw new InvalidSchemaException(problems);
    }
    try {
      Schema schema = REGISTRY.getSchema(document);
      schema.initializeValidators();
      return new JsonSchema(document, schema);
    } catch (SchemaException e) {
      throw new InvalidSchemaException(List.of(problem(e)));
    }
  }

  private static String problem(SchemaException e) {
    return e.getCause() instanceof FileNotFoundException reference
        ? "refers to %s, but a schema may refer only to itself: nothing is fetched"
            .formatted(reference.getMessage())
        : Objects.toString(e.getMessage());
  }

  /** What the keyword {@code pattern} asks of a string. */
  static RegularExpression pattern(String pattern) {
    return CONFIG.getRegularExpressionFactory().getRegularExpression(pattern);
  }

  /** What finds soon that a body keeps it; empty if it asks for more than that knows. */
  Optional<StreamingSchema> streaming() {
    return StreamingSchema.of(document);
  }

  /** Every place where the instance is not as expected, in the schema's order; empty if none. */
  public List<Violation> violations(JsonNode instance) {
    return schema.validate(instance).stream()
        .map(error -> Explanation.of(error, document))
        .toList();
  }
}
