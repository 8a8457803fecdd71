package io.chainbridge.shadow.gatling;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** More arrivals than this machine can make. */
@Isolated("it takes all of the machine")
class OverloadedInjectorIT {
  @TempDir Path folder;

  @Test
  void isNoFaultOfTheServices() {
    try (Target target = Target.start().on("/stats", Answer.json("{}"))) {
      GateResult result =
          GateRun.in(folder)
              .simulation("Load")
              .against(target)
              .with("rate", 60_000)
              .with("duration", "2s")
              .with("gatlingReport", false)
              .withBudget(new Budget().limit("p95_latency_ms", 1).endpoint("stats"))
              .run();
      assertThat(result.status()).as(result.console()).isEqualTo("invalid");
      assertThat(result.reasons().get(0)).contains("the injector could not keep up");
      assertThat(result.run().path("arrivals").path("late").asLong()).isPositive();
      assertThat(result.exitCode()).isEqualTo(2);
    }
  }
}
