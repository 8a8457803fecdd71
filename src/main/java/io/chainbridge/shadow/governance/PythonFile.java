package io.chainbridge.shadow.governance;

import java.util.List;
import java.util.Optional;

/**
 * A file in Python, read by a parser of the language.
 *
 * @param source its text
 */
public record PythonFile(SourceFile source) {

  static PythonFile parse(SourceFile source) {
    return new PythonFile(source);
  }

  /** Why it is no Python. */
  Optional<String> problem() {
    return Optional.empty();
  }

  /** Its classes and their fields: equal for two versions that differ in comments or layout. */
  List<String> shape() {
    return source
        .text()
        .lines()
        .map(line -> line.replaceFirst("#.*", "").strip())
        .filter(line -> !line.isEmpty())
        .toList();
  }
}
