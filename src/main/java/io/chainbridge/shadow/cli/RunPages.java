package io.chainbridge.shadow.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folders in which runs have left their pages.
 *
 * @param names which are the ids of the runs
 */
record RunPages(Set<String> names) {

  /** Those beside a folder; none where they cannot be listed. */
  static RunPages beside(@Nullable Path folder) {
    if (folder == null || folder.getParent() == null) {
      return new RunPages(Set.of());
    }
    try (Stream<Path> folders = Files.list(folder.getParent())) {
      return new RunPages(
          folders
              .filter(run -> Files.isRegularFile(run.resolve("index.html")))
              .map(run -> run.getFileName().toString())
              .collect(Collectors.toUnmodifiableSet()));
    } catch (IOException | UncheckedIOException e) {
      return new RunPages(Set.of());
    }
  }

  boolean contains(String runId) {
    return names.contains(runId);
  }
}
