package io.chainbridge.shadow.gatling;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;

/** Sees what appears in a folder from now on. */
final class Appearance implements AutoCloseable {
  private static final int LONGEST_SECONDS = 60;

  private final WatchService watch;

  private Appearance(WatchService watch) {
    this.watch = watch;
  }

  /** In a folder that is made if it is not there. */
  static Appearance in(Path folder) throws IOException {
    Files.createDirectories(folder);
    WatchService watch = folder.getFileSystem().newWatchService();
    WatchKey unused = folder.register(watch, ENTRY_CREATE);
    return new Appearance(watch);
  }

  /** Waits for something whose name begins so. */
  void await(String prefix) throws InterruptedException {
    while (true) {
      WatchKey key = watch.poll(LONGEST_SECONDS, SECONDS);
      if (key == null) {
        throw new AssertionError("no %s* within %d s".formatted(prefix, LONGEST_SECONDS));
      }
      if (key.pollEvents().stream()
          .anyMatch(event -> String.valueOf(event.context()).startsWith(prefix))) {
        return;
      }
      key.reset();
    }
  }

  @Override
  public void close() {
    try {
      watch.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
