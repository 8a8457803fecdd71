package io.chainbridge.shadow.gatling;

import java.util.Collections;

/** Bodies that keep the shadow gate's contracts. */
final class Bodies {
  static final String STATS =
      """
      {"model_version": "v0.3.0", "p50": 0.1, "p95": 0.4, "p99": 0.7, "count": 12, "max_delta": 0.9}
      """;

  /** 100 bytes with its comma. */
  private static final String EVENT =
      """
      {"corridor": "US-MX", "timestamp": "2026-01-01T00:00:00Z", "delta": 0.125, "note": "..........."}""";

  private Bodies() {}

  /** An events body of about that many KB. */
  static String events(int kilobytes) {
    return """
        {"model_version": "v0.3.0", "events": [%s]}"""
        .formatted(String.join(",\n", Collections.nCopies(kilobytes * 1024 / 100, EVENT)));
  }
}
