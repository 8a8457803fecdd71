package io.chainbridge.shadow.fault;

/** Faults cannot be put in, or taken out again; the message is for the user. */
public final class FaultException extends Exception {
  private static final long serialVersionUID = 1;

  /** With what it is made of. */
  public FaultException(String message, Throwable cause) {
    super(message, cause);
  }
}
