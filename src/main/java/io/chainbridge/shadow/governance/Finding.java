package io.chainbridge.shadow.governance;

import java.util.Optional;

/**
 * What a rule found, where, and what to do about it.
 *
 * @param kind whether the rule is broken, or a person has to decide
 * @param place where; empty for what concerns the change as a whole
 * @param message what was found, in one line; it may quote the checkout, never a secret
 * @param remedy what to do, in one line
 */
public record Finding(Kind kind, Optional<Place> place, String message, String remedy) {

  /** What a finding is to a change. */
  public enum Kind {
    /** The rule is broken: blocks the change if the rule's severity does. */
    VIOLATION,
    /** The rule cannot decide: never blocks, and is never silent. */
    MANUAL_REVIEW
  }

  /**
   * A line of a file.
   *
   * @param path from the top of the checkout, with slashes
   * @param line from 1
   */
  public record Place(String path, int line) {}

  /** A violation at a line. */
  public static Finding violation(String path, int line, String message, String remedy) {
    return new Finding(Kind.VIOLATION, Optional.of(new Place(path, line)), message, remedy);
  }

  /** A violation by the change as a whole. */
  public static Finding violation(String message, String remedy) {
    return new Finding(Kind.VIOLATION, Optional.empty(), message, remedy);
  }

  /** Something at a line for a person to decide. */
  public static Finding review(String path, int line, String message, String remedy) {
    return new Finding(Kind.MANUAL_REVIEW, Optional.of(new Place(path, line)), message, remedy);
  }

  /** Something for a person to decide about the change as a whole. */
  public static Finding review(String message, String remedy) {
    return new Finding(Kind.MANUAL_REVIEW, Optional.empty(), message, remedy);
  }
}
