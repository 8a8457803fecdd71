package io.chainbridge.shadow.reference;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/**
 * A span of time in UTC that a question is about.
 *
 * <p>It ends with the last whole minute: so long all askers mean the same window, and none of the
 * database's connections need count it again, which takes as long as many an answer.
 *
 * @param from its start, exclusive
 * @param to its end, inclusive
 */
record Window(LocalDateTime from, LocalDateTime to, int hours) {
  /** The given number of hours up to now. */
  static Window ending(LocalDateTime now, int hours) {
    LocalDateTime to = end(now);
    return new Window(to.minusHours(hours), to, hours);
  }

  /** The end of a window up to now. */
  static LocalDateTime end(LocalDateTime now) {
    return now.truncatedTo(ChronoUnit.MINUTES);
  }

  /** The window of the same length right before this one. */
  Window before() {
    return new Window(from.minusHours(hours), from, hours);
  }
}
