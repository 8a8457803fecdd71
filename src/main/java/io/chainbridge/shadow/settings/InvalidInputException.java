package io.chainbridge.shadow.settings;

import java.util.List;

/**
 * What the user gave makes no sense. Carries every problem found, each one sentence that says
 * where, what was found, what is allowed and what to do; it is shown without a stack trace.
 */
public final class InvalidInputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Serializable, as exceptions are. */
  private final String[] problems;

  /**
   * @param problems at least one
   */
  public InvalidInputException(List<String> problems) {
    super(String.join(System.lineSeparator(), problems));
    this.problems = problems.toArray(String[]::new);
  }

  /** For a single problem. */
  public InvalidInputException(String problem) {
    this(List.of(problem));
  }

  /** Every problem, in the order found. */
  public List<String> problems() {
    return List.of(problems);
  }
}
