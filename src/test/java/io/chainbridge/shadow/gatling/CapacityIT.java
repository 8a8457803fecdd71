package io.chainbridge.shadow.gatling;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** The search for the capacity, against a service whose capacity is known. */
@Isolated("what a rate does to latencies is measured")
class CapacityIT {
  @TempDir Path folder;

  /** One answer at a time, each 5 ms: 200 a second, and what is more piles up. */
  @Test
  void findsTheCapacityOfAServiceWithinATenth() {
    try (Target target = Target.start()) {
      target.on("/stats", Answer.json("{}").oneAtATime(Duration.ofMillis(5)));
      GateResult result =
          capacity(target, 130)
              .withBudget(budget().shape("capacity", "{\"min_capacity_rps\": 150}"))
              .run();
      JsonNode capacity = result.outcome("", "min_capacity_rps");
      assertThat(capacity.path("measured").asDouble()).as(result.console()).isBetween(180.0, 220.0);
      assertThat(result.status()).isEqualTo("passed");
      assertThat(result.exitCode()).isZero();
    }
  }

  @Test
  void aCapacityBelowItsLimitClosesTheGate() {
    try (Target target = Target.start()) {
      target.on("/stats", Answer.json("{}").oneAtATime(Duration.ofMillis(20)));
      GateResult result = capacity(target, 70).run();
      assertThat(result.outcome("", "min_capacity_rps").path("measured").asDouble())
          .as(result.console())
          .isBetween(40.0, 55.0);
      assertThat(result.status()).isEqualTo("breached");
      assertThat(result.exitCode()).isEqualTo(2);
    }
  }

  /** No lower rate would help, so none is tried, and the cause is told. */
  @Test
  void aServiceThatNeverSucceedsHasNoCapacity() {
    try (Target target = Target.start()) {
      target.on("/stats", Answer.status(503));
      GateResult result = capacity(target, 50).run();
      assertThat(result.status()).as(result.console()).isEqualTo("breached");
      assertThat(result.reasons()).anyMatch(reason -> reason.contains("found 503"));
      assertThat(target.requests("/stats")).isLessThan(500);
    }
  }

  private GateRun capacity(Target target, int startRate) {
    return GateRun.in(folder)
        .simulation("Capacity")
        .against(target)
        .with("startRate", startRate)
        .with("probeDuration", "4s")
        .with("gatlingReport", false)
        .withBudget(budget());
  }

  private static Budget budget() {
    return new Budget()
        .limit("p95_latency_ms", 150)
        .limit("p99_latency_ms", 5_000)
        .endpoint("stats");
  }
}
