package io.chainbridge.shadow.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/** Copies of {@code src/jmh/peers}, where what the peers need is installed. */
final class Project {
  private static final Path SOURCE = Path.of("src/jmh/peers");
  private static final Path COPY = Path.of("target/peers");

  private Project() {}

  /** That of a peer, with what an earlier installation has left. */
  static Path copy(String name) throws IOException {
    Path from = SOURCE.resolve(name);
    Path to = COPY.resolve(name).toAbsolutePath();
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return to;
  }

  /**
   * The command that a package of npm's brings, which is fetched unless it is there; {@code mvn
   * clean} takes it away.
   *
   * @throws IOException if it cannot be fetched, or does not run here
   */
  static Program npm(String name) throws IOException {
    Path folder = copy(name);
    Path command = folder.resolve("node_modules/.bin").resolve(name);
    if (!Files.isExecutable(command)) {
      Program.installed("npm")
          .run(
              folder,
              "install",
              "--no-audit",
              "--no-fund",
              "--no-package-lock",
              "--ignore-scripts");
    }
    Program program = Program.of(command.toString());
    program.run(folder, "--version");
    return program;
  }
}
