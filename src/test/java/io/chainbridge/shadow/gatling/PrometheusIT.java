package io.chainbridge.shadow.gatling;

import static io.chainbridge.shadow.gatling.Monitoring.Histograms.CLASSIC;
import static io.chainbridge.shadow.gatling.Monitoring.Histograms.NATIVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.chainbridge.shadow.gatling.Monitoring.Histograms;
import io.chainbridge.shadow.metrics.Metric;
import io.chainbridge.shadow.ops.Alert;
import io.chainbridge.shadow.ops.Dashboard;
import io.chainbridge.shadow.ops.Query;
import io.chainbridge.shadow.record.Latencies;
import io.chainbridge.shadow.record.LatencyBounds;
import io.chainbridge.shadow.settings.Shape;
import io.chainbridge.shadow.trend.History;
import io.chainbridge.shadow.trend.Past;
import io.chainbridge.shadow.trend.Subject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Metrics of real runs, at a real Prometheus. */
class PrometheusIT {
  /** A setting of the library, which somebody may have made for a program of their own. */
  private static final String ELSEWHERE = "IO_PROMETHEUS_EXPORTER_PUSHGATEWAY_ADDRESS";

  @TempDir static Path folder;

  private static Monitoring monitoring;

  @BeforeAll
  static void start() {
    monitoring = Monitoring.in(folder);
  }

  @AfterAll
  static void stop() {
    if (monitoring != null) {
      monitoring.close();
    }
  }

  @Test
  void whatIsAskedBackIsWhatWasMeasured(@TempDir Path place) throws Exception {
    GateResult result = run(place, "kept", 20);
    assertThat(result.status()).as(result::console).isEqualTo("passed");

    for (String endpoint : List.of("stats", "events")) {
      String labels = "gate=\"kept\", endpoint=\"%s\"".formatted(endpoint);
      JsonNode recorded = result.endpoint(endpoint);
      assertThat(value(Metric.REQUESTS, labels + ", outcome=\"success\"")).isEqualTo(20);
      assertThat(value(Metric.REQUESTS, labels + ", outcome=\"failure\"")).isZero();
      for (String percentile : List.of("0.5", "0.95", "0.99")) {
        String key = percentile.equals("0.5") ? "p50" : "p" + percentile.substring(2);
        assertThat(
                value(
                    Metric.REQUEST_LATENCY_QUANTILES,
                    labels + ", quantile=\"%s\"".formatted(percentile)))
            .isCloseTo(recorded.path(key + "_latency_ms").asDouble() / 1_000, within(1e-9));
      }
      assertThat(value(Metric.MEASURED_SECONDS, labels + ", limit=\"p95_latency\""))
          .isCloseTo(
              result.outcome(endpoint, "p95_latency_ms").path("measured").asDouble() / 1_000,
              within(1e-9));
      assertThat(value(Metric.LIMIT_BYTES, labels)).isEqualTo(25 * 1_024);
      Latencies latencies = Latencies.decode(recorded.path("latency_histogram").asText());
      double nineteenth = latencies.at(18 / 20.0).get(0).toMillis() / 1_000.0;
      assertThat(monitoring.value(NATIVE, "histogram_count(%s{%s})".formatted(latency(), labels)))
          .isEqualTo(20);
      assertThat(
              monitoring.value(
                  NATIVE, "histogram_quantile(0.95, %s{%s})".formatted(latency(), labels)))
          .isCloseTo(nineteenth, within(0.001 + 0.05 * nineteenth));
      for (double bound : LatencyBounds.SECONDS) {
        assertThat(
                monitoring.value(
                    CLASSIC, "%s_bucket{%s, le=\"%s\"}".formatted(latency(), labels, text(bound))))
            .as("up to %s s", bound)
            .isEqualTo((double) (20 - latencies.atOrOver(bound * 1_000 + 1e-6)));
      }
    }
    assertThat(value(Metric.VERDICT, "gate=\"kept\", verdict=\"passed\"")).isEqualTo(1);
    assertThat(value(Metric.RUN_INFO, "gate=\"kept\", branch=\"main\", simulation=\"Probe\""))
        .isEqualTo(1);

    Path metrics = result.reports().resolve("metrics.prom");
    Process check =
        new ProcessBuilder(Monitoring.program("promtool"), "check", "metrics")
            .redirectInput(metrics.toFile())
            .redirectErrorStream(true)
            .start();
    assertThat(new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).isEmpty();
    assertThat(check.waitFor()).isZero();
  }

  @Test
  void everyQueryOfTheDashboardHasDataAndAlertsTellARedRunFromAGreenOne(
      @TempDir Path green, @TempDir Path red) throws IOException {
    leavePast(green, "green");
    GateResult passed = run(green, "green", 20);
    assertThat(passed.status()).as(passed::console).isEqualTo("passed");
    GateResult breached =
        gate(red, "red", 20)
            .with("p95Ms", 0.5)
            .with("p99Ms", 0.5)
            .with("reference.errorRate", 0.5)
            .run();
    assertThat(breached.status()).as(breached::console).isEqualTo("breached");
    for (Histograms kept : Histograms.values()) {
      monitoring.awaitSeries(kept, "shadow_load_verdict{gate=\"red\", verdict=\"breached\"} == 1");
      monitoring.awaitSeries(kept, "shadow_load_verdict{gate=\"green\", verdict=\"passed\"} == 1");
      for (Query query : Dashboard.queries()) {
        assertThat(monitoring.query(kept, asChosen(query.expression())))
            .as("%s, %s", kept, query.expression())
            .isNotEmpty();
      }
    }

    assertThat(firing("red"))
        .containsExactlyInAnyOrder(
            "shadow-load-p95",
            "shadow-load-p99",
            "shadow-load-failure-rate",
            "shadow-load-headroom",
            "shadow-load-verdict");
    assertThat(firing("green")).isEmpty();
  }

  /** Node exporter reads the file, and Prometheus what it makes of it. */
  @Test
  void theTextfileCollectorReadsTheFile(@TempDir Path place, @TempDir Path collected)
      throws Exception {
    GateResult result = run(place, "file", 5);
    Path file = Files.copy(result.reports().resolve("metrics.prom"), collected.resolve("a.prom"));
    String exported = monitoring.textfiles(collected, place);
    assertThat(exported).contains("node_textfile_scrape_error 0");
    Map<String, Double> written = series(Files.readString(file));
    assertThat(written).isNotEmpty();
    assertThat(series(exported)).containsAllEntriesOf(written);
  }

  /** The other reader of the same text. */
  @Test
  void theFileIsOpenMetrics(@TempDir Path place) throws Exception {
    byte[] file = Files.readAllBytes(run(place, "open", 5).reports().resolve("metrics.prom"));
    String type = "application/openmetrics-text; version=1.0.0; charset=utf-8";
    monitoring.files().on("/metrics", Answer.body(type, file));
    int samples = series(new String(file, StandardCharsets.UTF_8)).size();
    for (Histograms kept : Histograms.values()) {
      monitoring.awaitSeries(kept, "up{job=\"file\"} == 1");
      monitoring.awaitSeries(kept, "scrape_samples_scraped{job=\"file\"} == " + samples);
    }
  }

  /** Values by series, bounds of buckets as short as can be. */
  private static Map<String, Double> series(String text) {
    return text.lines()
        .filter(line -> !line.startsWith("#"))
        .collect(
            Collectors.toMap(
                line -> line.substring(0, line.lastIndexOf(' ')).replace(".0\"", "\""),
                line -> Double.valueOf(line.substring(line.lastIndexOf(' ') + 1))));
  }

  @Test
  void aPushgatewayThatIsNotThereIsAWarning(@TempDir Path place) {
    GateResult result =
        gate(place, "lonely", 2).with("pushgateway", Monitoring.freeAddress()).run();
    assertThat(result.status()).as(result::console).isEqualTo("passed");
    assertThat(result.exitCode()).isZero();
    assertThat(result.err())
        .contains("warning: the Pushgateway at http://127.0.0.1:", "onnect")
        .doesNotContain("\tat ");
  }

  /** Runs that were slower, until a change for the better. */
  private static void leavePast(Path place, String gate) throws IOException {
    Subject subject =
        new Subject(
            gate,
            Shape.PROBE,
            "embedded",
            Optional.of("closed model, 1 user, 20 requests per endpoint"),
            Optional.of("main"));
    History history = new History(place.resolve("reports/history"));
    for (int day = 0; day < 30; day++) {
      history.add(Past.run(subject, day, day < 15 ? 900 : 300));
    }
  }

  private static Set<String> firing(String gate) {
    Set<String> firing = new TreeSet<>();
    for (Alert alert : Alert.ALL) {
      for (JsonNode series : monitoring.query(CLASSIC, alert.expression())) {
        if (series.at("/metric/gate").asText().equals(gate)
            && series.at("/value/1").asDouble() > 0) {
          firing.add(alert.uid());
        }
      }
    }
    return firing;
  }

  /** With the dashboard's variables at what they are in the beginning. */
  private static String asChosen(String expression) {
    return expression.replaceAll("\\$(gate|endpoint|branch)", ".*").replace("$__range", "1h");
  }

  /** As Prometheus writes a bound. */
  private static String text(double bound) {
    return BigDecimal.valueOf(bound).stripTrailingZeros().toPlainString();
  }

  private static String latency() {
    return Metric.REQUEST_LATENCY.fullName();
  }

  private static double value(Metric metric, String labels) {
    return monitoring.value(CLASSIC, "%s{%s}".formatted(metric.fullName(), labels));
  }

  private static GateResult run(Path place, String name, int iterations) {
    return gate(place, name, iterations).run();
  }

  private static GateRun gate(Path place, String name, int iterations) {
    GateRun gate = GateRun.in(place);
    Path budgets = place.resolve("budgets/shadow.json");
    try {
      Files.writeString(
          budgets,
          Files.readString(budgets)
              .replaceFirst("\"gate\"\\s*:\\s*\"[^\"]*\"", "\"gate\": \"%s\"".formatted(name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return gate.with("iterations", iterations)
        .with("p95Ms", 3_000)
        .with("p99Ms", 5_000)
        .with("gatlingReport", false)
        .with("pushgateway", monitoring.pushgateway())
        .withEnvironment("CI_COMMIT_BRANCH", "main")
        .withEnvironment(ELSEWHERE, "127.0.0.1:1");
  }
}
