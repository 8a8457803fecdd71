package io.chainbridge.shadow.settings;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as users write them: a whole number and a unit. */
public final class Durations {

  private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,9})(ms|s|m|h)");

  private Durations() {}

  /**
   * The duration of {@code 100ms}, {@code 2s}, {@code 1m} or {@code 1h}.
   *
   * @throws IllegalArgumentException if the text is anything else; the unit is not optional
   */
  public static Duration parse(String text) {
    Matcher written = WRITTEN.matcher(text);
    if (!written.matches()) {
      throw new IllegalArgumentException("not a duration: " + text);
    }
    long number = Long.parseLong(written.group(1));
    return switch (written.group(2)) {
      case "ms" -> Duration.ofMillis(number);
      case "s" -> Duration.ofSeconds(number);
      case "m" -> Duration.ofMinutes(number);
      default -> Duration.ofHours(number);
    };
  }

  /** As a user would write it, in the largest unit that makes it whole: {@code 90s}, {@code 2m}. */
  public static String text(Duration duration) {
    long millis = duration.toMillis();
    if (millis % 1_000 != 0 || millis == 0) {
      return millis + "ms";
    }
    if (millis % 60_000 != 0) {
      return duration.toSeconds() + "s";
    }
    return millis % 3_600_000 != 0 ? duration.toMinutes() + "m" : duration.toHours() + "h";
  }
}
