package io.chainbridge.shadow.gatling;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gate on the service that it brings along. */
class EmbeddedReferenceIT {
  @TempDir Path folder;

  @Test
  void passesByDefaultAndIsGoneAfterwards() throws Exception {
    try (Appearance gatling = Appearance.in(folder.resolve("target/gatling"));
        RunningGate gate = GateRun.in(folder).with("warmup", 50).start()) {
      gatling.await("probesimulation-");
      ProcessHandle reference = childOf(gate);
      GateResult result = gate.result();

      assertThat(reference.isAlive()).isFalse();
      assertThat(result.exitCode()).as(result::console).isZero();
      assertThat(result.status()).isEqualTo("passed");
      assertThat(result.run().path("embedded").asBoolean()).isTrue();
      assertThat(result.endpoint("stats").path("requests").asInt()).isEqualTo(20);
      assertThat(result.endpoint("events").path("requests").asInt()).isEqualTo(20);
      assertThat(result.out()).contains("(embedded reference)", "Verdict: passed");
      assertThat(result.history().path("verdict").asText()).isEqualTo("passed");
      assertThat(result.history().path("target").asText()).isEqualTo("embedded");
      assertThat(result.history().at("/outcomes/0/requests").asInt()).isEqualTo(20);
    }
  }

  @Test
  void breachesTheLatencyBudgetsWhenItIsSlow() {
    GateResult result = GateRun.in(folder).with("reference.latency", "100ms").run();

    assertThat(result.exitCode()).as(result::console).isEqualTo(2);
    assertThat(result.status()).isEqualTo("breached");
    assertThat(result.notMet("stats")).startsWith("p95_latency_ms breached");
    assertThat(result.endpoint("stats").path("failures").asInt()).isZero();
    assertThat(result.out()).contains("stats p95_latency_ms: ", "events p95_latency_ms: ");
  }

  @Test
  void breachesALimitGivenAsAProperty() {
    GateResult result = GateRun.in(folder).with("reference.latency", "20ms").with("p95Ms", 1).run();

    assertThat(result.exitCode()).as(result::console).isEqualTo(2);
    assertThat(result.notMet("stats")).contains("p95_latency_ms breached");
    assertThat(result.outcome("stats", "p95_latency_ms").path("budget").asInt()).isEqualTo(1);
    assertThat(result.out()).contains("breaches the budget of 1 ms");
  }

  @Test
  void breachesContractAndSizeWhenItsAnswersAreNotWhatWasAgreed() {
    GateResult result =
        GateRun.in(folder)
            .with("reference.modelVersion", false)
            .with("reference.eventsKb", 40)
            .run();

    assertThat(result.exitCode()).as(result::console).isEqualTo(2);
    assertThat(result.notMet("stats"))
        .contains("contract breached")
        .doesNotContain("max_response_size_kb breached");
    assertThat(result.notMet("events"))
        .contains("contract breached", "max_response_size_kb breached");
    assertThat(result.endpoint("events").path("mean_response_size_kb").asDouble()).isEqualTo(40);
    assertThat(result.out()).contains("/model_version", "SAM");
  }

  @Test
  void breachesTheFailureBudgetWhenItFails() {
    GateResult result = GateRun.in(folder).with("reference.errorRate", 0.3).run();

    assertThat(result.exitCode()).as(result::console).isEqualTo(2);
    assertThat(result.notMet("stats")).contains("max_failure_rate breached");
    assertThat(result.notMet("events")).contains("max_failure_rate breached");
    assertThat(result.errors("stats")).containsOnlyKeys("status 200 expected, found 500");
    assertThat(result.endpoint("stats").path("failures").asInt()).isBetween(1, 19);
  }

  @Test
  void goesWithARunThatIsKilled() throws Exception {
    try (Appearance gatling = Appearance.in(folder.resolve("target/gatling"));
        RunningGate gate =
            GateRun.in(folder)
                .with("iterations", 100_000)
                .with("reference.latency", "20ms")
                .start()) {
      gatling.await("probesimulation-");
      ProcessHandle reference = childOf(gate);
      gate.process().destroyForcibly();

      assertThat(reference.onExit()).succeedsWithin(30, SECONDS);
    }
  }

  private static ProcessHandle childOf(RunningGate gate) {
    List<ProcessHandle> children = gate.process().children().toList();
    assertThat(children).hasSize(1);
    return children.get(0);
  }
}
