package io.chainbridge.shadow.governance;

/** Files in Python, for tests. */
final class Py {
  private Py() {}

  static PythonFile file(String text) {
    return file("service/app/shadow_x.py", text);
  }

  static PythonFile file(String path, String text) {
    return PythonFile.parse(new SourceFile(path, text));
  }
}
