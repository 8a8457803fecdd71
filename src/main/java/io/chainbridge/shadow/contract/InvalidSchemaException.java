package io.chainbridge.shadow.contract;

import java.util.List;

/** A document that should be a JSON Schema is none. */
public final class InvalidSchemaException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String[] problems;

  InvalidSchemaException(List<String> problems) {
    super(String.join("; ", problems));
    this.problems = problems.toArray(String[]::new);
  }

  /** Every problem found, each with the JSON Pointer into the schema where it is known. */
  public List<String> problems() {
    return List.of(problems);
  }
}
