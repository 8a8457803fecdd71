package io.chainbridge.shadow.reference;

import java.util.List;

/** A request with one or more problems; answered with 422 and all of them. */
final class InvalidRequest extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient List<Problem> problems;

  InvalidRequest(List<Problem> problems) {
    super(problems.toString());
    this.problems = List.copyOf(problems);
  }

  List<Problem> problems() {
    return problems;
  }
}
