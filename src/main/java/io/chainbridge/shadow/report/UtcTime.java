package io.chainbridge.shadow.report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times where it is said beside them that they are UTC. */
public final class UtcTime {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneOffset.UTC);

  private UtcTime() {}

  /** Such as {@code 2026-11-22 20:00}. */
  public static String minute(Instant instant) {
    return MINUTE.format(instant);
  }
}
