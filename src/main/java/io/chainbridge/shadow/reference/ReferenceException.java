package io.chainbridge.shadow.reference;

import org.jspecify.annotations.Nullable;

/** The reference service could not start; the message is written for whoever started it. */
public final class ReferenceException extends RuntimeException {

  private static final long serialVersionUID = 1;

  ReferenceException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
