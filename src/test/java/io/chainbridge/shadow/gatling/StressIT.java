package io.chainbridge.shadow.gatling;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** A rate that climbs, against a service that can answer 100 requests a second. */
@Isolated("what a rate does to latencies is measured")
class StressIT {
  @TempDir Path folder;
  private final Target target = Target.start();

  @AfterEach
  void closeTarget() {
    target.close();
  }

  @Test
  void endsAtTheFirstStepWhoseBreachIsCertain() {
    GateResult result = stress().run();
    assertThat(result.status()).as(result.console()).isEqualTo("breached");
    assertThat(phases(result)).containsExactly("step 1", "step 2", "step 3");
    assertThat(result.run().path("ending").path("kind").asText()).isEqualTo("decided");
    assertThat(breachedPhases(result)).containsExactly("step 3");
    assertThat(result.exitCode()).isEqualTo(2);
    for (JsonNode phase : result.run().path("phases")) {
      JsonNode arrivals = phase.path("arrivals");
      assertThat(arrivals.path("made").asLong()).isEqualTo(arrivals.path("planned").asLong());
      assertThat(phase.path("endpoints").path(0).path("requests").asLong())
          .isEqualTo(arrivals.path("made").asLong());
    }
  }

  @Test
  void goesThroughAllStepsIfItIsNotToStopEarly() {
    GateResult result = stress().with("stopEarly", false).run();
    assertThat(result.status()).as(result.console()).isEqualTo("breached");
    assertThat(phases(result)).containsExactly("step 1", "step 2", "step 3", "step 4");
    assertThat(result.run().path("ending").path("kind").asText()).isEqualTo("complete");
    assertThat(breachedPhases(result)).containsExactly("step 3", "step 4");
  }

  @Test
  void passesIfEveryStepHolds() {
    GateResult result = stress().with("steps", 2).run();
    assertThat(result.status()).as(result.console()).isEqualTo("passed");
    assertThat(result.run().path("load").path("model").asText()).isEqualTo("open");
  }

  @Test
  void takesOneStepAlone() {
    GateResult result = stress().with("steps", 1).run();
    assertThat(result.status()).as(result.console()).isEqualTo("passed");
    assertThat(phases(result)).containsExactly("step 1");
    assertThat(result.run().at("/phases/0/endpoints/0/requests").asLong()).isPositive();
  }

  /** The next step is planned ahead while the breach of this one becomes certain. */
  @Test
  void doesNotTellOfAStepThatNobodyTook() {
    target.on("/stats", Answer.status(503));
    GateResult result =
        GateRun.in(folder)
            .simulation("Stress")
            .against(target)
            .with("startRate", 30)
            .with("stepDuration", "2s")
            .with("gatlingReport", false)
            .withBudget(new Budget().endpoint("stats"))
            .run();
    assertThat(phases(result)).as(result.console()).containsExactly("step 1");
  }

  private GateRun stress() {
    target.on("/stats", Answer.json("{}").oneAtATime(Duration.ofMillis(10)));
    return GateRun.in(folder)
        .simulation("Stress")
        .against(target)
        .with("startRate", 25)
        .with("stepRate", 50)
        .with("steps", 4)
        .with("stepDuration", "3s")
        .with("gatlingReport", false)
        .withBudget(
            new Budget()
                .limit("p95_latency_ms", 300)
                .limit("p99_latency_ms", 5_000)
                .endpoint("stats"));
  }

  private static List<String> phases(GateResult result) {
    return StreamSupport.stream(result.run().path("phases").spliterator(), false)
        .map(phase -> phase.path("name").asText())
        .toList();
  }

  private static List<String> breachedPhases(GateResult result) {
    return StreamSupport.stream(result.verdict().path("outcomes").spliterator(), false)
        .filter(outcome -> !outcome.path("outcome").asText().equals("met"))
        .map(outcome -> outcome.path("phase").asText())
        .distinct()
        .toList();
  }
}
