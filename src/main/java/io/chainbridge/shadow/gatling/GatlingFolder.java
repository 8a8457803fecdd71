package io.chainbridge.shadow.gatling;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The folder in which Gatling keeps this run's log. Gatling names it after class and millisecond
 * and tells nobody, and runs in one checkout share the folder above; so a run that is about to
 * start takes a lock there, and the folder that appears while it is held is its own.
 */
final class GatlingFolder implements AutoCloseable {
  /** Where the Maven plugin has Gatling put its results. */
  static final Path RESULTS = Path.of("target", "gatling");

  private static final String LOCK = ".shadow-load.lock";

  private final Path results;
  private final FileChannel channel;
  private final FileLock lock;
  private final Set<Path> others;
  private Optional<Path> own = Optional.empty();

  private GatlingFolder(Path results, FileChannel channel, FileLock lock, Set<Path> others) {
    this.results = results;
    this.channel = channel;
    this.lock = lock;
    this.others = others;
  }

  /** Waits for the lock. To be called just before Gatling makes its folder. */
  static GatlingFolder claim(Path results) {
    try {
      Files.createDirectories(results);
      FileChannel channel =
          FileChannel.open(
              results.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.lock();
      return new GatlingFolder(results, channel, lock, folders(results));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Remembers the folder that has appeared and releases the lock. Later calls do nothing. */
  @Override
  public synchronized void close() {
    if (!lock.isValid()) {
      return;
    }
    try (channel) {
      Set<Path> appeared = new HashSet<>(folders(results));
      appeared.removeAll(others);
      own = appeared.stream().findFirst();
      lock.release();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The run's own folder; empty if Gatling made none. */
  synchronized Optional<Path> path() {
    close();
    return own;
  }

  private static Set<Path> folders(Path results) throws IOException {
    try (Stream<Path> entries = Files.list(results)) {
      return entries.filter(Files::isDirectory).collect(Collectors.toSet());
    }
  }
}
