package io.chainbridge.shadow.tuning;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts other numbers into the text of JSON, and leaves every other character as it is. */
final class NumberEdits {
  private static final JsonFactory JSON = new JsonFactory();

  private NumberEdits() {}

  /**
   * The text with the numbers.
   *
   * @param json without a byte order mark
   * @param numbers by the JSON Pointers of those that they replace
   * @throws IllegalArgumentException if there is no number at one of them
   */
  static String replace(String json, Map<String, BigDecimal> numbers) {
    Map<String, BigDecimal> left = new HashMap<>(numbers);
    StringBuilder edited = new StringBuilder();
    int copied = 0;
    try (JsonParser parser = JSON.createParser(json)) {
      for (JsonToken token; (token = parser.nextToken()) != null; ) {
        @Nullable BigDecimal number =
            token.isNumeric()
                ? left.remove(parser.getParsingContext().pathAsPointer().toString())
                : null;
        if (number != null) {
          int at = Math.toIntExact(parser.currentTokenLocation().getCharOffset());
          edited.append(json, copied, at).append(text(number));
          copied = at + parser.getText().length();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!left.isEmpty()) {
      throw new IllegalArgumentException("no number at " + left.keySet());
    }
    return edited.append(json, copied, json.length()).toString();
  }

  /** A number as people write it: 40, 0.05. */
  static String text(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }
}
