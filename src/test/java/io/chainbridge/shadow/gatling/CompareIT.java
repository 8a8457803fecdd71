package io.chainbridge.shadow.gatling;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Two targets, asked in turns. */
@Isolated("small differences of latencies are measured")
class CompareIT {
  private static final Answer ANSWER = Answer.json("{}").after(Duration.ofMillis(5));
  private static final Answer SLOWER = Answer.json("{}").after(Duration.ofMillis(25));

  @TempDir Path folder;

  @Test
  void equalTargetsPassHoweverSlowTheyAre() {
    try (Target one = Target.start().on("/a", ANSWER).on("/b", ANSWER);
        Target other = Target.start().on("/a", ANSWER).on("/b", ANSWER)) {
      GateResult result =
          compare(one, other)
              .withBudget(new Budget().limit("p95_latency_ms", 1).endpoint("a").endpoint("b"))
              .run();

      assertThat(result.status()).as(result::console).isEqualTo("passed");
      assertThat(result.exitCode()).isZero();
      assertThat(result.endpoint("a").path("requests").asInt()).isEqualTo(200);
      JsonNode baseline = result.run().path("baseline");
      assertThat(baseline.path("target").asText()).isEqualTo(other.uri().toString());
      assertThat(baseline.at("/endpoints/1/name").asText()).isEqualTo("b");
      assertThat(baseline.at("/endpoints/1/requests").asInt()).isEqualTo(200);
      assertThat(baseline.at("/latency_pairs_us/a")).hasSize(200);
      assertThat(baseline.at("/latency_pairs_us/a"))
          .allSatisfy(
              pair -> {
                assertThat(pair.path(0).asInt()).isBetween(5_000, 5_000_000);
                assertThat(pair.path(1).asInt()).isBetween(5_000, 5_000_000);
              });
      assertThat(one.requests("/a")).isEqualTo(other.requests("/a"));
      assertThat(result.out())
          .contains("1 user, 200 pairs of requests per endpoint", ", baseline " + other.uri());
    }
  }

  /** Of answers within 0.7 ms, whoever cuts the clock at both ends finds 1 ms for every other. */
  @Test
  void latenciesInTheRecordHoldNoMillisecondThatHasNotPassed() {
    try (Target one = Target.start().on("/a", Answer.json("{}"));
        Target other = Target.start().on("/a", Answer.json("{}"))) {
      GateResult result =
          compare(one, other).with("pairs", 1_000).withBudget(new Budget().endpoint("a")).run();

      JsonNode pairs = result.run().at("/baseline/latency_pairs_us/a");
      long slower =
          IntStream.range(0, pairs.size()).filter(i -> pairs.get(i).get(1).asInt() >= 700).count();
      assertThat(result.record().endpoints().get(0).latencies().atOrOver(1))
          .as("1 ms or more, where %d took 0.7 ms or more", slower)
          .isLessThan(slower + pairs.size() / 10);
    }
  }

  @Test
  void aSlowerTargetIsABreachOfTheEndpointThatIsSlower() {
    try (Target slower = Target.start().on("/a", SLOWER).on("/b", ANSWER);
        Target baseline = Target.start().on("/a", ANSWER).on("/b", ANSWER)) {
      GateResult result =
          compare(slower, baseline).withBudget(new Budget().endpoint("a").endpoint("b")).run();

      assertThat(result.status()).as(result::console).isEqualTo("breached");
      assertThat(result.exitCode()).isEqualTo(2);
      assertThat(result.notMet("a")).contains("p50_regression breached");
      assertThat(result.notMet("b")).isEmpty();
      assertThat(result.reasons().get(0)).startsWith("a p50_regression: +");
    }
  }

  @Test
  void aQuickerTargetPasses() {
    try (Target quicker = Target.start().on("/a", ANSWER);
        Target baseline = Target.start().on("/a", SLOWER)) {
      GateResult result =
          compare(quicker, baseline)
              .with("concurrency", 4)
              .withBudget(new Budget().endpoint("a"))
              .run();

      assertThat(result.status()).as(result::console).isEqualTo("passed");
      assertThat(result.outcome("a", "p50_regression").path("measured").asDouble()).isNegative();
      assertThat(result.run().at("/baseline/latency_pairs_us/a")).hasSize(200);
    }
  }

  @Test
  void aTargetThatFailsQuicklyIsNoFasterOne() {
    try (Target failing = Target.start().on("/a", Answer.status(503));
        Target baseline = Target.start().on("/a", ANSWER)) {
      GateResult result = compare(failing, baseline).withBudget(new Budget().endpoint("a")).run();

      assertThat(result.status()).as(result::console).isEqualTo("breached");
      assertThat(result.notMet("a"))
          .contains("max_failure_rate breached", "p50_regression no_data");
    }
  }

  @Test
  void aTargetThatDoesNotAnswerInTimeIsSlow() {
    try (Target hanging = Target.start().on("/a", ANSWER.but(Answer.silence(), 18, 20));
        Target baseline = Target.start().on("/a", ANSWER)) {
      GateResult result =
          compare(hanging, baseline)
              .with("pairs", 40)
              .with("timeout", "200ms")
              .with("warmup", 0)
              .withBudget(new Budget().limit("max_failure_rate", 1).endpoint("a"))
              .run();

      assertThat(result.notMet("a")).as(result::console).contains("p50_regression breached");
      assertThat(result.endpoint("a").path("failures").asInt()).isEqualTo(36);
    }
  }

  /** Gatling would send such a request again, which must not be timed in place of the first. */
  @Test
  void anAnswerThatIsBrokenOffLateIsTimedToItsEnd() {
    Answer late = Answer.hangUp().after(Duration.ofMillis(300));
    try (Target dropping = Target.start().on("/a", ANSWER.but(late, 3, 5));
        Target baseline = Target.start().on("/a", ANSWER)) {
      GateResult result =
          compare(dropping, baseline)
              .with("pairs", 20)
              .with("warmup", 0)
              .withBudget(new Budget().limit("max_failure_rate", 1).endpoint("a"))
              .run();

      assertThat(result.endpoint("a").path("failures").asInt()).as(result::console).isEqualTo(12);
      assertThat(result.run().at("/baseline/latency_pairs_us/a"))
          .filteredOn(pair -> pair.path(1).asInt() >= 300_000)
          .hasSize(12);
    }
  }

  @Test
  void aBaselineThatIsNotThereEndsTheRunBeforeTheFirstRequest() {
    try (Target target = Target.start().on("/a", ANSWER)) {
      GateResult result =
          GateRun.in(folder)
              .simulation("Compare")
              .against(target)
              .with("baselineUrl", "http://127.0.0.1:1")
              .with("startTimeout", "300ms")
              .withBudget(new Budget().endpoint("a"))
              .run();

      assertThat(result.exitCode()).isEqualTo(1);
      assertThat(result.status()).isEqualTo("no_data");
      assertThat(result.reasons())
          .anyMatch(reason -> reason.startsWith("no service answered http://127.0.0.1:1/health"));
      assertThat(target.requests("/a")).isZero();
    }
  }

  @Test
  void whatWasMeasuredIsKeptWhenTheRunIsStopped() {
    try (Target target = Target.start().on("/a", ANSWER);
        Target baseline = Target.start().on("/a", ANSWER);
        RunningGate gate =
            compare(target, baseline)
                .with("pairs", 10_000)
                .withBudget(new Budget().endpoint("a"))
                .start()) {
      baseline.asked().join();
      gate.process().destroy();
      GateResult result = gate.result();

      assertThat(result.status()).as(result::console).isEqualTo("interrupted");
      assertThat(result.run().at("/baseline/endpoints/0/name").asText()).isEqualTo("a");
    }
  }

  @Test
  void theEmbeddedServiceWithAFaultIsFoundSlowerThanOneWithout() {
    GateResult result =
        GateRun.in(folder)
            .simulation("Compare")
            .with("pairs", 150)
            .with("reference.latency", "50ms")
            .with("gatlingReport", false)
            .run();

    assertThat(result.status()).as(result::console).isEqualTo("breached");
    assertThat(result.notMet("stats")).contains("p50_regression breached");
    assertThat(result.run().at("/baseline/embedded").asBoolean()).isTrue();
    assertThat(result.history().path("shape").asText()).isEqualTo("compare");
  }

  private GateRun compare(Target target, Target baseline) {
    return GateRun.in(folder)
        .simulation("Compare")
        .against(target)
        .with("baselineUrl", baseline.uri())
        .with("pairs", 200);
  }
}
