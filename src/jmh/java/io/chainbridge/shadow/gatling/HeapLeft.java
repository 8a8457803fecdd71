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
  private static final String LOG = "gc.log";

  /** So many of the last ones: each leaves also what nobody needs any more. */
  private static final int LAST = 5;

  /** By which a JVM keeps such a log in the folder that it works in. */
  static final String OPTION = "-Xlog:gc:file=" + LOG;

  private HeapLeft() {}

  /**
   * The least that one of the last collections left, in MB: what is still in use at the end.
   *
   * @param folder that the JVM worked in
   * @throws IOException if the log cannot be read, or if nothing was collected
   */
  static double megabytes(Path folder) throws IOException {
    List<Long> left =
        LEFT.matcher(Files.readString(folder.resolve(LOG)))
            .results()
            .map((MatchResult found) -> Long.parseLong(found.group(1)))
            .toList();
    return left.stream()
        .skip(Math.max(0, left.size() - LAST))
        .mapToLong(megabytes -> megabytes)
        .min()
        .orElseThrow(() -> new IOException("nothing was collected in " + folder));
  }
}
