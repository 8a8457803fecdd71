package io.chainbridge.shadow.trend;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/**
 * How long the command {@code trend} takes to read and judge 10,000 runs of ten limits, from the
 * start of its JVM to its end. Not a benchmark of JMH's, because each sample is a whole process.
 */
public final class HistoryCost {
  private static final int RUNS = 10_000;
  private static final int SAMPLES = 5;

  private HistoryCost() {}

  /**
   * Measures, for about twenty seconds.
   *
   * @param folder where a history of 40 MB is left
   * @return a table in Markdown
   */
  public static String measure(Path folder) throws IOException {
    Path files = Files.createTempDirectory(folder, "history");
    write(files);
    StringBuilder table =
        new StringBuilder(
            """
            | runs | cold process |
            |--:|--:|
            """);
    for (int i = 0; i < SAMPLES; i++) {
      table.append(
          String.format(Locale.ROOT, "| %,d | %,d ms |%n", RUNS, judged(files).toMillis()));
    }
    return table.append('\n').toString();
  }

  private static void write(Path folder) {
    History history = new History(folder);
    Past.scattered(RUNS)
        .forEach(
            run -> {
              try {
                history.add(run);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }

  private static Duration judged(Path history) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "io.chainbridge.shadow.cli.Main",
            "trend",
            "--history",
            history.toString());
    long start = System.nanoTime();
    Process process = builder.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    if (!said.contains(" rose by ")) {
      throw new IllegalStateException("the command trend did not see the step: " + said);
    }
    return took;
  }
}
