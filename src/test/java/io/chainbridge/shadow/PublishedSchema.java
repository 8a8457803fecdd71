package io.chainbridge.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chainbridge.shadow.contract.JsonSchema;
import io.chainbridge.shadow.contract.Violation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** A schema that says of a file we write what others may rely on. */
public record PublishedSchema(String name) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Of run.json. */
  public static final PublishedSchema RUN = new PublishedSchema("run.schema.json");

  /** Of verdict.json. */
  public static final PublishedSchema VERDICT = new PublishedSchema("verdict.schema.json");

  /** Of what the command governance writes. */
  public static final PublishedSchema GOVERNANCE = new PublishedSchema("governance.schema.json");

  /** Of each file in a history. */
  public static final PublishedSchema HISTORY = new PublishedSchema("history.schema.json");

  /** Of what the command tune writes. */
  public static final PublishedSchema TUNE = new PublishedSchema("tune.schema.json");

  /** Of what the command trend writes. */
  public static final PublishedSchema TREND = new PublishedSchema("trend.schema.json");

  /** Of what a webhook is told. */
  public static final PublishedSchema NOTICE = new PublishedSchema("notice.schema.json");

  /** The file's text as JSON, which must be what the schema says. */
  public JsonNode read(String text) {
    try {
      JsonNode document = JSON.readTree(text);
      assertThat(schema().violations(document)).extracting(Violation::description).isEmpty();
      return document;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JsonSchema schema() throws IOException {
    return JsonSchema.compile(
        JSON.readTree(Path.of("src", "main", "resources", "schemas", name).toFile()));
  }
}
