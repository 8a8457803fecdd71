package io.chainbridge.shadow.contract;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.util.Optional;

/**
 * Finds while a body is read, without a tree of it, that it keeps a schema. It is either certain of
 * that or does not know: then {@link JsonSchema} decides, and says what is wrong. So it need not
 * know every keyword, nor judge at a bound. Thread-safe.
 */
final class StreamingSchema {
  /** Nothing in a smaller body can be longer than the bounds of {@link JsonBody}, but a number. */
  private static final int LARGEST_BODY = 1024 * 1024;

  /** Enough to see that it is not UTF-16 or UTF-32, which would be guessed otherwise. */
  private static final int SMALLEST_BODY = 4;

  private static final long HIGHEST_BITS = 0x8080808080808080L;

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
    byte[] array = body.array();
    if (body.length() < SMALLEST_BODY
        || body.length() > LARGEST_BODY
        || array[0] == 0
        || array[1] == 0
        || !isAscii(array, body.length())) {
      return false;
    }
    try (JsonParser parser = JsonBody.FACTORY.createParser(array, 0, body.length())) {
      JsonToken first = parser.nextToken();
      return first != null && rule.keeps(parser, first) && parser.nextToken() == null;
    } catch (IOException | RuntimeException | StackOverflowError e) {
      return false; // Java's regular expressions recurse; whatever else it is, the library says
    }
  }

  private static boolean isAscii(byte[] array, int length) {
    LongBuffer longs =
        ByteBuffer.wrap(array, 0, length).order(ByteOrder.nativeOrder()).asLongBuffer();
    long bits = 0;
    for (int i = 0; i < longs.limit(); i++) {
      bits |= longs.get(i);
    }
    for (int i = longs.limit() * Long.BYTES; i < length; i++) {
      bits |= array[i] & 0x80;
    }
    return (bits & HIGHEST_BITS) == 0;
  }
}
