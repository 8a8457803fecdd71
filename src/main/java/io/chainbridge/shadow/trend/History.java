package io.chainbridge.shadow.trend;

import java.io.IOException;
import java.io.InputStream;
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
import java.util.Optional;
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
  private static final int MOST_BYTES = 256 * 1024;

  /** Files that are read for one run: some tenths of a second. */
  private static final int MOST_READ = 2_000;

  private static final int AT_ONCE = 250;

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
    List<Path> files = newestFirst();
    for (int i = 0; i < files.size(); i++) {
      if (i >= retention.most() || name(files.get(i)).compareTo(eldest) < 0) {
        Files.deleteIfExists(files.get(i));
      }
    }
  }

  /** Those that runs have left. */
  private List<Path> newestFirst() throws IOException {
    return files().stream()
        .filter(file -> NAME.matcher(name(file)).matches())
        .sorted(Comparator.reverseOrder())
        .toList();
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  /**
   * Reads all there is; empty if there is no such folder. Files that do not end in {@code .json},
   * and hidden ones, are none of a history's and pass unnoticed.
   *
   * @throws IOException if the folder cannot be listed
   */
  public Contents read() throws IOException {
    return contents(files().parallelStream().map(History::read).toList());
  }

  /**
   * Reads what a run is compared with: the newest runs of its subject that came before it, {@value
   * RunTrend#MOST_RUNS} at most. Names do not tell the subject, so that files are read from the
   * newest on until that many are found, {@value #MOST_READ} at most: a branch whose last run was
   * longer ago has no past.
   *
   * @throws IOException if the folder cannot be listed
   */
  public Contents before(PastRun run) throws IOException {
    String time = TIME.format(run.startedAt());
    List<Path> newest =
        newestFirst().stream()
            .filter(file -> name(file).substring(0, time.length()).compareTo(time) <= 0)
            .limit(MOST_READ)
            .toList();
    List<Reading> found = new ArrayList<>();
    for (int from = 0; from < newest.size() && runs(found) < RunTrend.MOST_RUNS; from += AT_ONCE) {
      newest.subList(from, Math.min(from + AT_ONCE, newest.size())).parallelStream()
          .map(History::read)
          .filter(reading -> reading.run().map(run::follows).orElse(true))
          .forEachOrdered(found::add);
    }
    return contents(found);
  }

  private static long runs(List<Reading> readings) {
    return readings.stream().filter(reading -> reading.run().isPresent()).count();
  }

  private static Contents contents(List<Reading> readings) {
    return new Contents(
        readings.stream()
            .flatMap(reading -> reading.run().stream())
            .sorted(Comparator.comparing(PastRun::startedAt).thenComparing(PastRun::runId))
            .toList(),
        readings.stream().flatMap(reading -> reading.warning().stream()).toList());
  }

  /** What came of a file: a run, a warning, or nothing where it is gone since. */
  private record Reading(Optional<PastRun> run, Optional<String> warning) {}

  private static Reading read(Path file) {
    try {
      return new Reading(Optional.of(PastRunJson.read(bytes(file))), Optional.empty());
    } catch (NoSuchFileException e) {
      return new Reading(Optional.empty(), Optional.empty()); // pruned by another process
    } catch (IOException | IllegalArgumentException e) {
      return new Reading(
          Optional.empty(), Optional.of("%s is skipped: %s".formatted(file, reason(e))));
    }
  }

  private static String reason(Exception e) {
    return e instanceof IOException ? "it cannot be read: " + e : String.valueOf(e.getMessage());
  }

  private static byte[] bytes(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length == 0 || bytes.length > MOST_BYTES) {
        throw new IllegalArgumentException(
            bytes.length == 0
                ? "it is empty"
                : "it has %,d bytes, at most %,d".formatted(Files.size(file), MOST_BYTES));
      }
      return bytes;
    }
  }

  private List<Path> files() throws IOException {
    if (Files.notExists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> ofHistory(name(file))).sorted().toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static boolean ofHistory(String name) {
    return name.endsWith(".json") && !name.startsWith(".");
  }
}
