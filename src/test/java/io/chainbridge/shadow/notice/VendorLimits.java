package io.chainbridge.shadow.notice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chainbridge.shadow.PublishedSchema;
import io.chainbridge.shadow.contract.JsonSchema;
import io.chainbridge.shadow.contract.Violation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What each vendor has published of the messages that it takes, as JSON Schemas and sizes. */
final class VendorLimits {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Slack names no number for all blocks together, and refuses somewhat more than 13,000. */
  private static final int SLACK_CHARACTERS = 13_000;

  private static final int TEAMS_BYTES = 28 * 1024;
  private static final int PAGERDUTY_BYTES = 512 * 1024;

  private VendorLimits() {}

  /** The message as JSON, which its channel must take. */
  static JsonNode check(Channel channel, String message) {
    return switch (channel) {
      case SLACK -> {
        assertThat(message.length()).isLessThan(SLACK_CHARACTERS);
        yield valid("slack", message);
      }
      case TEAMS -> {
        assertThat(message.getBytes(UTF_8).length).isLessThan(TEAMS_BYTES);
        yield valid("teams", message);
      }
      case PAGERDUTY -> {
        assertThat(message.getBytes(UTF_8).length).isLessThan(PAGERDUTY_BYTES);
        yield valid("pagerduty", message);
      }
      case WEBHOOK -> PublishedSchema.NOTICE.read(message);
    };
  }

  private static JsonNode valid(String schema, String message) {
    Path file = Path.of("src/test/resources/schema/" + schema + "-message.schema.json");
    try {
      JsonNode document = parse(message);
      JsonSchema compiled = JsonSchema.compile(JSON.readTree(Files.readString(file)));
      assertThat(compiled.violations(document)).extracting(Violation::description).isEmpty();
      return document;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode parse(String message) {
    try {
      return JSON.readTree(message);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
