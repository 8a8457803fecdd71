package io.chainbridge.shadow.record;

/** Records that are not of one load were to be merged. Its message says which, and why not. */
public final class MixtureException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  MixtureException(String message) {
    super(message);
  }
}
