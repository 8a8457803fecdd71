package io.chainbridge.shadow.cli;

import io.chainbridge.shadow.record.RecordJson;
import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.settings.InvalidInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The records of many runs, in files. */
final class RecordFiles {
  private static final String NAME = "run.json";

  /** So many are in memory at once for each processor. */
  private static final int AHEAD = 4;

  private RecordFiles() {}

  private record Attempt(Path file, @Nullable RunRecord run, String problem) {}

  /**
   * Finds them.
   *
   * @param places folders, or the files themselves
   * @return each once, in order
   * @throws InvalidInputException naming a place that has none
   */
  static List<Path> below(List<Path> places) {
    return places.stream().flatMap(place -> below(place).stream()).distinct().sorted().toList();
  }

  private static List<Path> below(Path place) {
    List<Path> files;
    try (Stream<Path> all = Files.walk(place.toRealPath())) {
      Path real = place.toRealPath();
      files =
          all.filter(Files::isRegularFile)
              .filter(file -> file.equals(real) || file.endsWith(NAME))
              .map(file -> file.equals(real) ? place : place.resolve(real.relativize(file)))
              .toList();
    } catch (NoSuchFileException e) {
      throw new InvalidInputException(
          "%s: no such folder; name those in which runs left their %s".formatted(place, NAME));
    } catch (IOException | UncheckedIOException e) {
      throw new InvalidInputException("%s: cannot be read: %s".formatted(place, e));
    }
    if (files.isEmpty()) {
      throw new InvalidInputException(
          "%s: no %s in it or below; name the folders in which runs left theirs"
              .formatted(place, NAME));
    }
    return files;
  }

  /**
   * Reads them, several at a time.
   *
   * @param taker of each that can be read, in order, by this thread
   * @param refused takes each that cannot, with the reason
   */
  static void read(
      List<Path> files, BiConsumer<Path, RunRecord> taker, BiConsumer<Path, String> refused) {
    int processors = Runtime.getRuntime().availableProcessors();
    ExecutorService readers = Executors.newFixedThreadPool(processors);
    try {
      Deque<CompletableFuture<Attempt>> ahead = new ArrayDeque<>();
      Iterator<Path> rest = files.iterator();
      while (rest.hasNext() || !ahead.isEmpty()) {
        while (rest.hasNext() && ahead.size() < AHEAD * processors) {
          Path file = rest.next();
          ahead.add(CompletableFuture.supplyAsync(() -> read(file), readers));
        }
        Attempt attempt = ahead.remove().join();
        Optional.ofNullable(attempt.run)
            .ifPresentOrElse(
                run -> taker.accept(attempt.file, run),
                () -> refused.accept(attempt.file, attempt.problem));
      }
    } finally {
      readers.shutdownNow();
    }
  }

  private static Attempt read(Path file) {
    try {
      return new Attempt(file, RecordJson.read(Files.readAllBytes(file)), "");
    } catch (IOException | IllegalArgumentException e) {
      return new Attempt(file, null, String.valueOf(e.getMessage()));
    }
  }
}
