package io.chainbridge.shadow.governance;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * JSON that knows its lines.
 *
 * @param document what it says
 * @param lines from JSON Pointers (RFC 6901) to lines, from 1
 */
record JsonText(JsonNode document, Map<String, Integer> lines) {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  /**
   * Reads all of a text.
   *
   * @throws JsonProcessingException if it is not JSON, or says something twice
   */
  static JsonText parse(String text) throws JsonProcessingException {
    JsonNode document = JSON.readTree(text);
    return new JsonText(document, lines(text));
  }

  /** The same where it does not matter why a text is not JSON. */
  static Optional<JsonText> of(String text) {
    try {
      return Optional.of(parse(text));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static Map<String, Integer> lines(String text) {
    Map<String, Integer> lines = new HashMap<>();
    try (JsonParser parser = JSON.createParser(text)) {
      while (parser.nextToken() != null) {
        lines.putIfAbsent(
            parser.getParsingContext().pathAsPointer().toString(),
            parser.currentTokenLocation().getLineNr());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines;
  }

  /** Where a value stands, or else the nearest that is around it. */
  int line(String pointer) {
    String at = pointer;
    while (!at.isEmpty() && !lines.containsKey(at)) {
      at = at.substring(0, at.lastIndexOf('/'));
    }
    return lines.getOrDefault(at, 1);
  }
}
