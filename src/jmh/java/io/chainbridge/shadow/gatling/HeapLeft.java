package io.chainbridge.shadow.gatling;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What the garbage collections of a JVM left in its heap, by its own log. */
final class HeapLeft {
  private static final Pattern LEFT = Pattern.compile("->(\\d+)M\\(");

  private HeapLeft() {}

  /** The option by which a JVM keeps such a log. */
  static String option(Path log) {
    return "-Xlog:gc:file=" + log;
  }

  /**
   * The least that one of the second half of them left, in MB: what is still in use by then.
   *
   * @throws IOException if it cannot be read, or if nothing was collected
   */
  static double megabytes(Path log) throws IOException {
    List<Long> left =
        LEFT.matcher(Files.readString(log))
            .results()
            .map((MatchResult found) -> Long.parseLong(found.group(1)))
            .toList();
    return left.stream()
        .skip(left.size() / 2)
        .mapToLong(megabytes -> megabytes)
        .min()
        .orElseThrow(() -> new IOException(log + " has no collection"));
  }
}
