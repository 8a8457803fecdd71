package io.chainbridge.shadow.governance;

/** How much a violation of a rule weighs, the least first. */
public enum Severity {
  /** To be seen; blocks nothing. */
  WARNING,
  /** Blocks the change. */
  ERROR,
  /** Blocks the change, and is a danger where it is already in use. */
  CRITICAL;

  /** Whether a violation keeps a change from being merged. */
  public boolean blocks() {
    return this != WARNING;
  }
}
