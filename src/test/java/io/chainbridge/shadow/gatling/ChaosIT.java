package io.chainbridge.shadow.gatling;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.chainbridge.shadow.fault.ToxiproxyDouble;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Every kind of fault, by the real proxy, on the service that comes along. */
@Isolated("what a fault does to latencies is measured")
class ChaosIT {
  private static final String FAULTS =
      """
      "faults": [
        {"kind": "latency", "from": "2s", "until": "4s", "latency": "400ms",
         "distribution": "uniform", "jitter": "50ms", "endpoints": ["stats"],
         "limits": {"p95_latency_ms": 2000, "p50_latency_ms": 1500}},
        {"kind": "bandwidth", "from": "5s", "until": "7s", "rate_kb_s": 30,
         "endpoints": ["events"], "limits": {"p95_latency_ms": 3000}},
        {"kind": "reset", "from": "8s", "until": "10s", "endpoints": ["stats"], "limits": {}},
        {"kind": "truncate", "from": "11s", "until": "13s", "endpoints": ["events"], "limits": {}},
        {"kind": "error", "from": "14s", "until": "18s", "share": 0.5, "status": 502,
         "limits": {"max_failure_rate": 0.8}},
        {"kind": "blackhole", "from": "19s", "until": "21s", "endpoints": ["stats"],
         "limits": {}},
        {"name": "slow-database", "kind": "database_latency", "from": "23s", "until": "25s",
         "latency": "60ms", "limits": {"p95_latency_ms": 3000}, "max_recovery_s": 3}
      ],
      """;

  @TempDir private Path folder;

  private GateRun chaos(String faults) {
    return GateRun.in(folder)
        .simulation("Chaos")
        .with("warmup", 20)
        .with("rate", 30)
        .with("timeout", "1s")
        .with("gatlingReport", false)
        .withBudget(
            """
            {"gate": "test",
             "limits": {"p95_latency_ms": 300, "max_failure_rate": 0.05, "max_response_size_kb": 25},
             %s
             "endpoints": {
               "stats": {"method": "GET", "path": "/iq/shadow/stats", "query": {"hours": 24},
                         "contract": {"schema": "contracts/shadow-stats.schema.json"}},
               "events": {"method": "POST", "path": "/iq/shadow/events",
                          "body": {"hours": 24, "limit": 50},
                          "contract": {"schema": "contracts/shadow-events.schema.json"}}}}
            """
                .formatted(faults));
  }

  private static JsonNode endpoint(JsonNode run, String phase, String endpoint) {
    return named(named(run.path("phases"), phase).path("endpoints"), endpoint);
  }

  private static JsonNode named(JsonNode array, String name) {
    return StreamSupport.stream(array.spliterator(), false)
        .filter(node -> node.path("name").asText().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static double p50(JsonNode run, String phase, String endpoint) {
    return endpoint(run, phase, endpoint).path("p50_latency_ms").asDouble();
  }

  private static double failed(JsonNode run, String phase, String endpoint) {
    return endpoint(run, phase, endpoint).path("failure_rate").asDouble();
  }

  private static List<String> errors(JsonNode run, String phase, String endpoint) {
    return endpoint(run, phase, endpoint).path("errors").findValuesAsText("message");
  }

  @Test
  void everyFaultIsSeenInItsTimeAndAtItsEndpointsAndNowhereElse() {
    GateResult result = chaos(FAULTS).with("duration", "34s").run();
    JsonNode run = result.run();

    assertThat(result.status()).as(result.console()).isEqualTo("passed");
    assertThat(result.exitCode()).isZero();
    assertThat(p50(run, "latency fault", "stats")).isBetween(350.0, 900.0);
    assertThat(p50(run, "latency fault", "events")).isLessThan(300);
    assertThat(p50(run, "bandwidth fault", "events")).isGreaterThan(350);
    assertThat(p50(run, "bandwidth fault", "stats")).isLessThan(300);
    assertThat(failed(run, "reset fault", "stats")).isEqualTo(1);
    assertThat(failed(run, "truncate fault", "events")).isEqualTo(1);
    assertThat(endpoint(run, "truncate fault", "events").path("contract_violations")).isEmpty();
    assertThat(failed(run, "error fault", "stats")).isBetween(0.2, 0.8);
    assertThat(failed(run, "error fault", "events")).isBetween(0.2, 0.8);
    assertThat(errors(run, "error fault", "events"))
        .containsExactly("status 200 expected, found 502");
    assertThat(failed(run, "blackhole fault", "stats")).isEqualTo(1);
    assertThat(errors(run, "blackhole fault", "stats"))
        .singleElement()
        .asString()
        .contains("timeout");
    assertThat(p50(run, "slow-database fault", "stats")).isBetween(55.0, 300.0);
    for (String other : List.of("reset", "blackhole")) {
      assertThat(failed(run, other + " fault", "events")).as(other).isZero();
    }
    assertThat(failed(run, "truncate fault", "stats")).isZero();
    run.path("phases")
        .forEach(
            phase -> {
              if (phase.path("name").asText().startsWith("clear")) {
                phase
                    .path("endpoints")
                    .forEach(
                        endpoint -> {
                          assertThat(endpoint.path("failures").asInt()).as("%s", phase).isZero();
                          assertThat(endpoint.path("p50_latency_ms").asInt()).isLessThan(50);
                        });
              }
            });
    recordedAsTheyWere(run);
    assertThat(result.out())
        .contains("the proxy (WireMock) adds ", " of p50, ", "Found: all budgets held");
    assertThat(result.reports().resolve("index.html")).isNotEmptyFile();
  }

  private static void recordedAsTheyWere(JsonNode run) {
    JsonNode faults = run.path("faults");
    assertThat(faults.findValuesAsText("kind"))
        .containsExactly(
            "latency", "bandwidth", "reset", "truncate", "error", "blackhole", "database_latency");
    JsonNode error = named(faults, "error");
    assertThat(error.path("start_ms").asLong()).isBetween(13_500L, 14_800L);
    assertThat(error.path("end_ms").asLong()).isBetween(17_500L, 18_800L);
    assertThat(error.path("share").asDouble()).isEqualTo(0.5);
    assertThat(error.at("/parameters/status").asText()).isEqualTo("502");
    long failures =
        endpoint(run, "error fault", "stats").path("failures").asLong()
            + endpoint(run, "error fault", "events").path("failures").asLong();
    assertThat(error.path("hit").asLong()).isBetween(failures - 2, failures + 2);
    assertThat(named(faults, "slow-database").path("hit").asLong()).isPositive();
    assertThat(run.at("/proxy/name").asText()).isEqualTo("WireMock");
    assertThat(run.at("/proxy/requests").asInt()).isPositive();
    assertThat(run.at("/proxy/p50/proxied_us").asLong())
        .isGreaterThan(run.at("/proxy/p50/direct_us").asLong());
  }

  @Test
  void whatBreaksALimitOfItsFaultAndWhatDoesNotRecoverCloseTheGate() {
    GateResult result =
        chaos(
                """
                "faults": [
                  {"kind": "error", "from": "1s", "until": "4s", "share": 0.5,
                   "endpoints": ["events"], "limits": {"max_failure_rate": 0.1}},
                  {"kind": "blackhole", "from": "6s", "until": "9s", "endpoints": ["stats"],
                   "limits": {}, "max_recovery_s": 0.3}
                ],
                """)
            .with("duration", "15s")
            .with("timeout", "2s")
            .run();

    assertThat(result.status()).as(result.console()).isEqualTo("breached");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.verdict().path("outcomes"))
        .filteredOn(outcome -> !outcome.path("outcome").asText().equals("met"))
        .extracting(
            outcome ->
                "%s %s %s"
                    .formatted(
                        outcome.path("phase").asText(),
                        outcome.path("endpoint").asText(),
                        outcome.path("limit").asText()))
        .containsExactly("error fault events max_failure_rate", "blackhole fault  max_recovery_s");
  }

  @Test
  void whoeverStopsARunInTheMidstOfAFaultHasWhatWasMeasured() {
    CompletableFuture<Void> there = new CompletableFuture<>();
    try (Target target = Target.start();
        RunningGate gate = inALongFault(target, there).start()) {
      there.orTimeout(60, SECONDS).join();
      ProcessHandle proxy = proxyOf(gate);
      gate.process().destroy();
      GateResult result = gate.result();

      assertThat(result.status()).as(result.console()).isEqualTo("interrupted");
      assertThat(result.endpoint("stats").path("failures").asInt()).isPositive();
      assertThat(result.endpoint("events").path("failures").asInt()).isZero();
      JsonNode fault = result.run().at("/faults/0");
      assertThat(fault.path("end_ms").asLong())
          .isGreaterThan(fault.path("start_ms").asLong())
          .isLessThanOrEqualTo(result.run().path("duration_ms").asLong() + 5_000);
      proxy.onExit().orTimeout(60, SECONDS).join();
    }
  }

  @Test
  void aProxyThatEndsIsToldAsWhatItIsAndNothingMeasuredIsLost() {
    CompletableFuture<Void> there = new CompletableFuture<>();
    try (Target target = Target.start();
        RunningGate gate = inALongFault(target, there).start()) {
      there.orTimeout(60, SECONDS).join();
      proxyOf(gate).destroyForcibly();
      GateResult result = gate.result();

      assertThat(result.status()).as(result.console()).isEqualTo("incomplete");
      assertThat(result.exitCode()).isEqualTo(2);
      assertThat(result.run().at("/ending/reason").asText())
          .startsWith("the proxy between injector and target ended with status ");
      assertThat(result.endpoint("stats").path("requests").asInt()).isGreaterThan(30);
      assertThat(result.run().path("faults")).hasSize(1);
    }
  }

  private GateRun inALongFault(Target target, CompletableFuture<Void> there) {
    target.on("/stats", Answer.json("{}"));
    target.on("/events", Answer.json("{}").after(0, since -> seen(since, there)));
    return GateRun.in(folder)
        .simulation("Chaos")
        .against(target)
        .with("warmup", 0)
        .with("rate", 30)
        .with("duration", "110s")
        .with("timeout", "1s")
        .with("gatlingReport", false)
        .withBudget(
            new Budget()
                .endpoint("stats")
                .endpoint("events")
                .fault(
                    """
                    {"kind": "error", "from": "1s", "until": "100s", "endpoints": ["stats"]}
                    """));
  }

  private static Duration seen(Duration sinceFirstRequest, CompletableFuture<Void> there) {
    if (sinceFirstRequest.compareTo(Duration.ofSeconds(4)) > 0) {
      there.complete(null);
    }
    return Duration.ofMillis(1);
  }

  /** The only process that a run starts whose target is there already. */
  private static ProcessHandle proxyOf(RunningGate gate) {
    return gate.process().children().findFirst().orElseThrow();
  }

  @Test
  void aToxiproxyPutsTheFaultsInAndKeepsNothingOfTheRun() {
    try (Target target =
            Target.start().on("/stats", Answer.json("{}")).on("/events", Answer.json("{}"));
        ToxiproxyDouble toxiproxy = ToxiproxyDouble.start()) {
      GateResult result =
          GateRun.in(folder)
              .simulation("Chaos")
              .against(target)
              .with("toxiproxy", toxiproxy.uri())
              .with("rate", 30)
              .with("duration", "10s")
              .with("gatlingReport", false)
              .withBudget(
                  new Budget()
                      .endpoint("stats")
                      .endpoint("events")
                      .fault(
                          """
                          {"kind": "latency", "latency": "400ms", "from": "1s", "until": "4s",
                           "endpoints": ["stats"]}
                          """)
                      .fault(
                          """
                          {"kind": "reset", "share": 0.5, "from": "5s", "until": "8s",
                           "limits": {"max_failure_rate": 0.8}}
                          """))
              .run();

      assertThat(result.status()).as(result.console()).isEqualTo("passed");
      JsonNode run = result.run();
      assertThat(p50(run, "latency fault", "stats")).isGreaterThanOrEqualTo(400);
      assertThat(p50(run, "latency fault", "events")).isLessThan(300);
      assertThat(failed(run, "reset fault", "stats")).isBetween(0.2, 0.79);
      assertThat(failed(run, "reset fault", "events")).isBetween(0.2, 0.79);
      assertThat(run.at("/proxy/name").asText()).isEqualTo("Toxiproxy");
      assertThat(run.path("faults")).hasSize(2).noneMatch(fault -> fault.has("hit"));
      assertThat(toxiproxy.proxies()).isEmpty();
    }
  }

  @Test
  void withoutAToxiproxyThereIsNoRun() {
    try (Target target = Target.start().on("/stats", Answer.json("{}"))) {
      GateResult result =
          GateRun.in(folder)
              .simulation("Chaos")
              .against(target)
              .with("toxiproxy", "http://127.0.0.1:9")
              .with("duration", "2s")
              .with("gatlingReport", false)
              .withBudget(
                  new Budget()
                      .endpoint("stats")
                      .fault("{\"kind\": \"reset\", \"from\": \"0s\", \"until\": \"1s\"}"))
              .run();

      assertThat(result.exitCode()).isEqualTo(1);
      assertThat(result.console())
          .contains("no Toxiproxy took an order at http://127.0.0.1:9", "leave out -Dtoxiproxy");
      assertThat(target.requests("/stats")).isZero();
    }
  }
}
