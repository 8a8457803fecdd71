package io.chainbridge.shadow.gatling;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs that go on until their limits are proven. */
@Isolated("latencies are measured")
class ProofOnDemandIT {
  private static final int LIMIT_MS = 1_000;
  private static final Answer QUICK = Answer.json("{}");
  private static final Answer SLOW = QUICK.after(Duration.ofMillis(LIMIT_MS + 20));

  @TempDir Path folder;

  @Test
  void aFastServiceIsProvenToKeepItsLimitsFarBelowTheMostRequests() {
    try (Target target = Target.start().on("/fast", QUICK)) {
      GateResult result = run(target, budget("fast").limit("p99_latency_ms", 5_000));

      assertThat(result.exitCode()).as(result::console).isZero();
      assertThat(result.status()).isEqualTo("passed");
      assertThat(result.endpoint("fast").path("requests").asInt()).isEqualTo(410);
      assertThat(result.out())
          .contains(
              "1 user, as many requests as prove all limits at 95 %, up to 5,000 per endpoint")
          .contains("proven at 95 % after 410 requests");
      assertThat(result.run().at("/load/confidence").asDouble()).isEqualTo(0.95);
    }
  }

  @Test
  void aSlowServiceIsProvenToBreachThemAfterAFewRequests() {
    try (Target target = Target.start().on("/slow", SLOW)) {
      GateResult result = run(target, budget("slow").limit("max_failure_rate", 0.5));

      assertThat(result.exitCode()).as(result::console).isEqualTo(2);
      assertThat(result.status()).isEqualTo("breached");
      assertThat(result.endpoint("slow").path("requests").asInt()).isLessThan(20);
      assertThat(result.out()).contains("refuted at 95 % after ");
    }
  }

  @Test
  void anEndpointWhoseLimitsAreProvenIsAskedNoMore() {
    try (Target target = Target.start().on("/fast", QUICK).on("/dead", Answer.status(503))) {
      GateResult result = run(target, budget("fast").endpoint("dead"));

      assertThat(result.status()).as(result::console).isEqualTo("breached");
      assertThat(result.notMet("fast")).isEmpty();
      assertThat(result.endpoint("fast").path("requests").asInt()).isEqualTo(81);
      assertThat(result.endpoint("dead").path("requests").asInt()).isEqualTo(81);
      assertThat(result.notMet("dead"))
          .contains("p95_latency_ms no_data", "max_failure_rate breached");
    }
  }

  @Test
  void usersAtOnceOvershootByNoMoreThanTheirNumber() {
    try (Target target = Target.start().on("/fast", QUICK)) {
      GateResult result = gate(target, budget("fast")).with("concurrency", 8).run();

      assertThat(result.status()).as(result::console).isEqualTo("passed");
      assertThat(result.endpoint("fast").path("requests").asInt()).isBetween(81, 88);
    }
  }

  /** Of each twenty requests one is slow, which is the very boundary of a p95. */
  @ParameterizedTest
  @CsvSource({"pass, 0", "warn, 0", "fail, 2"})
  void whatIsNotProvenIsInconclusiveAndTheBudgetFileSaysWhatBecomesOfIt(
      String onInconclusive, int exitCode) {
    try (Target target = Target.start().on("/even", QUICK.but(SLOW, 1, 20))) {
      GateResult result =
          gate(target, budget("even").onInconclusive(onInconclusive))
              .with("maxIterations", 100)
              .with("concurrency", 4)
              .withEnvironment("GITHUB_ACTIONS", "true")
              .run();

      assertThat(result.exitCode()).as(result::console).isEqualTo(exitCode);
      assertThat(result.status()).isEqualTo("inconclusive");
      assertThat(result.verdict().path("on_inconclusive").asText()).isEqualTo(onInconclusive);
      assertThat(result.endpoint("even").path("requests").asInt()).isEqualTo(100);
      assertThat(result.notMet("even")).containsExactly("p95_latency_ms inconclusive");
      assertThat(result.out().lines().filter(line -> line.startsWith("::")))
          .allMatch(
              line -> line.startsWith(onInconclusive.equals("fail") ? "::error" : "::warning"))
          .hasSize(onInconclusive.equals("pass") ? 0 : 1);
    }
  }

  private static Budget budget(String endpoint) {
    return new Budget()
        .limit("p95_latency_ms", LIMIT_MS)
        .withoutLimit("p99_latency_ms")
        .endpoint(endpoint);
  }

  private GateResult run(Target target, Budget budget) {
    return gate(target, budget).run();
  }

  private GateRun gate(Target target, Budget budget) {
    return GateRun.in(folder).against(target).with("confidence", 0.95).withBudget(budget);
  }
}
