package io.chainbridge.shadow.governance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Files in Python, for tests. */
final class Py {
  private Py() {}

  static PythonFile file(String text) {
    return file("service/app/shadow_x.py", text);
  }

  static PythonFile file(String path, String text) {
    return PythonFile.parse(new SourceFile(path, text));
  }

  /** A checkout of files, each its path, a colon and its text with | for the end of a line. */
  static Checkout checkout(Path folder, String... files) throws IOException {
    for (String file : files) {
      Path path = folder.resolve(file.substring(0, file.indexOf(": ")));
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.substring(file.indexOf(": ") + 2).replace('|', '\n') + "\n");
    }
    return Checkout.of(folder);
  }

  /** Each finding in one line. */
  static List<String> findings(Examination examination) {
    return examination.findings().stream()
        .map(
            finding ->
                finding.kind()
                    + finding.place().map(at -> " " + at.path() + ":" + at.line()).orElse("")
                    + " "
                    + finding.message())
        .toList();
  }
}
