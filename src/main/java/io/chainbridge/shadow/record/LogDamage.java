package io.chainbridge.shadow.record;

import java.io.IOException;
import java.io.Serial;

/** Bytes that no Gatling could have written; ends a reading and becomes its outcome. */
final class LogDamage extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  private final long offset;
  private final String reason;

  LogDamage(long offset, String reason) {
    super(reason);
    this.offset = offset;
    this.reason = reason;
  }

  long offset() {
    return offset;
  }

  String reason() {
    return reason;
  }
}
