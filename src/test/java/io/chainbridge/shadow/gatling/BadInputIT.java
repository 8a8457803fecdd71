package io.chainbridge.shadow.gatling;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What makes no sense stops the run before any request: said once, without a stack trace. */
class BadInputIT {
  @TempDir Path folder;

  @Test
  void aSettingThatMakesNoSenseIsNamedWithWhatIsAllowed() {
    assertThat(problems(GateRun.in(folder).with("iterations", 0)))
        .singleElement()
        .satisfies(
            problem ->
                assertThat(problem)
                    .contains("-Diterations=0", "a whole number from 1", "-Diterations=100"));
  }

  @Test
  void allSettingsThatMakeNoSenseAreNamedAtOnceWhereverTheyComeFrom() {
    assertThat(
            problems(
                GateRun.in(folder)
                    .with("baseUrl", "ftp://user:pa55@127.0.0.1")
                    .with("timeout", "10")
                    .with("concurency", 4)
                    .withEnvironment("SHADOW_P95_MS", "fast")
                    .withEnvironment("SHADOW_ITERATION", "7")))
        .satisfiesExactlyInAnyOrder(
            problem ->
                assertThat(problem).contains("-DbaseUrl=***@127.0.0.1").doesNotContain("pa55"),
            problem -> assertThat(problem).contains("-Dtimeout=10:", "with its unit"),
            problem -> assertThat(problem).contains("-Dconcurency", "Did you mean -Dconcurrency?"),
            problem -> assertThat(problem).contains("SHADOW_P95_MS=fast", "above 0"),
            problem -> assertThat(problem).contains("SHADOW_ITERATION", "SHADOW_ITERATIONS?"));
  }

  @Test
  void settingsOfTheEmbeddedServiceAreRefusedWithAnotherTarget() {
    assertThat(
            problems(
                GateRun.in(folder)
                    .with("baseUrl", "http://127.0.0.1:9")
                    .with("reference.latency", "5ms")))
        .singleElement()
        .satisfies(problem -> assertThat(problem).contains("-Dreference.latency", "leave out"));
  }

  @Test
  void settingsThatContradictEachOtherAreNamedTogether() {
    assertThat(
            problems(
                GateRun.in(folder)
                    .simulation("Load")
                    .with("rate", 50)
                    .with("concurrency", 4)
                    .with("duration", "60")))
        .satisfiesExactlyInAnyOrder(
            problem ->
                assertThat(problem)
                    .contains("-Drate and -Dconcurrency contradict", "leave out one"),
            problem -> assertThat(problem).contains("-Dduration=60:", "with its unit"));
  }

  @Test
  void aSettingOfAnotherLoadShapeIsNamedWithThoseThatThisOneKnows() {
    assertThat(problems(GateRun.in(folder).simulation("Stress").with("concurrency", 4)))
        .singleElement()
        .satisfies(
            problem ->
                assertThat(problem)
                    .contains("-Dconcurrency: is for Probe, Load, Soak", "Stress knows startRate"));
  }

  @Test
  void aPeakNeedsTimeToRecoverFrom() {
    assertThat(
            problems(
                GateRun.in(folder)
                    .simulation("Spike")
                    .with("afterPeak", "5s")
                    .withBudget(
                        new Budget().endpoint("stats").shape("spike", "{\"max_recovery_s\": 5}"))))
        .singleElement()
        .satisfies(
            problem ->
                assertThat(problem)
                    .contains(
                        "-DafterPeak=5s",
                        "5s longer at least than max_recovery_s",
                        "-DafterPeak=35s"));
  }

  @Test
  void aFeederWithoutTheColumnThatIsAskedForIsNamed() {
    assertThat(
            problems(
                GateRun.in(folder)
                    .withBudget(
                        """
                        {"gate": "g", "limits": {"p95_latency_ms": 75}, "endpoints": {
                         "events": {"method": "GET", "path": "/e", "query": {"limit": "#{limit}"},
                                    "feeder": "no.csv", "weight": 0}}}
                        """)))
        .anySatisfy(problem -> assertThat(problem).contains("/endpoints/events/weight"));
  }

  @Test
  void aBudgetFileThatIsNotThereIsNamed() {
    assertThat(problems(GateRun.in(folder).with("budgets", "budgets/shdow.json")))
        .singleElement()
        .satisfies(problem -> assertThat(problem).contains("budgets/shdow.json", "existing file"));
  }

  @Test
  void allProblemsOfABudgetFileAreNamedAtOnce() {
    String budget =
        """
        {
          "gate": "test",
          "limits": {"p9_latency_ms": 75, "max_failure_rate": 5},
          "endpoints": {"stats": {"method": "FETCH", "path": "iq"}}
        }
        """;
    assertThat(problems(GateRun.in(folder).withBudget(budget)))
        .hasSize(4)
        .allSatisfy(problem -> assertThat(problem).contains("budgets/test.json at /"))
        .anySatisfy(
            problem -> assertThat(problem).contains("/limits/p9_latency_ms", "Did you mean p9"))
        .anySatisfy(
            problem -> assertThat(problem).contains("/limits/max_failure_rate", "5 % is 0.05"))
        .anySatisfy(problem -> assertThat(problem).contains("/endpoints/stats/method", "FETCH"))
        .anySatisfy(
            problem -> assertThat(problem).contains("/endpoints/stats/path", "starts with /"));
  }

  private List<String> problems(GateRun gate) {
    GateResult result = gate.run();
    assertThat(result.exitCode()).as(result::console).isEqualTo(1);
    assertThat(result.console()).doesNotContain("\tat ", "Exception");
    assertThat(folder.resolve("reports")).doesNotExist();
    return result.err().lines().toList();
  }
}
