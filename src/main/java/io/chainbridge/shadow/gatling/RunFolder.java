package io.chainbridge.shadow.gatling;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** What one run leaves behind: a folder of its own below {@code reports}. Immutable. */
public final class RunFolder {
  /** Where all runs leave theirs. */
  static final Path REPORTS = Path.of("reports");

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  private final Path path;

  private RunFolder(Path path) {
    this.path = path;
  }

  /** The folder of a run that is over. */
  public static RunFolder of(Path path) {
    return new RunFolder(path);
  }

  /**
   * Makes a folder that no other run has, named after time and simulation.
   *
   * @throws IOException if it cannot be made
   */
  public static RunFolder create(Path reports, Instant now, String simulation) throws IOException {
    Files.createDirectories(reports);
    String name = TIME.format(now) + "-" + simulation.toLowerCase(Locale.ROOT);
    for (int attempt = 1; ; attempt++) {
      try {
        return new RunFolder(
            Files.createDirectory(reports.resolve(attempt == 1 ? name : name + "-" + attempt)));
      } catch (FileAlreadyExistsException e) {
        // Another run of the same second has it.
      }
    }
  }

  /** Its name, which is the run's id. */
  public String runId() {
    return path.getFileName().toString();
  }

  /** Where it is. */
  public Path path() {
    return path;
  }

  /** Writes one of its files whole or not at all. */
  public void write(String name, String text) throws IOException {
    write(path.resolve(name), text);
  }

  /** Reads one of its files, whatever is in it as if it were UTF-8; empty if there is none. */
  public Optional<String> read(String name) throws IOException {
    Path file = path.resolve(name);
    return Files.exists(file)
        ? Optional.of(new String(Files.readAllBytes(file), UTF_8))
        : Optional.empty();
  }

  /** Writes a file whole or not at all. */
  static void write(Path file, String text) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    Path draft = folder.resolve("." + file.getFileName() + "-" + ProcessHandle.current().pid());
    try {
      Files.writeString(draft, text);
      moveOver(draft, file);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /** Moves a file from elsewhere here, for the same readers as the others. */
  void take(String name, Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      Files.copy(in, path.resolve(name));
    }
    Files.delete(file);
  }

  /** Whether Gatling's own report is in it. */
  public boolean hasGatlingReport() {
    return Files.exists(path.resolve("gatling").resolve("index.html"));
  }

  /** Copies Gatling's own report, without the log that it was made from. */
  void copyGatlingReport(Path gatlingFolder) throws IOException {
    Path copy = path.resolve("gatling");
    Files.walkFileTree(
        gatlingFolder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (!file.getFileName().toString().equals("simulation.log")) {
              Path target = copy.resolve(gatlingFolder.relativize(file));
              Files.createDirectories(target.getParent());
              Files.copy(file, target);
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /**
   * Makes {@code latest} beside it point here; the run that ends last wins. Where there can be no
   * link, or something else has that name, it says so and leaves it.
   */
  public void becomeLatest() {
    Path latest = path.resolveSibling("latest");
    Path link = path.resolveSibling(".latest-" + runId());
    try {
      if (Files.isDirectory(latest, LinkOption.NOFOLLOW_LINKS)) {
        throw new FileAlreadyExistsException(latest.toString());
      }
      Files.createSymbolicLink(link, path.getFileName());
      moveOver(link, latest);
    } catch (IOException | UnsupportedOperationException e) {
      System.err.println(latest + " does not point at this run: " + e);
    }
  }

  private static void moveOver(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
