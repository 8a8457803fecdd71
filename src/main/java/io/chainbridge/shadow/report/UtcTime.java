package io.chainbridge.shadow.report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times in cells of tables whose head says that they are UTC. */
final class UtcTime {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneOffset.UTC);

  private UtcTime() {}

  static String minute(Instant instant) {
    return MINUTE.format(instant);
  }
}
