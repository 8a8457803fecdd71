package io.chainbridge.shadow.cli;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as users write them: a whole number and a unit. */
final class Durations {

  private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,9})(ms|s|m)");

  private Durations() {}

  /**
   * The duration of {@code 100ms}, {@code 2s} or {@code 1m}.
   *
   * @throws IllegalArgumentException if the text is anything else; the unit is not optional
   */
  static Duration parse(String text) {
    Matcher written = WRITTEN.matcher(text);
    if (!written.matches()) {
      throw new IllegalArgumentException("not a duration: " + text);
    }
    long number = Long.parseLong(written.group(1));
    return switch (written.group(2)) {
      case "ms" -> Duration.ofMillis(number);
      case "s" -> Duration.ofSeconds(number);
      default -> Duration.ofMinutes(number);
    };
  }
}
