package io.chainbridge.shadow.reference;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/**
 * A span of time in UTC that a question is about.
 *
 * <p>It ends with the last whole second: within one second all askers mean the same window, and the
 * database need not count it again.
 *
 * @param from its start, exclusive
 * @param to its end, inclusive
 */
record Window(LocalDateTime from, LocalDateTime to, int hours) {

  /** The given number of hours up to now. */
  static Window ending(LocalDateTime now, int hours) {
    LocalDateTime to = now.truncatedTo(ChronoUnit.SECONDS);
    return new Window(to.minusHours(hours), to, hours);
  }

  /** The window of the same length right before this one. */
  Window before() {
    return new Window(from.minusHours(hours), from, hours);
  }
}
