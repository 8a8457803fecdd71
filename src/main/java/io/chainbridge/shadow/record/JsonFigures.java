package io.chainbridge.shadow.record;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;

/**
 * Figures of a record's JSON, each within bounds that no run reaches and no sum of them leaves.
 * What is beyond them is damaged, and would be found only where it is computed with.
 */
final class JsonFigures {
  /** So many are in a record at most; ten thousand records of that many can be added up. */
  static final long MOST = 100_000_000_000_000L;

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
    if (!count.isIntegralNumber()
        || !count.canConvertToLong()
        || count.longValue() < 0
        || count.longValue() > MOST) {
      throw refused(key, count, "a whole number from 0 to " + MOST);
    }
    return count.longValue();
  }

  /** The same, where an int is enough. */
  static int whole(JsonNode node, String key) {
    long count = count(node, key);
    if (count > Integer.MAX_VALUE) {
      throw refused(key, node.required(key), "a whole number up to " + Integer.MAX_VALUE);
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
    Duration duration = Duration.ofMillis(count(node, key));
    if (duration.compareTo(LONGEST) > 0) {
      throw refused(key, node.required(key), LONGEST.toMillis() + " ms at most");
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

  private static IllegalArgumentException refused(String key, JsonNode found, String allowed) {
    return new IllegalArgumentException("%s: found %s, must be %s".formatted(key, found, allowed));
  }
}
