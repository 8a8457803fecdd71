package io.chainbridge.shadow.trend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder with a file for each run. A file is never changed, and its name never given twice, so
 * that any number of processes may write at once, and the histories of two machines become one by
 * putting their files together. Names begin with the time of the run: the oldest are known without
 * reading.
 */
public final class History {
  /** A hundred times a usual file; more is not read. */
  private static final long MOST_BYTES = 256 * 1024;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

  private static final Pattern NAME = Pattern.compile("\\d{8}T\\d{9}Z-.+-[0-9a-f]{8}\\.json");

  private final Path folder;

  /** The history in a folder, which need not be there yet. */
  public History(Path folder) {
    this.folder = folder;
  }

  /**
   * What is in a history.
   *
   * @param runs that could be read, the oldest first
   * @param warnings a sentence for each file that could not, which names it
   */
  public record Contents(List<PastRun> runs, List<String> warnings) {}

  /**
   * Adds a run: its file is there whole or not at all.
   *
   * @throws IOException if it cannot be written; the history is then as it was
   */
  public void add(PastRun run) throws IOException {
    Files.createDirectories(folder);
    String name =
        "%s-%s-%s.json"
            .formatted(
                TIME.format(run.startedAt()),
                run.runId(),
                UUID.randomUUID().toString().substring(0, 8));
    Path draft = folder.resolve("." + name);
    try {
      Files.writeString(draft, PastRunJson.write(run));
      Files.move(draft, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /**
   * Deletes what is not to be kept. Touches no file that a run has not left, and minds no other
   * process that does the same.
   *
   * @throws IOException if a file cannot be deleted
   */
  public void prune(Retention retention, Instant now) throws IOException {
    String eldest = TIME.format(now.minus(retention.age()));
    List<String> names =
        files().stream()
            .map(file -> file.getFileName().toString())
            .filter(name -> NAME.matcher(name).matches())
            .sorted(Comparator.reverseOrder())
            .toList();
    for (int i = 0; i < names.size(); i++) {
      if (i >= retention.most() || names.get(i).compareTo(eldest) < 0) {
        Files.deleteIfExists(folder.resolve(names.get(i)));
      }
    }
  }

  /**
   * Reads all there is; empty if there is no such folder. Files that do not end in {@code .json},
   * and hidden ones, are none of a history's and pass unnoticed.
   *
   * @throws IOException if the folder cannot be listed
   */
  public Contents read() throws IOException {
    List<PastRun> runs = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    for (Path file : files()) {
      try {
        runs.add(read(file));
      } catch (NoSuchFileException e) {
        // Another process has pruned it since.
      } catch (IOException | IllegalArgumentException e) {
        warnings.add("%s is skipped: %s".formatted(file, reason(e)));
      }
    }
    runs.sort(Comparator.comparing(PastRun::startedAt).thenComparing(PastRun::runId));
    return new Contents(List.copyOf(runs), List.copyOf(warnings));
  }

  private static String reason(Exception e) {
    return e instanceof IOException ? "it cannot be read: " + e : String.valueOf(e.getMessage());
  }

  private static PastRun read(Path file) throws IOException {
    long size = Files.size(file);
    if (size == 0 || size > MOST_BYTES) {
      throw new IllegalArgumentException(
          size == 0 ? "it is empty" : "it has %,d bytes, at most %,d".formatted(size, MOST_BYTES));
    }
    return PastRunJson.read(Files.readString(file));
  }

  private List<Path> files() throws IOException {
    if (Files.notExists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches("[^.].*\\.json"))
          .sorted()
          .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
