package io.chainbridge.shadow.gatling;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service that goes away in the middle of a run. */
class DyingTargetIT {

  @Test
  void everyRequestIsStillMadeAndThoseThatFoundNobodyHaveFailed(@TempDir Path folder) {
    try (Target target = Target.start()) {
      Answer fine = Answer.json("{}");
      target.on(
          "/mortal",
          (exchange, number) -> {
            if (number == 7) {
              target.die();
            } else {
              fine.to(exchange, number);
            }
          });
      GateResult result =
          GateRun.in(folder).against(target).withBudget(new Budget().endpoint("mortal")).run();

      assertThat(result.exitCode()).as(result::console).isEqualTo(2);
      assertThat(result.status()).isEqualTo("breached");
      assertThat(result.run().at("/ending/kind").asText()).isEqualTo("complete");
      assertThat(result.notMet("mortal")).containsExactly("max_failure_rate breached");
      assertThat(result.endpoint("mortal").path("requests").asInt()).isEqualTo(20);
      assertThat(result.endpoint("mortal").path("failures").asInt()).isEqualTo(20 - (7 - 2));
      assertThat(result.errors("mortal").keySet())
          .anySatisfy(message -> assertThat(message).containsIgnoringCase("connection refused"));
    }
  }
}
