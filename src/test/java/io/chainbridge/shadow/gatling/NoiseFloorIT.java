package io.chainbridge.shadow.gatling;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a run finds out about its machine before it measures. */
@Isolated("the noise of the machine is measured")
class NoiseFloorIT {
  private static final Answer ANSWER = Answer.json("{}").after(Duration.ofMillis(20));

  @TempDir Path folder;

  /** What comes of it depends on what the machine is like. */
  @Test
  void aBudgetThatNoMachineCanTellOnlyWarnsOfWhatMayBeNoise() {
    try (Target target = Target.start().on("/a", Answer.json("{}"))) {
      GateResult result = gate(target, 0.001).with("noiseFloor", true).run();

      JsonNode p95 = result.run().at("/injector/noise_floor/p95");
      double floor =
          Math.max(
              1, (p95.path("typical_us").asDouble() + p95.path("difference_us").asDouble()) / 1e3);
      JsonNode outcome = result.outcome("a", "p95_latency_ms");
      boolean noise = outcome.path("measured").asDouble() < 0.001 + floor;
      boolean met = outcome.path("measured").asDouble() < 0.001;
      assertThat(outcome.path("outcome").asText())
          .as(result::console)
          .isEqualTo(met ? "met" : noise ? "inconclusive" : "breached");
      assertThat(result.exitCode()).isEqualTo(noise ? 0 : 2);
      assertThat(result.run().at("/injector/noise_floor/requests").asInt()).isEqualTo(300);
      assertThat(result.out()).contains("are noise here");
      assertThat(result.endpoint("a").path("requests").asInt()).isEqualTo(20);
      assertThat(target.requests("/")).isZero();
    }
  }

  @Test
  void whoeverDoesNotWantToKnowIsJudgedByTheFigureAlone() {
    try (Target target = Target.start().on("/a", ANSWER)) {
      GateResult result = gate(target, 0.001).run();

      assertThat(result.status()).as(result::console).isEqualTo("breached");
      assertThat(result.run().at("/injector/noise_floor").isMissingNode()).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Load, duration, 2s, 0",
    "Load, rate, 20, 0",
    "Load, rate, 20, 15",
    "Compare, pairs, 30, 0"
  })
  void anyShapeFindsOut(String shape, String setting, String value, int warmup) {
    try (Target target = Target.start().on("/a", ANSWER)) {
      GateRun run =
          gate(target, 5_000)
              .simulation(shape)
              .with("noiseFloor", true)
              .with("warmup", warmup)
              .with(setting, value);
      if (setting.equals("rate")) {
        run.with("duration", "2s");
      }
      if (shape.equals("Compare")) {
        run.with("baselineUrl", target.uri());
      }
      GateResult result = run.run();

      assertThat(result.status()).as(result::console).isEqualTo("passed");
      assertThat(result.run().at("/injector/noise_floor/p50/typical_us").asInt()).isPositive();
    }
  }

  private GateRun gate(Target target, double p95) {
    return GateRun.in(folder)
        .against(target)
        .withBudget(new Budget().limit("p95_latency_ms", p95).endpoint("a"));
  }
}
