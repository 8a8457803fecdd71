package io.chainbridge.shadow.settings;

import static io.chainbridge.shadow.settings.BadSettingsTest.problems;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that are no setting: which are refused, and which are somebody else's. */
class UnknownNamesTest {
  @ParameterizedTest
  @CsvSource({
    "baseURL, baseUrl",
    "baseurl, baseUrl",
    "iteration, iterations",
    "Iterations, iterations",
    "itertions, iterations",
    "budget, budgets",
    "warmUp, warmup",
    "p95ms, p95Ms",
    "maxSizeKB, maxSizeKb",
    "reference.event, reference.events",
    "reference.error_rate, reference.errorRate"
  })
  void aMisspeltPropertyGetsASuggestion(String misspelt, String meant) {
    assertThat(problems(Map.of(misspelt, "1"), Map.of()))
        .containsExactly("-D%s: unknown setting. Did you mean -D%s?".formatted(misspelt, meant));
  }

  @ParameterizedTest
  @CsvSource({
    "SHADOW_BASEURL, SHADOW_BASE_URL",
    "SHADOW_P95MS, SHADOW_P95_MS",
    "SHADOW_ITERATION, SHADOW_ITERATIONS",
    "SHADOW_MAX_FAILURERATE, SHADOW_MAX_FAILURE_RATE"
  })
  void aMisspeltVariableGetsASuggestion(String misspelt, String meant) {
    assertThat(problems(Map.of(), Map.of(misspelt, "1")))
        .containsExactly("%s: unknown setting. Did you mean %s?".formatted(misspelt, meant));
  }

  @Test
  void digitsInTheWrongOrderGetASuggestion() {
    assertThat(problems(Map.of(), Map.of("SHADOW_P59_MS", "75")))
        .singleElement()
        .asString()
        .matches("SHADOW_P59_MS: unknown setting. Did you mean SHADOW_P9[59]_MS\\?");
  }

  @Test
  void anUnknownReferenceSettingListsTheOnesThereAre() {
    assertThat(problems(Map.of("reference.delay", "1s"), Map.of()))
        .containsExactly(
            "-Dreference.delay: unknown setting; allowed: reference.events, reference.seed,"
                + " reference.latency, reference.errorRate, reference.eventsKb,"
                + " reference.modelVersion");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java.version", "user.dir", "os.name", "path.separator", "file.encoding", "simulation",
        "gatling.core.runDescription", "maven.home", "env.CI", "debug", "skipTests", "test",
        "native.encoding", "https.proxyHost", "line.separator", "input", "golden.update"
      })
  void otherPeoplesPropertiesAreLeftAlone(String property) {
    assertThat(Settings.read(Shape.PROBE, Map.of(property, "x"), Map.of()))
        .isEqualTo(Settings.read(Shape.PROBE, Map.of(), Map.of()));
  }

  @Test
  void everyPropertyOfThisJvmIsLeftAlone() {
    Map<String, String> properties = new HashMap<>();
    System.getProperties().forEach((name, value) -> properties.put("" + name, "" + value));
    assertThat(Settings.read(Shape.PROBE, properties, Map.of()))
        .isEqualTo(Settings.read(Shape.PROBE, Map.of(), Map.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"path", "name", "base", "mode", "case", "tests", "stop"})
  void shortPropertiesThatHappenToResembleASettingAreLeftAlone(String property) {
    assertThat(Settings.read(Shape.PROBE, Map.of(property, "x"), Map.of()))
        .isEqualTo(Settings.read(Shape.PROBE, Map.of(), Map.of()));
  }

  @ParameterizedTest
  @CsvSource({
    "url, baseUrl",
    "URL, baseUrl",
    "target, baseUrl",
    "target.url, baseUrl",
    "host, baseUrl",
    "users, concurrency",
    "virtual-users, concurrency",
    "vus, concurrency",
    "threads, concurrency",
    "requests, iterations",
    "thinkTime, pause",
    "rps, rate",
    "arrivalRate, rate",
    "requestTimeout, timeout",
    "budget, budgets",
    "budget_file, budgets",
    "gate, budgets",
    "p95, p95Ms",
    "failureRate, maxFailureRate",
    "latency, reference.latency",
    "errorRate, reference.errorRate",
    "eventsKb, reference.eventsKb",
    "modelVersion, reference.modelVersion"
  })
  void anotherCommonNameOfASettingGetsASuggestion(String name, String meant) {
    assertThat(problems(Map.of(name, "1"), Map.of()))
        .containsExactly("-D%s: unknown setting. Did you mean -D%s?".formatted(name, meant));
  }

  @ParameterizedTest
  @CsvSource({
    "SHADOW_URL, SHADOW_BASE_URL",
    "SHADOW_TARGET_URL, SHADOW_BASE_URL",
    "SHADOW_USERS, SHADOW_CONCURRENCY",
    "SHADOW_LATENCY, SHADOW_REFERENCE_LATENCY"
  })
  void anotherCommonNameOfAVariableGetsASuggestion(String name, String meant) {
    assertThat(problems(Map.of(), Map.of(name, "1")))
        .containsExactly("%s: unknown setting. Did you mean %s?".formatted(name, meant));
  }

  @Test
  void aBlankVariableCountsAsNotSet() {
    Map<String, String> blank = Map.of("SHADOW_COLOUR", " ", "SHADOW_PEAK_RATE", "");
    assertThat(Settings.read(Shape.PROBE, Map.of(), blank).resolved())
        .isEqualTo(Settings.read(Shape.PROBE, Map.of(), Map.of()).resolved());
  }

  @Test
  void aVariableOfOursThatIsNoSettingIsRefusedWithThoseThereAre() {
    assertThat(problems(Map.of(), Map.of("SHADOW_COLOUR", "red", "SHADOW_", "x")))
        .containsExactly(
            "SHADOW_: unknown setting, and no header of budgets/shadow.json names it;" + KNOWN,
            "SHADOW_COLOUR: unknown setting, and no header of budgets/shadow.json names it;"
                + KNOWN);
  }

  private static final String KNOWN =
      " Probe knows SHADOW_BASE_URL, SHADOW_SERVICE_COMMAND, SHADOW_HEALTH_URL, SHADOW_START_TIMEOUT, SHADOW_ITERATIONS, SHADOW_CONCURRENCY, SHADOW_CONFIDENCE, SHADOW_MAX_ITERATIONS, SHADOW_SHARD, SHADOW_REGION, SHADOW_START_AT, SHADOW_WARMUP,"
          + " SHADOW_TIMEOUT, SHADOW_BUDGETS, SHADOW_P95_MS, SHADOW_P99_MS, SHADOW_MAX_SIZE_KB,"
          + " SHADOW_MAX_FAILURE_RATE, SHADOW_STOP_EARLY, SHADOW_PROGRESS, SHADOW_NOISE_FLOOR, SHADOW_GATLING_REPORT,"
          + " SHADOW_OUTPUT, SHADOW_LIVE_OTLP, SHADOW_PUSHGATEWAY, SHADOW_HISTORY, SHADOW_HISTORY_MAX, SHADOW_HISTORY_MAX_AGE,"
          + " SHADOW_NOTICE_SLACK_WEBHOOK, SHADOW_NOTICE_TEAMS_WEBHOOK, SHADOW_NOTICE_WEBHOOK,"
          + " SHADOW_NOTICE_PAGERDUTY_ROUTING_KEY, SHADOW_NOTICE_PAGERDUTY_AFTER, SHADOW_NOTICE_PAGERDUTY_URL,"
          + " SHADOW_REFERENCE_EVENTS, SHADOW_REFERENCE_SEED,"
          + " SHADOW_REFERENCE_LATENCY, SHADOW_REFERENCE_ERROR_RATE, SHADOW_REFERENCE_EVENTS_KB,"
          + " SHADOW_REFERENCE_MODEL_VERSION";

  @Test
  void aVariableThatAHeaderOfTheBudgetFileNamesIsLeftAlone(@TempDir Path folder)
      throws IOException {
    Path budgets = folder.resolve("b.json");
    Files.writeString(budgets, "{'Authorization': 'Bearer ${SHADOW_TOKEN}'}");
    Map<String, String> secret = Map.of("SHADOW_TOKEN", "s3cret");
    assertThat(Settings.read(Shape.PROBE, Map.of("budgets", "" + budgets), secret).resolved())
        .isEqualTo(
            Settings.read(Shape.PROBE, Map.of("budgets", "" + budgets), Map.of()).resolved());
    assertThat(problems(Map.of(), secret))
        .singleElement()
        .asString()
        .startsWith("SHADOW_TOKEN: unknown setting, and no header of budgets/shadow.json names it")
        .doesNotContain("s3cret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SHADOW_SERVICE_HOST",
        "SHADOW_SERVICE_PORT",
        "SHADOW_SERVICE_PORT_HTTP",
        "SHADOW_PORT",
        "SHADOW_PORT_8000_TCP",
        "SHADOW_PORT_8000_TCP_ADDR",
        "SHADOW_IQ_SERVICE_HOST"
      })
  void whatKubernetesSetsBesideAServiceOfThatNameIsLeftAlone(String variable) {
    assertThat(Settings.read(Shape.PROBE, Map.of(), Map.of(variable, "tcp://10.0.0.7:8000")))
        .isEqualTo(Settings.read(Shape.PROBE, Map.of(), Map.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"SHADOW", "SHADOWED_P95_MS", "PATH", "BASE_URL"})
  void otherPeoplesVariablesAreLeftAlone(String variable) {
    assertThat(Settings.read(Shape.PROBE, Map.of(), Map.of(variable, "x")))
        .isEqualTo(Settings.read(Shape.PROBE, Map.of(), Map.of()));
  }
}
