package io.chainbridge.shadow.governance;

/**
 * A file in Python, read by a parser of the language.
 *
 * @param source its text
 */
public record PythonFile(SourceFile source) {

  static PythonFile parse(SourceFile source) {
    return new PythonFile(source);
  }
}
