package io.chainbridge.shadow.gatling;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.chainbridge.shadow.budget.Quantile;
import io.chainbridge.shadow.record.GatlingLog;
import io.gatling.javaapi.core.Simulation;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A run of Gatling alone, in a JVM as its Maven plugin forks it.
 *
 * @param ends of its requests, in ms since the epoch, in no order
 * @param afterLast from the end of its last request to that of its process
 * @param peakMegabytes most memory that the process had
 * @param console what it said
 */
record BareRun(List<Long> ends, Duration afterLast, double peakMegabytes, String console) {

  /** Asks as the parameters say, with Gatling's own report or without. */
  static BareRun of(Path folder, URI target, String path, int users, long requests, boolean report)
      throws IOException {
    return of(BareSimulation.class, folder, target, path, users, requests, report);
  }

  /** The same with another simulation, which reads the same properties. */
  static BareRun of(
      Class<? extends Simulation> simulation,
      Path folder,
      URI target,
      String path,
      int users,
      long requests,
      boolean report)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(GateRun.JVM_ARGS);
    command.add(GateRun.PLUGINS_HEAP);
    command.addAll(
        List.of(
            "-Dbare.url=" + target,
            "-Dbare.path=" + path,
            "-Dbare.users=" + users,
            "-Dbare.requests=" + requests,
            "-cp",
            System.getProperty("java.class.path"),
            "io.gatling.app.Gatling",
            "-s",
            simulation.getName(),
            "-rf",
            folder.toString()));
    if (!report) {
      command.add("-nr");
    }
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    PeakMemory peak = PeakMemory.of(process);
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    Instant end = Instant.now();
    if (process.onExit().join().exitValue() != 0) {
      throw new IOException("Gatling ended with %d: %s".formatted(process.exitValue(), said));
    }
    List<Long> ends = ends(folder);
    long last = ends.stream().mapToLong(Long::longValue).max().orElseThrow();
    return new BareRun(
        ends, Duration.between(Instant.ofEpochMilli(last), end), peak.megabytes(), said);
  }

  private static List<Long> ends(Path results) throws IOException {
    List<Long> ends = new ArrayList<>();
    try (Stream<Path> files = Files.walk(results)) {
      Path log = files.filter(file -> file.endsWith("simulation.log")).findFirst().orElseThrow();
      GatlingLog.read(
          log,
          new GatlingLog.Listener() {
            @Override
            public void request(String name, long startMs, long endMs, boolean ok, String message) {
              if (!ok) {
                throw new IllegalStateException("a request failed: " + message);
              }
              ends.add(endMs);
            }
          });
    }
    return ends;
  }

  /** Requests a second in the second half of its time, when its code is compiled. */
  double perSecond() {
    long first = ends.stream().mapToLong(Long::longValue).min().orElseThrow();
    long last = ends.stream().mapToLong(Long::longValue).max().orElseThrow();
    long middle = first + (last - first) / 2;
    return ends.stream().filter(end -> end > middle).count() * 1_000.0 / (last - middle);
  }

  /**
   * A percentile that Gatling reports, in ms, of all requests.
   *
   * @throws IllegalStateException if it was to write no report
   */
  double percentile(Quantile quantile) {
    Matcher line =
        Pattern.compile(
                "response time %.0fth percentile \\(ms\\) +\\| +([\\d,]+)"
                    .formatted(quantile.percent()))
            .matcher(console);
    if (!line.find()) {
      throw new IllegalStateException("Gatling reports no percentile: " + console);
    }
    return Double.parseDouble(line.group(1).replace(",", ""));
  }
}
