package io.chainbridge.shadow.record;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/**
 * Figures of a record's JSON, each within bounds that no run reaches and no sum of them leaves.
 * What is beyond them is damaged, and would be found only where it is computed with.
 */
final class JsonFigures {
  /** So many are in a record at most; ten thousand records of that many can be added up. */
  static final long MOST = 100_000_000_000_000L;

  private static final String COUNTS = "a whole number from 0 to " + MOST;
  private static final Duration LONGEST = Duration.ofDays(3_660);
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  private JsonFigures() {}

  /**
   * A whole number from 0 up.
   *
   * @throws IllegalArgumentException saying what was found instead; so do all of these
   */
  static long count(JsonNode node, String key) {
    JsonNode count = node.required(key);
    if (!count.isIntegralNumber() || !count.canConvertToLong() || !isCount(count.longValue())) {
      throw refused(key, count, COUNTS);
    }
    return count.longValue();
  }

  /** The same of the value that a parser is at, as are those below of a parser. */
  static long count(JsonParser json, String key) throws IOException {
    if (json.currentToken() != JsonToken.VALUE_NUMBER_INT
        || json.getNumberType() == JsonParser.NumberType.BIG_INTEGER
        || !isCount(json.getLongValue())) {
      throw refused(key, json.getText(), COUNTS);
    }
    return json.getLongValue();
  }

  private static boolean isCount(long value) {
    return value >= 0 && value <= MOST;
  }

  /** A whole number, where an int is enough. */
  static int whole(JsonNode node, String key) {
    return whole(count(node, key), key);
  }

  static int whole(JsonParser json, String key) throws IOException {
    return whole(count(json, key), key);
  }

  private static int whole(long count, String key) {
    if (count > Integer.MAX_VALUE) {
      throw refused(key, count, "a whole number up to " + Integer.MAX_VALUE);
    }
    return (int) count;
  }

  /** A number from 0 up. */
  static double number(JsonNode node, String key) {
    JsonNode number = node.required(key);
    if (!number.isNumber() || !(number.doubleValue() >= 0 && number.doubleValue() <= MOST)) {
      throw refused(key, number, "a number from 0 to " + MOST);
    }
    return number.doubleValue();
  }

  /** So many milliseconds. */
  static Duration millis(JsonNode node, String key) {
    return millis(count(node, key), key);
  }

  static Duration millis(JsonParser json, String key) throws IOException {
    return millis(count(json, key), key);
  }

  private static Duration millis(long count, String key) {
    Duration duration = Duration.ofMillis(count);
    if (duration.compareTo(LONGEST) > 0) {
      throw refused(key, count, LONGEST.toMillis() + " ms at most");
    }
    return duration;
  }

  /** A time in UTC. */
  static Instant instant(JsonNode node, String key) {
    Instant instant = Instant.parse(node.required(key).asText());
    if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
      throw refused(key, node.required(key), "a time of this century or the next");
    }
    return instant;
  }

  /** Says what a key has, and what it may have. */
  static IllegalArgumentException refused(String key, Object found, String allowed) {
    return new IllegalArgumentException("%s: found %s, must be %s".formatted(key, found, allowed));
  }
}
