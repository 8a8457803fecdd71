package io.chainbridge.shadow.gatling;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Everyday traffic, in both models, against a real service. */
@Isolated("latencies are measured")
class LoadIT {
  @TempDir Path folder;

  @Test
  void inAClosedModelTheIterationsAreSharedOutByWeight() {
    try (Target target = target(Answer.json("{}"))) {
      GateResult result = load(target).with("iterations", 40).with("concurrency", 4).run();
      assertThat(result.status()).as(result.console()).isEqualTo("passed");
      assertThat(result.endpoint("stats").path("requests").asInt()).isEqualTo(60);
      assertThat(result.endpoint("events").path("requests").asInt()).isEqualTo(20);
      assertThat(result.run().path("load").path("model").asText()).isEqualTo("closed");
    }
  }

  @Test
  void inAClosedModelTheDurationEndsIt() {
    try (Target target = target(Answer.json("{}"))) {
      GateResult result =
          load(target)
              .with("duration", "2s")
              .with("concurrency", 2)
              .with("pause", "exponential:20ms")
              .run();
      assertThat(result.status()).as(result.console()).isEqualTo("passed");
      assertThat(result.run().path("duration_ms").asLong()).isBetween(1_500L, 4_000L);
    }
  }

  /** Each answer takes longer than it is until the next user comes. */
  @Test
  void inAnOpenModelUsersArriveHoweverSlowTheServiceIs() {
    try (Target target = target(Answer.json("{}").after(Duration.ofMillis(700)))) {
      GateResult result = load(target).with("rate", 40).with("duration", "3s").run();
      assertThat(result.status()).as(result.console()).isEqualTo("passed");
      assertThat(result.run().path("arrivals").path("made").asInt()).isEqualTo(120);
      assertThat(result.endpoint("stats").path("requests").asInt()).isEqualTo(90);
      assertThat(result.endpoint("events").path("requests").asInt()).isEqualTo(30);
      assertThat(result.run().path("duration_ms").asLong()).isLessThan(6_000);
    }
  }

  @Test
  void stopsEarlyWhenTheVerdictCanNoLongerChange() {
    try (Target target = target(Answer.status(503))) {
      GateResult result = load(target).with("iterations", 100_000).with("stopEarly", true).run();
      assertThat(result.status()).as(result.console()).isEqualTo("breached");
      assertThat(result.run().path("ending").path("kind").asText()).isEqualTo("decided");
      assertThat(result.endpoint("stats").path("requests").asInt()).isBetween(1_000, 100_000);
    }
  }

  private static Target target(Answer answer) {
    return Target.start().on("/stats", answer).on("/events", answer);
  }

  private GateRun load(Target target) {
    return GateRun.in(folder)
        .simulation("Load")
        .against(target)
        .with("gatlingReport", false)
        .withBudget(new Budget().endpoint("stats").weight("stats", 3).endpoint("events"));
  }
}
