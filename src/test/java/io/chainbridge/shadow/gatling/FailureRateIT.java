package io.chainbridge.shadow.gatling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Failed requests, by status or by connection: 200 at each of several endpoints, in one run. */
class FailureRateIT {
  private static final Answer FINE = Answer.json("{}");
  private static GateResult result;
  private static Map<String, Integer> asked;

  @BeforeAll
  static void run(@TempDir Path folder) {
    try (Target target =
        Target.start()
            .on("/twelve-percent", FINE.but(Answer.status(500), 3, 25))
            .on("/five-percent", FINE.but(Answer.status(500), 1, 20))
            .on("/two-percent", FINE.but(Answer.status(500), 1, 50))
            .on("/down", Answer.status(503))
            .on("/cut", FINE.but(Answer.cut(), 3, 25))
            .on("/hung-up", FINE.but(Answer.hangUp(), 3, 25))) {
      result =
          GateRun.in(folder)
              .against(target)
              .with("iterations", 200)
              .with("concurrency", 4)
              .with("warmup", 4)
              .withBudget(
                  new Budget()
                      .endpoint("twelve-percent")
                      .endpoint("five-percent")
                      .endpoint("two-percent")
                      .endpoint("down")
                      .endpoint("cut")
                      .endpoint("hung-up"))
              .run();
      asked = Map.of("cut", target.requests("/cut"), "hung-up", target.requests("/hung-up"));
    }
  }

  @Test
  void aBreachEndsWithStatus2() {
    assertThat(result.exitCode()).as(result::console).isEqualTo(2);
    assertThat(result.status()).isEqualTo("breached");
    assertThat(result.out()).contains("Verdict: breached");
    assertThat(result.run().path("endpoints"))
        .hasSize(6)
        .allMatch(endpoint -> endpoint.path("requests").asInt() == 200);
  }

  @Test
  void aRateOverTheBudgetBreachesItAndNothingElse() {
    assertThat(result.notMet("twelve-percent")).containsExactly("max_failure_rate breached");
    assertThat(result.endpoint("twelve-percent").path("failures").asInt()).isEqualTo(24);
    assertThat(result.endpoint("twelve-percent").path("failure_rate").asDouble()).isEqualTo(0.12);
    assertThat(result.errors("twelve-percent"))
        .containsExactly(entry("status 200 expected, found 500", 24));
    assertThat(result.outcome("twelve-percent", "max_failure_rate").path("measured").asDouble())
        .isEqualTo(0.12);
    assertThat(result.out())
        .contains("twelve-percent max_failure_rate: 12 % breaches the budget of 5 %")
        .contains("found 500");
  }

  @Test
  void aRateEqualToTheBudgetBreachesIt() {
    assertThat(result.notMet("five-percent")).containsExactly("max_failure_rate breached");
    assertThat(result.endpoint("five-percent").path("failures").asInt()).isEqualTo(10);
  }

  @Test
  void aRateBelowTheBudgetMeetsIt() {
    assertThat(result.notMet("two-percent")).isEmpty();
    assertThat(result.endpoint("two-percent").path("failures").asInt()).isEqualTo(4);
  }

  @Test
  void aServiceThatOnlyFailsHasNoLatencyHoweverFastItDoes() {
    assertThat(result.notMet("down"))
        .containsExactly(
            "p95_latency_ms no_data",
            "p99_latency_ms no_data",
            "max_response_size_kb no_data",
            "max_failure_rate breached",
            "contract no_data");
    assertThat(result.endpoint("down").path("failure_rate").asDouble()).isEqualTo(1);
    assertThat(result.endpoint("down").path("p95_latency_ms").isNull()).isTrue();
    assertThat(result.errors("down")).containsExactly(entry("status 200 expected, found 503", 200));
  }

  @ParameterizedTest
  @ValueSource(strings = {"cut", "hung-up"})
  void aLostConnectionIsAFailureAndTheRequestIsNotSentAgain(String endpoint) {
    assertThat(result.notMet(endpoint)).containsExactly("max_failure_rate breached");
    assertThat(result.errors(endpoint))
        .containsExactly(entry("i.g.h.c.i.PrematureCloseException: Premature close", 24));
    assertThat(asked.get(endpoint)).isEqualTo(200 + 4);
  }
}
