package io.chainbridge.shadow.gatling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;

/**
 * A Pushgateway and two Prometheus that scrape it each second, as src/ops sets them up, on
 * loopback: one keeps classic histograms and the other native ones. The test is skipped where
 * Debian's packages prometheus and prometheus-pushgateway are not installed.
 */
final class Monitoring implements AutoCloseable {
  private static final Path CONFIGURATION = Path.of("src/ops/prometheus/prometheus.yml");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpClient http = HttpClient.newHttpClient();
  private final List<Process> processes = new ArrayList<>();
  private final URI pushgateway = freeAddress();
  private final Target files = Target.start();
  private final Map<Histograms, URI> prometheus = new EnumMap<>(Histograms.class);

  /** What a Prometheus keeps of a histogram that comes as both. */
  enum Histograms {
    CLASSIC,
    NATIVE
  }

  private Monitoring() {}

  /** Starts both, with what they keep in a folder. */
  static Monitoring in(Path folder) {
    String gatewayProgram = program("prometheus-pushgateway");
    String prometheusProgram = program("prometheus");
    Monitoring both = new Monitoring();
    try {
      String configuration = Files.readString(CONFIGURATION);
      Path file =
          Files.writeString(
              folder.resolve("prometheus.yml"),
              configuration
                  .replace("127.0.0.1:9091", both.pushgateway.getAuthority())
                  .replace("scrape_interval: 15s", "scrape_interval: 1s")
                  .concat(ofFiles(both.files.uri())));
      assertThat(file).content().isNotEqualTo(configuration);
      both.start(folder, gatewayProgram, "--web.listen-address=" + both.pushgateway.getAuthority());
      for (Histograms kept : Histograms.values()) {
        URI address = freeAddress();
        both.prometheus.put(kept, address);
        List<String> command =
            new ArrayList<>(
                List.of(
                    prometheusProgram,
                    "--config.file=" + file,
                    "--storage.tsdb.path=" + folder.resolve("data-" + kept),
                    "--web.listen-address=" + address.getAuthority()));
        if (kept == Histograms.NATIVE) {
          command.add("--enable-feature=native-histograms");
        }
        both.start(folder, command.toArray(String[]::new));
      }
      both.await(
          "up",
          () ->
              both.isReady(both.pushgateway)
                  && both.prometheus.values().stream().allMatch(both::isReady));
      return both;
    } catch (IOException e) {
      both.close();
      throw new UncheckedIOException(e);
    }
  }

  private static String ofFiles(URI server) {
    return """

          - job_name: file
            static_configs:
              - targets: ["%s"]
        """
        .formatted(server.getAuthority());
  }

  /** A service that both Prometheus also scrape, as the job "file"; it has no metrics yet. */
  Target files() {
    return files;
  }

  /** The path of a program; the test is skipped without it. */
  static String program(String name) {
    Path program = Path.of("/usr/bin", name);
    assumeTrue(Files.isExecutable(program), name + " is not installed");
    return program.toString();
  }

  /** Where runs push to. */
  URI pushgateway() {
    return pushgateway;
  }

  /** The series that a query has now. */
  List<JsonNode> query(Histograms kept, String expression) {
    JsonNode answer = get(kept, "/api/v1/query?query=" + encoded(expression));
    assertThat(answer.path("status").asText())
        .as("%s: %s", expression, answer)
        .isEqualTo("success");
    return StreamSupport.stream(answer.at("/data/result").spliterator(), false).toList();
  }

  /** The value of the only series that a query has, once there is one. */
  double value(Histograms kept, String expression) {
    awaitSeries(kept, expression);
    List<JsonNode> series = query(kept, expression);
    assertThat(series).as(expression).hasSize(1);
    return series.get(0).at("/value/1").asDouble();
  }

  /** Waits until a query has a series. */
  void awaitSeries(Histograms kept, String expression) {
    await(expression, () -> !query(kept, expression).isEmpty());
  }

  private void await(String what, Supplier<Boolean> reached) {
    long begun = System.nanoTime();
    while (!reached.get()) {
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).as(what).isLessThan(PATIENCE);
      CompletableFuture.runAsync(
              () -> {}, CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS))
          .join();
    }
  }

  private boolean isReady(URI server) {
    try {
      return text(server.resolve("/-/ready")).contains("OK")
          || text(server.resolve("/-/ready")).contains("Ready");
    } catch (IOException e) {
      return false;
    }
  }

  private JsonNode get(Histograms kept, String path) {
    try {
      return new ObjectMapper().readTree(text(URI.create(prometheus.get(kept) + path)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String text(URI address) throws IOException {
    try {
      return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()).body();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /**
   * What a node exporter tells of the files in a folder.
   *
   * @param textfiles where they are
   */
  String textfiles(Path textfiles, Path folder) throws IOException {
    URI exporter = freeAddress();
    start(
        folder,
        program("prometheus-node-exporter"),
        "--collector.disable-defaults",
        "--collector.textfile",
        "--collector.textfile.directory=" + textfiles,
        "--web.listen-address=" + exporter.getAuthority());
    await("node exporter", () -> listens(exporter));
    return text(exporter.resolve("/metrics"));
  }

  private boolean listens(URI server) {
    try {
      return !text(server).isEmpty();
    } catch (IOException e) {
      return false;
    }
  }

  private void start(Path folder, String... command) throws IOException {
    processes.add(
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(processes.size() + ".log").toFile())
            .start());
  }

  /** Free a moment ago, on loopback. */
  static URI freeAddress() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    for (Process process : processes) {
      process.destroyForcibly();
      process.onExit().join();
    }
    files.close();
  }
}
