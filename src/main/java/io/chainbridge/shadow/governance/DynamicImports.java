package io.chainbridge.shadow.governance;

/** Imports that cannot be read off the source: a person has to look at them. */
final class DynamicImports {
  /** One of these is in each file that has such an import; a regular expression. */
  static final String WORDS =
      "\\b(__import__|import_module|resolve_name|run_module|exec|eval|importlib|builtins)\\b";

  private DynamicImports() {}

  static void review(Import each, PythonFile file, Findings findings) {
    if (each.undecidable()) {
      findings.review(
          file,
          each.line(),
          "what is imported here, or run as code, is only known when the program runs",
          "import by name, or check by hand what it can be");
    }
  }
}
