package io.chainbridge.shadow.record;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.Path;

/** A file that cannot be read as a log at all; the message names it and says what to do. */
public final class GatlingLogException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  GatlingLogException(Path log, String problem) {
    super(log + ": " + problem);
  }
}
