package io.chainbridge.shadow.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How long a cold process with a heap of 512 MB takes to merge the records of shards, each of ten
 * million requests to two endpoints in 600 intervals, to judge the whole and to write all reports.
 */
public final class MergeCost {
  private static final int REQUESTS = 10_000_000;
  private static final int SAMPLES = 3;

  private MergeCost() {}

  /**
   * Measures, for about a minute.
   *
   * @param folder where the records are meanwhile: 350 MB
   * @return a table in Markdown
   */
  public static String measure(Path folder) throws IOException {
    StringBuilder table =
        new StringBuilder(
            """
            | shards | requests in all | one record | of it each endpoint and interval | cold process, 512 MB |
            |--:|--:|--:|--:|--:|
            """);
    for (int shards : new int[] {100, 1_000}) {
      Path files = Files.createTempDirectory(folder, "shards");
      long bytes = ShardSample.write(files, shards, REQUESTS);
      for (int i = 0; i < SAMPLES; i++) {
        table.append(
            String.format(
                Locale.ROOT,
                "| %,d | %,d | %,d KB | %d bytes | %,d ms |%n",
                shards,
                (long) shards * REQUESTS,
                bytes / 1_024,
                bytes / Timeline.MOST_SLICES / ShardSample.GATE.size(),
                merged(files).toMillis()));
      }
      delete(files);
    }
    return table.append('\n').toString();
  }

  private static Duration merged(Path shards) throws IOException {
    Path budgets =
        Files.writeString(
            shards.resolveSibling("merge-cost.json"),
            """
            {"gate": "shadow", "limits": {"p95_latency_ms": 75, "p99_latency_ms": 120},
             "endpoints": {"stats": {"method": "GET", "path": "/stats"},
                           "events": {"method": "GET", "path": "/events"}}}
            """);
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-cp",
            System.getProperty("java.class.path"),
            "io.chainbridge.shadow.cli.Main",
            "merge",
            shards.toString(),
            "--budgets",
            budgets.toString(),
            "--reports",
            shards.resolveSibling("merge-cost").toString(),
            "--history",
            "none");
    long start = System.nanoTime();
    Process process = builder.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    if (!said.contains("Verdict: passed")) {
      throw new IllegalStateException("the shards were not merged: " + said);
    }
    return took;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
