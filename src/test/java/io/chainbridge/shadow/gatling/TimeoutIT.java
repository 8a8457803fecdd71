package io.chainbridge.shadow.gatling;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests that are never answered. */
class TimeoutIT {

  @Test
  void aRequestWithoutAnAnswerFailsAfterTheTimeoutAndCountsAsThatSlow(@TempDir Path folder) {
    try (Target target =
        Target.start().on("/mute", Answer.json("{}").but(Answer.silence(), 1, 10))) {
      GateResult result =
          GateRun.in(folder)
              .against(target)
              .with("timeout", "500ms")
              .withBudget(
                  new Budget()
                      .limit("p95_latency_ms", 400)
                      .limit("p99_latency_ms", 400)
                      .endpoint("mute"))
              .run();

      assertThat(result.exitCode()).as(result::console).isEqualTo(2);
      assertThat(result.status()).isEqualTo("breached");
      assertThat(result.notMet("mute"))
          .containsExactly(
              "p95_latency_ms breached", "p99_latency_ms breached", "max_failure_rate breached");
      assertThat(result.endpoint("mute").path("requests").asInt()).isEqualTo(20);
      assertThat(result.endpoint("mute").path("failures").asInt()).isEqualTo(2);
      assertThat(result.endpoint("mute").path("p95_latency_ms").asInt()).isBetween(500, 5_000);
      assertThat(result.endpoint("mute").path("p50_latency_ms").asInt()).isLessThan(400);
      assertThat(result.errors("mute"))
          .hasSize(1)
          .allSatisfy(
              (message, count) -> {
                assertThat(message).containsIgnoringCase("timeout").contains("500 ms");
                assertThat(count).isEqualTo(2);
              });
      assertThat(result.out()).contains("Request timeout");
    }
  }
}
