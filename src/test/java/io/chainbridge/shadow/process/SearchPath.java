package io.chainbridge.shadow.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the system looks for programs: the variable {@code PATH}. */
public final class SearchPath {
  private SearchPath() {}

  /**
   * The first program of this name.
   *
   * @param more folders to look into afterwards
   */
  public static Optional<Path> find(String program, String... more) {
    return Stream.concat(
            Stream.of(System.getenv("PATH").split(File.pathSeparator, -1)), Stream.of(more))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
