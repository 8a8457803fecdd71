package io.chainbridge.shadow.gatling;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A service that keeps its budgets passes, and is asked as often as was set. */
class HealthyTargetIT {
  private static final String STATS = "/iq/shadow/stats";
  private static final String EVENTS = "/iq/shadow/events";

  @TempDir Path folder;

  private Target target;

  @BeforeEach
  void startTarget() {
    target =
        Target.start()
            .on(STATS, Answer.json(Bodies.STATS))
            .on(EVENTS, Answer.json(Bodies.events(5)));
  }

  @AfterEach
  void stopTarget() {
    target.close();
  }

  /** With latency budgets that a busy machine keeps as well. */
  private GateRun gate() {
    return GateRun.in(folder).with("p95Ms", 2_000).with("p99Ms", 3_000);
  }

  @Test
  void passesAndLeavesEveryReport() throws Exception {
    GateResult result = gate().against(target).with("output", "target/seed/probe.json").run();

    assertThat(result.exitCode()).as(result::console).isZero();
    assertThat(result.status()).isEqualTo("passed");
    assertThat(result.reasons()).isEmpty();
    assertThat(result.notMet("stats")).isEmpty();
    assertThat(result.notMet("events")).isEmpty();
    assertThat(result.out()).contains("Verdict: passed", "Report: reports");
    assertThat(result.run().at("/ending/kind").asText()).isEqualTo("complete");
    assertThat(result.run().path("embedded").asBoolean()).isFalse();
    for (String endpoint : List.of("stats", "events")) {
      assertThat(result.endpoint(endpoint).path("requests").asInt()).isEqualTo(20);
      assertThat(result.endpoint(endpoint).path("failures").asInt()).isZero();
      assertThat(result.errors(endpoint)).isEmpty();
    }
    assertThat(result.endpoint("stats").path("mean_response_size_kb").asDouble())
        .isEqualTo(Bodies.STATS.length() / 1024.0);
    assertThat(target.requests(STATS)).isEqualTo(2 + 20);
    assertThat(target.requests(EVENTS)).isEqualTo(2 + 20);
    assertThat(result.reports()).isSymbolicLink();
    for (String file :
        List.of(
            "index.html",
            "run.json",
            "verdict.json",
            "junit.xml",
            "summary.md",
            "shadow-probe-results.json",
            "gatling/index.html",
            "gatling/js/assertions.xml")) {
      assertThat(result.reports().resolve(file)).isNotEmptyFile();
    }
    assertThat(result.reports().resolve("gatling/simulation.log")).doesNotExist();
    seesTheSeedShape(folder.resolve("target/seed/probe.json"));
    seesGatlingsAssertions(result);
    seesTheTestResults(result.reports().resolve("junit.xml"));
    seesWhatGatlingLeftOut(result);
  }

  private static void seesTheTestResults(Path file) throws Exception {
    var suites =
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(file.toFile())
            .getDocumentElement();
    assertThat(suites.getAttribute("tests")).isEqualTo("10");
    assertThat(suites.getAttribute("failures")).isEqualTo("0");
    assertThat(suites.getElementsByTagName("testcase").getLength()).isEqualTo(10);
  }

  /** In Gatling's own words, and with links to the pages that it wrote. */
  private static void seesWhatGatlingLeftOut(GateResult result) throws Exception {
    Path gatling = result.reports().resolve("gatling");
    var global = json(gatling.resolve("js/global_stats.json"));
    assertThat(global.at("/numberOfRequests/total").asInt()).isEqualTo(40);
    assertThat(global.at("/numberOfRequests/ok").asInt()).isEqualTo(40);
    var requests = json(gatling.resolve("js/stats.json")).path("contents");
    assertThat(requests).hasSize(2);
    for (var request : requests) {
      assertThat(request.at("/stats/numberOfRequests/ok").asInt()).isEqualTo(20);
      assertThat(request.at("/stats/maxResponseTime/total").asInt())
          .isEqualTo(
              result.endpoint(request.path("name").asText()).path("max_latency_ms").asInt(-1));
      assertThat(gatling.resolve(request.path("pathFormatted").asText() + ".html"))
          .isNotEmptyFile();
    }
    var assertions = json(gatling.resolve("js/assertions.json")).path("assertions");
    assertThat(assertions).hasSize(10).allMatch(assertion -> assertion.path("result").asBoolean());
    String page = Files.readString(gatling.resolve("index.html"));
    assertThat(assertions)
        .extracting(assertion -> assertion.path("message").asText())
        .filteredOn(page::contains)
        .hasSize(6);
  }

  private static JsonNode json(Path file) throws Exception {
    return new ObjectMapper().readTree(Files.readString(file));
  }

  private void seesTheSeedShape(Path file) throws Exception {
    var seed = json(file);
    assertThat(seed.fieldNames())
        .toIterable()
        .containsExactly("timestamp", "base_url", "iterations", "endpoints");
    assertThat(seed.path("base_url").asText()).isEqualTo(target.uri().toString());
    assertThat(seed.path("iterations").asInt()).isEqualTo(20);
    assertThat(seed.path("endpoints").fieldNames()).toIterable().containsExactly(STATS, EVENTS);
    for (var endpoint : seed.path("endpoints")) {
      assertThat(endpoint.fieldNames())
          .toIterable()
          .containsExactly("p50", "p95", "p99", "avg_size_kb", "failures", "failure_rate");
      assertThat(endpoint.path("p95").isNumber()).isTrue();
    }
  }

  private static void seesGatlingsAssertions(GateResult result) throws Exception {
    String page = Files.readString(result.reports().resolve("gatling/index.html"));
    for (String path : List.of("Global", "stats", "events")) {
      for (String assertion :
          List.of(
              ": 95th percentile of response time is less than 2000.0",
              ": 99th percentile of response time is less than 3000.0",
              ": percentage of failed events is less than 5.0")) {
        assertThat(page).contains(path + assertion);
        assertThat(result.out()).contains(path + assertion + " : true");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"23, 4, 6, 6", "16, 16, 18, 18", "3, 8, 0, 0", "1, 1, 1, 1"})
  void makesExactlyTheIterationsSetHoweverManyUsersShareThem(
      int iterations, int users, int warmup, int warmedUp) {
    GateResult result =
        gate()
            .against(target)
            .with("iterations", iterations)
            .with("concurrency", users)
            .with("warmup", warmup)
            .run();

    assertThat(result.exitCode()).as(result::console).isZero();
    assertThat(result.status()).isEqualTo("passed");
    assertThat(result.run().at("/load/iterations").asInt()).isEqualTo(iterations);
    assertThat(result.run().at("/load/concurrency").asInt()).isEqualTo(Math.min(users, iterations));
    assertThat(result.endpoint("stats").path("requests").asInt()).isEqualTo(iterations);
    assertThat(result.endpoint("events").path("requests").asInt()).isEqualTo(iterations);
    assertThat(target.requests(STATS)).isEqualTo(iterations + warmedUp);
    assertThat(target.requests(EVENTS)).isEqualTo(iterations + warmedUp);
  }

  @Test
  void isFoundThroughTheEnvironmentWhichPropertiesOverrule() {
    GateResult result =
        gate()
            .withEnvironment("SHADOW_BASE_URL", target.uri() + "/")
            .withEnvironment("SHADOW_TIMEOUT", "7s")
            .withEnvironment("SHADOW_ITERATIONS", "9")
            .with("iterations", 5)
            .run();

    assertThat(result.exitCode()).as(result::console).isZero();
    assertThat(result.run().path("target").asText()).isEqualTo(target.uri().toString());
    assertThat(result.run().at("/load/timeout_ms").asInt()).isEqualTo(7_000);
    assertThat(target.requests(STATS)).isEqualTo(2 + 5);
  }
}
