package io.chainbridge.shadow.governance;

import java.util.Optional;

/**
 * A file in Python as it was and as it is.
 *
 * @param problem why one of them cannot be read as a whole
 */
record PythonChange(PythonFile before, PythonFile now, Optional<String> problem) {

  static PythonChange of(Checkout checkout, Change change) {
    PythonFile before = python(change.oldPath().orElse(change.path()), change.oldText());
    PythonFile now = python(change.path(), checkout.text(change.path()));
    boolean lost = change.oldPath().isPresent() && change.oldText().isEmpty();
    return new PythonChange(
        before,
        now,
        checkout
            .unreadable(change.path())
            .map(reason -> "it " + reason)
            .or(() -> lost ? Optional.of("what it was is no text") : Optional.empty())
            .or(now::problem)
            .or(before::problem));
  }

  private static PythonFile python(String path, Optional<String> text) {
    return PythonFile.parse(new SourceFile(path, text.orElse("")));
  }

  /** Whether its classes and fields are what they were, for all that can be read. */
  boolean keepsShape() {
    return problem.isEmpty() && before.shape().equals(now.shape());
  }
}
