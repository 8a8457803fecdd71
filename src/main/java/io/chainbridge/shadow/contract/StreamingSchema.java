package io.chainbridge.shadow.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * Finds while a body is read, without a tree of it, that it keeps a schema. It is either certain of
 * that or does not know: then {@link JsonSchema} decides, and says what is wrong. So it need not
 * know every keyword, nor judge at a bound. Thread-safe.
 */
final class StreamingSchema {
  /**
   * Nothing in a smaller body can be longer than the bounds of {@link JsonBody}, but a number or a
   * name.
   */
  private static final int LARGEST_BODY = 1024 * 1024;

  /** Of a schema that asks nothing. */
  static final StreamingSchema OF_ANYTHING = new StreamingSchema(ValueRules.ANY);

  private final ValueRule rule;

  private StreamingSchema(ValueRule rule) {
    this.rule = rule;
  }

  /**
   * Of a schema of draft 2020-12.
   *
   * @return empty if it holds a keyword that is not known here
   */
  static Optional<StreamingSchema> of(JsonNode document) {
    return ValueRules.of(document).map(StreamingSchema::new);
  }

  /**
   * Whether a body is JSON in UTF-8 that keeps the schema.
   *
   * @return false if it is not, and where that is not certain: a body that is not all ASCII, for
   *     one, is left to those who know UTF-8
   */
  boolean isCertainlyKeptBy(ReadBody body) {
    if (body.length() > LARGEST_BODY) {
      return false;
    }
    try {
      JsonScanner json = new JsonScanner(body.array(), body.length());
      return rule.keeps(json) && json.isAtEnd();
    } catch (RuntimeException | StackOverflowError e) {
      return false; // Java's regular expressions recurse; whatever else it is, the library says
    }
  }
}
