package io.chainbridge.shadow.gatling;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each load shape, short, on the service that comes along, with limits that a busy machine keeps.
 */
@Isolated("rates are to be sustained, by an injector and a service on one machine")
class EmbeddedShapesIT {
  @TempDir Path folder;

  static Stream<Arguments> shapes() {
    return Stream.of(
        shape("Load", "closed", Map.of("duration", "3s", "concurrency", "4", "pause", "10ms"), ""),
        shape("Load", "open", Map.of("duration", "3s", "rate", "40"), ""),
        shape(
            "Stress",
            "open",
            Map.of("startRate", "10", "stepRate", "10", "steps", "3", "stepDuration", "4s"),
            "all 3 steps held"),
        shape(
            "Spike",
            "open",
            Map.of("beforePeak", "2s", "peakDuration", "1s", "afterPeak", "6s", "rate", "20"),
            "all budgets held"),
        shape(
            "Soak",
            "open",
            Map.of("duration", "3s", "rate", "40"),
            "too little time or too few requests to tell"),
        shape(
            "Capacity",
            "open",
            Map.of("startRate", "100", "maxRate", "100", "probeDuration", "2s"),
            "requests/s"));
  }

  private static Arguments shape(
      String name, String model, Map<String, String> settings, String finding) {
    return Arguments.of(name, model, settings, finding);
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("shapes")
  void passes(String shape, String model, Map<String, String> settings, String finding) {
    GateRun gate =
        GateRun.in(folder)
            .simulation(shape)
            .with("warmup", 20)
            .with("p95Ms", 3_000)
            .with("p99Ms", 5_000)
            .with("gatlingReport", false);
    settings.forEach(gate::with);
    GateResult result = gate.run();

    assertThat(result.status()).as(result.console()).isEqualTo("passed");
    assertThat(result.exitCode()).isZero();
    assertThat(result.run().at("/load/model").asText()).isEqualTo(model);
    assertThat(result.out()).contains(model + " model, ", finding);
    assertThat(result.reports().resolve("index.html")).isNotEmptyFile();
  }
}
