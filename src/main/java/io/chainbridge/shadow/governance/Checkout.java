package io.chainbridge.shadow.governance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The files of a project as they are on disk. */
public final class Checkout {
  private final List<PythonFile> python;

  private Checkout(List<PythonFile> python) {
    this.python = python;
  }

  /** Everything below a folder. */
  public static Checkout of(Path folder) throws IOException {
    List<PythonFile> python = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".py")).sorted().toList()) {
        String path = folder.relativize(file).toString().replace('\\', '/');
        python.add(PythonFile.parse(new SourceFile(path, Files.readString(file))));
      }
    }
    return new Checkout(List.copyOf(python));
  }

  /** Every file in Python, by path. */
  public List<PythonFile> python() {
    return python;
  }
}
