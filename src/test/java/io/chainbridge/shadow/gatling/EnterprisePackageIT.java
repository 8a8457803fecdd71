package io.chainbridge.shadow.gatling;

import static org.assertj.core.api.Assertions.assertThat;

import io.chainbridge.shadow.gatling.BareGatling.Result;
import io.chainbridge.shadow.reference.ReferenceOptions;
import io.chainbridge.shadow.reference.ReferenceService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What `mvn gatling:enterprisePackage` makes runs without the project, as a guest. */
class EnterprisePackageIT {
  private static final String STATS = "/iq/shadow/stats";
  private static final String EVENTS = "/iq/shadow/events";

  private static Path jar;

  @TempDir Path folder;

  /** The plugin builds in the project's own folder, which tests run from: so in a copy of it. */
  @BeforeAll
  static void makePackage(@TempDir Path copy) throws Exception {
    Process process =
        new ProcessBuilder(
                "/bin/sh",
                "-c",
                "mkdir \"$0\"/target && cp -a pom.xml .mvn src simulations budgets \"$0\""
                    + " && cp -a target/classes target/test-classes target/generated-sources"
                    + " target/maven-status \"$0\"/target && cd \"$0\""
                    + " && exec mvn -B -ntp -q gatling:enterprisePackage",
                copy.toString())
            .redirectErrorStream(true)
            .redirectOutput(copy.resolve("maven.txt").toFile())
            .start();
    try {
      assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.exitValue()).as(() -> textOf(copy.resolve("maven.txt"))).isZero();
    jar = copy.resolve("target/shadow-load-1.0.0-SNAPSHOT-shaded.jar");
  }

  private static String textOf(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }

  private BareGatling gatling() throws IOException {
    return new BareGatling(jar, folder).environment("SHADOW_WARMUP", "3");
  }

  private BareGatling gatling(Target target) throws IOException {
    return gatling()
        .environment("SHADOW_BASE_URL", target.uri().toString())
        .environment("SHADOW_P95_MS", "5000")
        .environment("SHADOW_P99_MS", "5000");
  }

  private static Target healthy() {
    return Target.start()
        .on(STATS, Answer.json(Bodies.STATS))
        .on(EVENTS, Answer.json(Bodies.events(5)));
  }

  /** Only Gatling's own folder of results is left, which is beside those that are looked at. */
  private static void seesNoTrace(Result result) {
    assertThat(result.files()).isEmpty();
    assertThat(result.children()).isEmpty();
    assertThat(result.console()).doesNotContain("Verdict", "Report: reports");
  }

  @Test
  void itsManifestNamesTheSimulationsThatCanBeChosen() throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      assertThat(file.getManifest().getMainAttributes().getValue("Gatling-Simulations").split(","))
          .contains(
              "shadow.ProbeSimulation",
              "shadow.LoadSimulation",
              "shadow.StressSimulation",
              "shadow.SpikeSimulation",
              "shadow.SoakSimulation");
      assertThat(file.getEntry("driver/linux/node")).isNull();
    }
    assertThat(Files.size(jar)).isLessThan(80_000_000);
  }

  @Test
  void classesOfACheckoutAreOfNoPackage() {
    assertThat(EnterprisePackage.running()).isEmpty();
  }

  @Test
  void aProbeOfTheReferenceServicePassesAndLeavesNothing() throws Exception {
    try (ReferenceService service = ReferenceService.start(ReferenceOptions.DEFAULT)) {
      service.ready().get(60, TimeUnit.SECONDS);

      Result result =
          gatling()
              .environment("SHADOW_BASE_URL", service.uri().toString())
              .property("p95Ms", "5000")
              .property("p99Ms", "5000")
              .run("Probe");

      assertThat(result.exitCode()).as(result.console()).isZero();
      assertThat(result.console())
          .contains(
              "stats: 95th percentile of response time is less than 5000.0 : true",
              "events: percentage of failed events is less than 5.0 : true");
      seesNoTrace(result);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Load", "Stress", "Spike", "Soak"})
  void otherShapesPassToo(String shape) throws Exception {
    try (Target target = healthy()) {
      BareGatling gatling = gatling(target);
      switch (shape) {
        case "Stress" ->
            gatling
                .environment("SHADOW_STEPS", "2")
                .environment("SHADOW_STEP_RATE", "10")
                .environment("SHADOW_STEP_DURATION", "2s");
        case "Spike" ->
            gatling
                .environment("SHADOW_RATE", "5")
                .environment("SHADOW_PEAK_RATE", "20")
                .environment("SHADOW_BEFORE_PEAK", "2s")
                .environment("SHADOW_PEAK_DURATION", "2s")
                .environment("SHADOW_AFTER_PEAK", "20s");
        default -> gatling.environment("SHADOW_RATE", "20").environment("SHADOW_DURATION", "3s");
      }
      Result result = gatling.run(shape);

      assertThat(result.exitCode()).as(result.console()).isZero();
      assertThat(result.console())
          .contains("events: 99th percentile of response time is less than 5000.0 : true");
      seesNoTrace(result);
    }
  }

  @Test
  void aSlowServiceBreachesAnAssertion() throws Exception {
    try (Target target =
        healthy().on(STATS, Answer.json(Bodies.STATS).after(Duration.ofMillis(120)))) {
      Result result = gatling(target).environment("SHADOW_P95_MS", "75").run("Probe");

      assertThat(result.exitCode()).as(result.console()).isEqualTo(2);
      assertThat(result.console())
          .contains("stats: 95th percentile of response time is less than 75.0 : false");
      seesNoTrace(result);
    }
  }

  /** Under load as well, where in a checkout a part of the answers would be looked at aside. */
  @ParameterizedTest
  @ValueSource(strings = {"{\"model_version\": 3}", "too large"})
  void brokenContractsAndLargeBodiesFailTheirRequestsHoweverManyThereAre(String body)
      throws Exception {
    String answer = body.equals("too large") ? Bodies.events(40) : body;
    try (Target target = healthy().on(EVENTS, Answer.json(answer))) {
      Result result =
          gatling(target)
              .environment("SHADOW_ITERATIONS", "1000")
              .environment("SHADOW_CONCURRENCY", "4")
              .environment("SHADOW_PAUSE", "0ms")
              .run("Load");

      assertThat(result.exitCode()).as(result.console()).isEqualTo(2);
      assertThat(result.console())
          .contains(
              "events: percentage of failed events is less than 5.0 : false (actual : 100.0)",
              "stats: percentage of failed events is less than 5.0 : true (actual : 0.0)");
    }
  }

  @Test
  void oneBrokenAnswerIsEnoughWhereNoLimitIsSetOnFailures() throws Exception {
    try (Target target =
        Target.start().on("/stats", Answer.json(Bodies.STATS).but(Answer.json("{}"), 1, 18))) {
      Result result =
          gatling(target)
              .environment("SHADOW_BUDGETS", "mine/budget.json")
              .file(
                  "mine/budget.json",
                  new Budget()
                      .withoutLimit("max_failure_rate")
                      .endpoint("stats")
                      .text()
                      .replace(
                          "\"path\" : \"/stats\"",
                          "\"path\" : \"/stats\", \"contract\": {\"schema\": \"stats.schema.json\"}"))
              .file(
                  "mine/stats.schema.json",
                  "{\"type\": \"object\", \"required\": [\"model_version\"]}")
              .run("Probe");

      assertThat(result.exitCode()).as(result.console()).isEqualTo(2);
      assertThat(result.console())
          .contains("stats: count of failed events is 0.0 : false (actual : 1.0)");
    }
  }

  @Test
  void theOtherBudgetFilesOfThePackageCanBeChosen() throws Exception {
    try (ReferenceService service = ReferenceService.start(ReferenceOptions.DEFAULT)) {
      service.ready().get(60, TimeUnit.SECONDS);

      Result result =
          gatling()
              .environment("SHADOW_BASE_URL", service.uri().toString())
              .environment("SHADOW_BUDGETS", "budgets/chainiq-v0.3.json")
              .environment("SHADOW_P95_MS", "4321")
              .environment("SHADOW_P99_MS", "5000")
              .run("Probe");

      assertThat(result.exitCode()).as(result.console()).isZero();
      assertThat(result.console()).contains("less than 4321.0 : true");
      seesNoTrace(result);
    }
  }

  @Test
  void whatCannotBeDoneThereIsSaidBeforeAnyRequest() throws Exception {
    Result result =
        gatling()
            .environment("SHADOW_OUTPUT", "probe.json")
            .environment("SHADOW_NOISE_FLOOR", "false")
            .property("history", "none")
            .run("Compare");

    assertThat(result.exitCode()).as(result.console()).isNotZero();
    assertThat(result.console())
        .contains(
            "SHADOW_BASE_URL is not set: on Gatling Enterprise there is no embedded reference service",
            "Compare does not run on Gatling Enterprise",
            "output: has no effect on Gatling Enterprise",
            "noiseFloor: has no effect on Gatling Enterprise",
            "history: has no effect on Gatling Enterprise");
    seesNoTrace(result);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Capacity", "Chaos"})
  void shapesThatAskMoreThanAssertionsSayAreRefused(String shape) throws Exception {
    Result result = gatling().environment("SHADOW_BASE_URL", "http://127.0.0.1:9").run(shape);

    assertThat(result.exitCode()).isNotZero();
    assertThat(result.console())
        .contains(
            shape + " does not run on Gatling Enterprise", "Probe, Load, Stress, Spike, Soak");
    seesNoTrace(result);
  }

  @Test
  void aBudgetFileThatIsNowhereIsNamed() throws Exception {
    Result result =
        gatling()
            .environment("SHADOW_BASE_URL", "http://127.0.0.1:9")
            .environment("SHADOW_BUDGETS", "budgets/none.json")
            .run("Probe");

    assertThat(result.exitCode()).isNotZero();
    assertThat(result.console())
        .contains("SHADOW_BUDGETS=budgets/none.json: must be an existing file");
  }

  @Test
  void aServiceThatIsNotThereIsNotMeasured() throws Exception {
    Result result =
        gatling()
            .environment("SHADOW_BASE_URL", "http://127.0.0.1:9")
            .environment("SHADOW_START_TIMEOUT", "1s")
            .run("Probe");

    assertThat(result.exitCode()).isNotZero();
    assertThat(result.console())
        .contains("no service answered http://127.0.0.1:9/health within 1s (connection refused)")
        .doesNotContain("request count");
    seesNoTrace(result);
  }
}
