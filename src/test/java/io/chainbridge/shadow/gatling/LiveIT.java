package io.chainbridge.shadow.gatling;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.chainbridge.shadow.gatling.OtlpReceiver.Export;
import io.chainbridge.shadow.record.LatencyBounds;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a collector gets of a run while it lasts. */
class LiveIT {
  private static final Budget BUDGET =
      new Budget().limit("max_failure_rate", 0.5).endpoint("a").endpoint("b");

  /** Of latencies on both sides of bounds, and at them; each eleventh fails. */
  private static final Answer MIXED =
      (exchange, number) ->
          (number % 11 == 10 ? Answer.status(500) : Answer.json("{}"))
              .after(Duration.ofMillis(number % 7 * 10L))
              .to(exchange, number);

  @TempDir Path folder;

  @Test
  void theFiguresGrowWhileItLastsAndEndAsTheRecordHasThem() {
    try (OtlpReceiver collector = OtlpReceiver.start();
        Target target = target()) {
      GateResult result =
          gate(target, collector)
              .simulation("Load")
              .with("duration", "4s")
              .with("concurrency", 2)
              .run();

      assertThat(result.status()).as(result::console).isEqualTo("passed");
      for (String endpoint : List.of("a", "b")) {
        assertGrows(collector, export -> export.requests(endpoint, "success"));
        assertGrows(collector, export -> export.requests(endpoint, "failure"));
        assertThatTheLastIsTheRecord(collector.last(), result.endpoint(endpoint));
      }
      assertThat(collector.exports()).extracting(Export::activeUsers).contains(2L);
      assertThat(collector.last().activeUsers()).isZero();
      assertThat(collector.last().resource())
          .containsEntry("service.name", "shadow-load")
          .containsEntry("shadow_load.run.gate", "test")
          .containsEntry("shadow_load.run.simulation", "Load")
          .hasEntrySatisfying("service.version", v -> assertThat(v).matches("\\d+\\.\\d+\\..*"))
          .hasEntrySatisfying("shadow_load.run.start", v -> assertThat(v).endsWith("Z"));
      JsonNode live = result.run().path("live");
      assertThat(live.path("exports").asInt())
          .isEqualTo(collector.requests())
          .isGreaterThanOrEqualTo(4);
      assertThat(live.path("lost").asInt()).isZero();
      assertThat(live.path("reason").isNull()).isTrue();
      assertThat(result.out())
          .contains(
              "live metrics: %d exports to %s/v1/metrics, none lost"
                  .formatted(collector.requests(), collector.uri()));
    }
  }

  /** In a rush that leaves the collector's thread little time. */
  @Test
  void nothingIsMissedUnderLoad() {
    try (OtlpReceiver collector = OtlpReceiver.start();
        Target target = Target.start().on("/a", Answer.json("{}")).on("/b", Answer.json("{}"))) {
      GateResult result =
          gate(target, collector)
              .simulation("Load")
              .with("duration", "3s")
              .with("concurrency", 20)
              .run();

      assertThat(result.endpoint("a").path("requests").asInt())
          .as(result::console)
          .isGreaterThan(500);
      for (String endpoint : List.of("a", "b")) {
        assertThatTheLastIsTheRecord(collector.last(), result.endpoint(endpoint));
      }
    }
  }

  @Test
  void aComparisonStreamsBothSidesUnderNamesOfTheirOwn() {
    try (OtlpReceiver collector = OtlpReceiver.start();
        Target target = target()) {
      GateResult result =
          gate(target, collector)
              .simulation("Compare")
              .with("baselineUrl", target.uri())
              .with("pairs", 20)
              .run();

      assertThat(result.status()).as(result::console).isNotEqualTo("incomplete");
      Export last = collector.last();
      assertThatTheLastIsTheRecord(last, result.endpoint("a"));
      JsonNode twin = result.run().at("/baseline/endpoints/0");
      assertThat(twin.path("name").asText()).isEqualTo("a");
      assertThat(all(last, "baseline a")).isEqualTo(twin.path("requests").asLong()).isEqualTo(20);
    }
  }

  /** Nothing is sent while an answer is awaited, so that nothing piles up. */
  @Test
  void aSlowCollectorGetsFewerExportsAndTheWholeInTheEnd() {
    Answer ok = Answer.status(200);
    Answer slow =
        (exchange, number) ->
            (number < 2 ? ok.after(Duration.ofMillis(1_500)) : ok).to(exchange, number);
    try (OtlpReceiver collector = OtlpReceiver.answering(slow);
        Target target = target()) {
      GateResult result = gate(target, collector).simulation("Load").with("duration", "5s").run();

      JsonNode live = result.run().path("live");
      assertThat(live.path("lost").asInt())
          .as(result::console)
          .isEqualTo(live.path("skipped").asInt())
          .isPositive();
      assertThat(live.path("exports").asInt())
          .isEqualTo(collector.requests() + live.path("skipped").asInt());
      assertThat(live.path("reason").asText()).isEqualTo("the export before took too long");
      assertThatTheLastIsTheRecord(collector.last(), result.endpoint("b"));
    }
  }

  @Test
  void whatOneExportLosesTheNextOneHas() {
    Answer answer =
        (exchange, number) ->
            (number % 2 == 0 ? Answer.status(503) : Answer.status(200)).to(exchange, number);
    try (OtlpReceiver collector = OtlpReceiver.answering(answer);
        Target target = target()) {
      GateResult result = gate(target, collector).simulation("Load").with("duration", "3s").run();

      JsonNode live = result.run().path("live");
      assertThat(live.path("exports").asInt()).as(result::console).isEqualTo(collector.requests());
      assertThat(live.path("lost").asInt()).isEqualTo((collector.requests() + 1) / 2);
      assertThatTheLastIsTheRecord(collector.last(), result.endpoint("a"));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aRunThatIsStoppedSendsTheLastFiguresIfTheCollectorTakesThem(boolean silent) {
    Answer slow = Answer.json("{}").after(Duration.ofMillis(50));
    Answer ok = Answer.status(200);
    try (OtlpReceiver collector = OtlpReceiver.answering(silent ? Answer.silence() : ok);
        Target target = Target.start().on("/slow", slow);
        RunningGate gate =
            GateRun.in(folder)
                .against(target)
                .withBudget(new Budget().endpoint("slow"))
                .with("iterations", 100_000)
                .with("gatlingReport", false)
                .with("live.otlp", collector.uri())
                .start()) {
      target.asked().orTimeout(60, SECONDS).join();
      gate.process().destroy();
      GateResult result = gate.result();

      assertThat(result.status()).as(result::console).isEqualTo("interrupted");
      JsonNode live = result.run().path("live");
      assertThat(live.path("exports").asInt() - live.path("skipped").asInt())
          .isEqualTo(collector.requests())
          .isPositive();
      assertThat(live.path("lost").asInt()).isEqualTo(silent ? live.path("exports").asInt() : 0);
      assertThatTheLastIsTheRecord(collector.last(), result.endpoint("slow"));
    }
  }

  /** The JVM is forked with one where nobody listens; here it would be asked for loopback too. */
  @Test
  void theJvmsProxyIsPassedBy() {
    try (OtlpReceiver collector = OtlpReceiver.start();
        Target target = target()) {
      GateResult result =
          gate(target, collector)
              .with("http.proxyHost", "127.0.0.1")
              .with("http.proxyPort", 9)
              .with("http.nonProxyHosts", "")
              .run();

      assertThat(result.run().at("/live/lost").asInt()).as(result::console).isZero();
      assertThat(collector.requests()).isPositive();
    }
  }

  @Test
  void whoeverStreamsNothingLoadsNothingOfIt() throws IOException {
    Path classes = folder.resolve("classes.txt");
    try (Target target = target()) {
      GateResult result =
          GateRun.in(folder)
              .against(target)
              .withBudget(BUDGET)
              .withEnvironment("JAVA_TOOL_OPTIONS", "-Xlog:class+load:file=" + classes)
              .run();

      assertThat(result.run().has("live")).as(result::console).isFalse();
      assertThat(Files.readString(classes))
          .contains("io.chainbridge.shadow.live.LiveStream")
          .doesNotContain("io.opentelemetry.", "io.chainbridge.shadow.live.OtlpStream");
    }
  }

  private static Target target() {
    return Target.start().on("/a", MIXED).on("/b", MIXED);
  }

  private GateRun gate(Target target, OtlpReceiver collector) {
    return GateRun.in(folder).against(target).withBudget(BUDGET).with("live.otlp", collector.uri());
  }

  private static void assertGrows(OtlpReceiver collector, ToLongFunction<Export> figure) {
    List<Long> figures = collector.exports().stream().mapToLong(figure).boxed().toList();
    assertThat(figures).isSorted();
    assertThat(figures.stream().distinct().count()).as("%s", figures).isGreaterThanOrEqualTo(3);
  }

  private static long all(Export export, String endpoint) {
    return export.requests(endpoint, "success") + export.requests(endpoint, "failure");
  }

  /** Counts, and how many were in each bucket of the record's own histograms. */
  private static void assertThatTheLastIsTheRecord(Export last, JsonNode endpoint) {
    String name = endpoint.path("name").asText();
    assertThat(all(last, name)).isEqualTo(endpoint.path("requests").asLong());
    assertThat(last.requests(name, "failure")).isEqualTo(endpoint.path("failures").asLong());
    List<Long> successes = buckets(endpoint.path("success_latency_histogram").asText());
    List<Long> both = buckets(endpoint.path("latency_histogram").asText());
    assertThat(streamed(last, name, "success")).isEqualTo(successes);
    List<Long> failures = streamed(last, name, "failure");
    for (int i = 0; i < both.size(); i++) {
      assertThat(successes.get(i) + failures.get(i)).isEqualTo(both.get(i));
    }
  }

  private static List<Long> streamed(Export export, String endpoint, String outcome) {
    return export
        .latency(endpoint, outcome)
        .map(
            point -> {
              assertThat(point.getExplicitBoundsList()).isEqualTo(LatencyBounds.SECONDS);
              assertThat(point.getCount()).isEqualTo(export.requests(endpoint, outcome));
              return point;
            })
        .map(HistogramDataPoint::getBucketCountsList)
        .orElse(Collections.nCopies(LatencyBounds.SECONDS.size() + 1, 0L));
  }

  /** Latencies are whole milliseconds; one at a bound is below it. */
  private static List<Long> buckets(String encoded) {
    try {
      Histogram histogram =
          Histogram.decodeFromCompressedByteBuffer(
              ByteBuffer.wrap(Base64.getDecoder().decode(encoded)), 0);
      List<Long> buckets = new ArrayList<>();
      long below = 0;
      for (double bound : LatencyBounds.SECONDS) {
        long upTo = histogram.getCountBetweenValues(0, (long) (bound * 1_000));
        buckets.add(upTo - below);
        below = upTo;
      }
      buckets.add(histogram.getTotalCount() - below);
      return buckets;
    } catch (DataFormatException e) {
      throw new AssertionError(e);
    }
  }
}
