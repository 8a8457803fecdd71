package io.chainbridge.shadow.ops;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** src/ops/docker/Dockerfile, as far as tests look at it. */
final class Dockerfile {
  static final Path FILE = Path.of("src/ops/docker/Dockerfile");

  private final List<String> lines;

  private Dockerfile(List<String> lines) {
    this.lines = lines;
  }

  static Dockerfile read() {
    try {
      return new Dockerfile(Files.readAllLines(FILE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What follows an instruction, each time that it is given. */
  List<String> all(String instruction) {
    return lines.stream()
        .filter(line -> line.startsWith(instruction + " "))
        .map(line -> line.substring(instruction.length() + 1))
        .toList();
  }

  /** What its second stage copies: source, in the build or in the project, and place. */
  private List<String[]> copies() {
    List<String> last = lines.subList(lines.lastIndexOf("WORKDIR /shadow"), lines.size());
    return new Dockerfile(last)
        .all("COPY").stream()
            .map(copy -> copy.replace("--from=build ", "").split(" ", -1))
            .toList();
  }

  /**
   * Makes the image's working folder, of what this build has made. Its libraries are those of the
   * tests, the image's among them.
   */
  void assemble(Path folder) throws IOException {
    for (String[] copy : copies()) {
      Path place = folder.resolve(copy[1]);
      switch (copy[0]) {
        case "/build/target/lib" -> linkLibraries(Files.createDirectory(place));
        default ->
            Files.createSymbolicLink(
                place, Path.of(copy[0].replace("/build/", "")).toAbsolutePath());
      }
    }
    for (String name : List.of("reports", "target")) {
      Files.createDirectory(folder.resolve(name));
    }
  }

  private static void linkLibraries(Path folder) throws IOException {
    List<Path> jars =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .filter(entry -> entry.endsWith(".jar"))
            .map(Path::of)
            .toList();
    for (int i = 0; i < jars.size(); i++) {
      Files.createSymbolicLink(
          folder.resolve("%03d-%s".formatted(i, jars.get(i).getFileName())), jars.get(i));
    }
  }

  /** Removes the links that {@link #assemble} has made anywhere in a folder. */
  static void unlink(Path folder) throws IOException {
    List<Path> links;
    try (Stream<Path> all = Files.walk(folder)) {
      links = all.filter(Files::isSymbolicLink).toList();
    }
    for (Path link : links) {
      Files.delete(link);
    }
  }

  /** The command of a container that is told nothing else. */
  List<String> command() {
    return Stream.concat(words("ENTRYPOINT"), words("CMD")).toList();
  }

  private Stream<String> words(String instruction) {
    String json = all(instruction).get(0);
    return Arrays.stream(json.substring(1, json.length() - 1).split(", ", -1))
        .map(word -> word.replace("\"", ""));
  }
}
