package io.chainbridge.shadow.cli;

import io.chainbridge.shadow.record.RecordJson;
import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.settings.InvalidInputException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.DateTimeException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The records of many runs, in files. */
final class RecordFiles {
  private static final String NAME = "run.json";

  /** A record of many endpoints has a few of them. */
  private static final long MOST_BYTES = 64L << 20;

  /** So many are in memory at once for each processor. */
  private static final int AHEAD = 4;

  private RecordFiles() {}

  private record Attempt(Path file, @Nullable RunRecord run, String problem) {}

  /**
   * Finds them, also by links.
   *
   * @param places folders, or the files themselves
   * @param refused takes what cannot be looked at, with the reason
   * @return each once, in order
   * @throws InvalidInputException naming a place that has none
   */
  static List<Path> below(List<Path> places, BiConsumer<Path, String> refused) {
    Map<Path, Path> files = new TreeMap<>();
    for (Path place : places) {
      below(place, refused).forEach(file -> files.putIfAbsent(real(file), file));
    }
    return files.values().stream().sorted().toList();
  }

  private static Path real(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException e) {
      return file.toAbsolutePath().normalize();
    }
  }

  private static List<Path> below(Path place, BiConsumer<Path, String> refused) {
    if (!Files.exists(place)) {
      throw new InvalidInputException(
          "%s: no such folder; name those in which runs left their %s".formatted(place, NAME));
    }
    List<Path> files = new ArrayList<>();
    try {
      Files.walkFileTree(
          place,
          EnumSet.of(FileVisitOption.FOLLOW_LINKS),
          Integer.MAX_VALUE,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (attributes.isRegularFile() && (file.equals(place) || file.endsWith(NAME))) {
                files.add(file);
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
              if (!(e instanceof FileSystemLoopException)) {
                refused.accept(file, reason(e));
              }
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new InvalidInputException("%s: cannot be read: %s".formatted(place, reason(e)));
    }
    if (files.isEmpty()) {
      throw new InvalidInputException(
          "%s: no %s in it or below; name the folders in which runs left theirs"
              .formatted(place, NAME));
    }
    return files;
  }

  /** In words, where Java only names the file. */
  static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "it may not be read or written";
    }
    return e instanceof FileSystemException file && file.getReason() != null
        ? file.getReason()
        : e.toString();
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
      if (Files.size(file) > MOST_BYTES) {
        return new Attempt(file, null, "it has more than %d MB".formatted(MOST_BYTES >> 20));
      }
      return new Attempt(file, RecordJson.read(Files.readAllBytes(file)), "");
    } catch (IOException e) {
      return new Attempt(file, null, reason(e));
    } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
      return new Attempt(file, null, String.valueOf(e.getMessage()));
    }
  }
}
