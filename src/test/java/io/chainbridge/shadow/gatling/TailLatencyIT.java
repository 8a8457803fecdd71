package io.chainbridge.shadow.gatling;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * A slow tail close to what the 95th percentile allows, where Gatling's own figures, t-digests, go
 * astray: the verdict counts exactly.
 */
@Isolated("latencies are measured")
class TailLatencyIT {
  private static final Answer QUICK = Answer.json("{}").after(Duration.ofMillis(20));
  private static GateResult result;

  @BeforeAll
  static void run(@TempDir Path folder) {
    Answer slow = Answer.json("{}").after(Duration.ofMillis(80));
    Answer slower = Answer.json("{}").after(Duration.ofMillis(600));
    try (Target target =
        Target.start()
            .on("/six-percent", QUICK.but(slow, 3, 50))
            .on("/four-percent", QUICK.but(slower, 1, 25))) {
      result =
          GateRun.in(folder)
              .against(target)
              .with("iterations", 2_000)
              .with("concurrency", 16)
              .with("warmup", 32)
              .withBudget(
                  new Budget()
                      .endpoint("six-percent")
                      .limitOf("six-percent", "p95_latency_ms", 75)
                      .endpoint("four-percent")
                      .limitOf("four-percent", "p95_latency_ms", 550))
              .run();
    }
  }

  @Test
  void sixPercentSlowRequestsBreachThe95thPercentileWhateverGatlingSays() {
    assertThat(result.exitCode()).as(result::console).isEqualTo(2);
    assertThat(result.status()).isEqualTo("breached");
    assertThat(result.notMet("six-percent")).containsExactly("p95_latency_ms breached");
    assertThat(result.endpoint("six-percent").path("requests").asInt()).isEqualTo(2_000);
    var outcome = result.outcome("six-percent", "p95_latency_ms");
    assertThat(outcome.path("measured").asInt()).isGreaterThanOrEqualTo(80);
    assertThat(outcome.at("/evidence/over").asInt()).isGreaterThanOrEqualTo(120);
    assertThat(outcome.at("/evidence/allowed").asInt()).isEqualTo(99);
    assertThat(result.out())
        .contains("six-percent p95_latency_ms: ", " ms breaches the budget of 75 ms");
  }

  @Test
  void fourPercentSlowRequestsDoNot() {
    assertThat(result.notMet("four-percent")).isEmpty();
    assertThat(result.outcome("four-percent", "p95_latency_ms").at("/evidence/over").asInt())
        .isBetween(80, 99);
    assertThat(result.endpoint("four-percent").path("p99_latency_ms").asInt())
        .isGreaterThanOrEqualTo(600);
  }
}
