package io.chainbridge.shadow.report;

import java.time.Duration;
import java.util.Locale;

/** How long something took, in words. */
final class Lengths {
  private static final long SECOND_MS = 1_000;
  private static final long MINUTE_MS = 60 * SECOND_MS;
  private static final long HOUR_MS = 60 * MINUTE_MS;

  private Lengths() {}

  /** Such as 234 ms, 1.2 s, 3 min 4 s, 2 h 5 min. */
  static String of(Duration duration) {
    long millis = duration.toMillis();
    if (millis < SECOND_MS) {
      return millis + " ms";
    }
    if (millis < MINUTE_MS) {
      return String.format(Locale.ROOT, "%.1f s", Math.floor(millis / 100.0) / 10);
    }
    return millis < HOUR_MS
        ? "%d min %d s".formatted(millis / MINUTE_MS, millis % MINUTE_MS / SECOND_MS)
        : "%d h %d min".formatted(millis / HOUR_MS, millis % HOUR_MS / MINUTE_MS);
  }

  /** A latency, always in the unit of the budgets. */
  static String millis(Duration duration) {
    return Figures.count(duration.toMillis()) + " ms";
  }
}
