package io.chainbridge.shadow.gatling;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.chainbridge.shadow.budget.BudgetFile;
import io.chainbridge.shadow.budget.Endpoint;
import io.chainbridge.shadow.budget.Fault;
import io.chainbridge.shadow.budget.FaultKind;
import io.chainbridge.shadow.cli.Commands;
import io.chainbridge.shadow.fault.WireMockProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Three regions, 5, 40 and 90 ms away from the service, each with its figures and its limits. */
@Isolated("latencies are measured")
class RegionsIT {
  private static final Map<String, Integer> AWAY_MS =
      new TreeMap<>(Map.of("near", 5, "middle", 40, "far", 90));

  private static final String BUDGET =
      """
      {"gate": "test", "limits": {"p95_latency_ms": 5000},
       "regions": {"near": {}, "middle": {}, "far": {"limits": {"p95_latency_ms": %d}}},
       "endpoints": {"stats": {"method": "GET", "path": "/iq/shadow/stats"}}}
      """;

  @TempDir Path folder;

  @Test
  void behindAProxyThatHoldsRequestsUp() throws Exception {
    List<Path> reports = new ArrayList<>();
    try (Target target = Target.start().on("/iq/shadow/stats", Answer.json("{}"))) {
      for (String region : AWAY_MS.keySet()) {
        GateRun run = gate(region, 60);
        Endpoint endpoint = endpoint(region);
        try (WireMockProcess proxy =
            WireMockProcess.start(target.uri(), List.of(endpoint), Duration.ofSeconds(10))) {
          URI address = proxy.address(endpoint); // once it has started
          proxy.begin(away(AWAY_MS.get(region)));
          GateResult result = run.against(address).run();
          assertThat(result.exitCode()).as(result::console).isEqualTo(region.equals("far") ? 2 : 0);
          reports.add(result.reports());
        }
      }
    }
    Commands merged = merge(reports);

    assertThat(merged.status()).as(merged.said()).isEqualTo(2);
    assertThat(merged.said())
        .contains("merged of 3 regions (far, middle, near)")
        .contains("- far: stats p95_latency_ms: ");
    seesTheDistances(merged);
    JsonNode verdict = merged.json("verdict.json");
    assertThat(verdict.path("verdict").asText()).isEqualTo("breached");
    assertThat(outcomes(verdict))
        .containsExactly(
            " stats contract met",
            "far stats p95_latency_ms breached",
            "far stats contract met",
            "middle stats p95_latency_ms met",
            "middle stats contract met",
            "near stats p95_latency_ms met",
            "near stats contract met");
  }

  /** Each region has a network of its own, in which every packet takes half of the way. */
  @Test
  void inNetworksThatAreAsSlow() throws Exception {
    List<Path> reports = new ArrayList<>();
    for (Map.Entry<String, Integer> region : AWAY_MS.entrySet()) {
      String name = "shadow-load-" + ProcessHandle.current().pid() + "-" + region.getKey();
      try {
        assumePossible("ip", "netns", "add", name);
        assumePossible("ip", "-n", name, "link", "set", "lo", "up");
        assumePossible(
            "tc",
            "-n",
            name,
            "qdisc",
            "add",
            "dev",
            "lo",
            "root",
            "netem",
            "delay",
            region.getValue() * 500 + "us");
        GateResult result = gate(region.getKey(), 5_000).within("ip", "netns", "exec", name).run();
        assertThat(result.exitCode()).as(result::console).isZero();
        reports.add(result.reports());
      } finally {
        run("ip", "netns", "delete", name);
      }
    }
    Commands merged = merge(reports);
    assertThat(merged.status()).as(merged.said()).isZero();
    seesTheDistances(merged);
  }

  private GateRun gate(String region, int farLimitMs) throws IOException {
    Files.createDirectories(folder.resolve(region + "/budgets"));
    return GateRun.in(folder.resolve(region))
        .withBudget(BUDGET.formatted(farLimitMs))
        .with("region", region);
  }

  private Endpoint endpoint(String region) {
    return BudgetFile.readForJudging(folder.resolve(region + "/budgets/test.json"))
        .endpoints()
        .get(0);
  }

  private static Fault away(int millis) {
    return new Fault(
        "distance",
        FaultKind.LATENCY,
        Map.of("latency", millis + "ms"),
        1,
        Duration.ZERO,
        Duration.ofHours(1),
        List.of("stats"),
        Optional.empty(),
        Optional.empty());
  }

  private Commands merge(List<Path> reports) {
    List<String> arguments = new ArrayList<>(List.of("merge"));
    reports.forEach(report -> arguments.add(report.toString()));
    arguments.addAll(List.of("--budgets", folder.resolve("far/budgets/test.json").toString()));
    return Commands.run(folder.resolve("merged"), arguments);
  }

  private static void seesTheDistances(Commands merged) {
    JsonNode run = merged.json("run.json");
    assertThat(run.at("/endpoints/0/requests").asInt()).isEqualTo(60);
    Map<String, Integer> medians = new TreeMap<>();
    run.path("regions")
        .forEach(
            region ->
                medians.put(
                    region.path("name").asText(),
                    region.at("/endpoints/0/p50_latency_ms").asInt()));
    assertThat(medians.keySet()).isEqualTo(AWAY_MS.keySet());
    AWAY_MS.forEach((region, away) -> assertThat(medians.get(region)).isGreaterThanOrEqualTo(away));
    assertThat(medians.get("near")).isLessThan(medians.get("middle"));
    assertThat(medians.get("middle")).isLessThan(medians.get("far"));
  }

  private static void assumePossible(String... command) throws Exception {
    String said = run(command);
    assumeThat(said).as("not possible on this machine: " + String.join(" ", command)).isEmpty();
  }

  /** What it says, which is nothing if it succeeds. */
  private static String run(String... command) throws Exception {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), UTF_8);
      return process.waitFor() == 0 ? "" : said + " (status " + process.exitValue() + ")";
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static List<String> outcomes(JsonNode verdict) {
    return StreamSupport.stream(verdict.path("outcomes").spliterator(), false)
        .map(
            outcome ->
                "%s %s %s %s"
                    .formatted(
                        outcome.path("region").asText(),
                        outcome.path("endpoint").asText(),
                        outcome.path("limit").asText(),
                        outcome.path("outcome").asText()))
        .toList();
  }
}
