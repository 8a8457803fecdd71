package io.chainbridge.shadow.peer;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.chainbridge.shadow.bench.Folders;
import io.chainbridge.shadow.bench.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/** Copies of {@code src/jmh/peers}, where what the peers need is installed. */
final class Project {
  private static final Path SOURCE = Path.of("src/jmh/peers");
  private static final Path COPY = Path.of("target/peers");

  private Project() {}

  /** What makes a copy ready. */
  @FunctionalInterface
  interface Installation {
    /** Fetches and makes what it needs. */
    void in(Path folder) throws IOException;
  }

  /**
   * A copy of a peer's, which is made anew if the peer's own files are others than those of an
   * earlier one, or if that was not finished; {@code mvn clean} takes all of them away.
   *
   * @throws IOException if it cannot be made ready
   */
  static Path ready(String name, Installation installation) throws IOException {
    Path source = SOURCE.resolve(name);
    Path copy = COPY.resolve(name + "-" + checksum(source)).toAbsolutePath();
    Path mark = copy.resolve("ready");
    if (!Files.exists(mark)) {
      Folders.delete(copy);
      for (Path file : files(source)) {
        Path to = copy.resolve(source.relativize(file).toString());
        Files.createDirectories(to.getParent());
        Files.copy(file, to);
      }
      installation.in(copy);
      Files.createFile(mark);
    }
    return copy;
  }

  private static String checksum(Path folder) throws IOException {
    CRC32C checksum = new CRC32C();
    for (Path file : files(folder)) {
      checksum.update(file.toString().getBytes(UTF_8));
      checksum.update(Files.readAllBytes(file));
    }
    return Long.toHexString(checksum.getValue());
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /**
   * The command that a package of npm's brings.
   *
   * @throws IOException if it cannot be fetched, or does not run here
   */
  static Program npm(String name) throws IOException {
    Path folder =
        ready(
            name,
            copy ->
                Program.installed("npm")
                    .run(
                        copy,
                        "install",
                        "--no-audit",
                        "--no-fund",
                        "--no-package-lock",
                        "--ignore-scripts"));
    Program program =
        Program.of(List.of(folder.resolve("node_modules/.bin").resolve(name).toString()));
    program.run(folder, "--version");
    return program;
  }
}
