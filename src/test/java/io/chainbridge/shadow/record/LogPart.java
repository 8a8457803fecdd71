package io.chainbridge.shadow.record;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Something a test writes into a log. */
interface LogPart {
  void to(GatlingLogWriter log) throws IOException;

  /** Gives a lambda its type where none is asked for. */
  static LogPart part(LogPart part) {
    return part;
  }

  /** The bytes of this alone; without a header before it. */
  default byte[] bytes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GatlingLogWriter log = new GatlingLogWriter(bytes)) {
      to(log);
    }
    return bytes.toByteArray();
  }
}
