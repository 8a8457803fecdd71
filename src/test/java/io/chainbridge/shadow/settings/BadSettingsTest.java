package io.chainbridge.shadow.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that make no sense, each refused with what is allowed. */
class BadSettingsTest {
  private static final String TARGET =
      "must be an http or https address without credentials, query or fragment"
          + " (a secret belongs in a header of the budget file); for example ";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          iterations             | 0        | a whole number from 1 to 2147483647 | 100
          iterations             | -5       | a whole number from 1 to 2147483647 | 100
          iterations             | ""       | a whole number from 1 to 2147483647 | 100
          iterations             | 1.5      | a whole number from 1 to 2147483647 | 100
          iterations             | 1e3      | a whole number from 1 to 2147483647 | 100
          iterations             | 0x10     | a whole number from 1 to 2147483647 | 100
          iterations             | twenty   | a whole number from 1 to 2147483647 | 100
          iterations             | 2147483648 | a whole number from 1 to 2147483647 | 100
          iterations             | 99999999999 | a whole number from 1 to 2147483647 | 100
          iterations             | 1,000    | a whole number from 1 to 2147483647 | 100
          concurrency            | 0        | a whole number from 1 to 10000 | 4
          concurrency            | 10001    | a whole number from 1 to 10000 | 4
          warmup                 | -1       | a whole number from 0 to 2147483647 | 50
          timeout                | 10       | a duration with its unit (ms, s, m or h) from 1ms to 1h | 10s
          timeout                | 0s       | a duration with its unit (ms, s, m or h) from 1ms to 1h | 10s
          timeout                | 61m      | a duration with its unit (ms, s, m or h) from 1ms to 1h | 10s
          timeout                | 10 s     | a duration with its unit (ms, s, m or h) from 1ms to 1h | 10s
          timeout                | -1s      | a duration with its unit (ms, s, m or h) from 1ms to 1h | 10s
          timeout                | 1d       | a duration with its unit (ms, s, m or h) from 1ms to 1h | 10s
          timeout                | 9999999999h | a duration with its unit (ms, s, m or h) from 1ms to 1h | 10s
          budgets                | ""       | an existing file | budgets/shadow.json
          startTimeout           | 30       | a duration with its unit (ms, s, m or h) from 1ms to 1h | 2m
          startTimeout           | 0s       | a duration with its unit (ms, s, m or h) from 1ms to 1h | 2m
          p95Ms                  | 0        | a number above 0 | 75
          p95Ms                  | -1       | a number above 0 | 75
          p95Ms                  | 75ms     | a number above 0 | 75
          p95Ms                  | 75d      | a number above 0 | 75
          p95Ms                  | NaN      | a number above 0 | 75
          p99Ms                  | Infinity | a number above 0 | 120
          p99Ms                  | 1e400    | a number above 0 | 120
          p99Ms                  | 1e-400   | a number above 0 | 120
          p99Ms                  | 120,5    | a number above 0 | 120
          maxSizeKb              | 25KB     | a number above 0 | 25
          maxFailureRate         | 0        | a ratio above 0 and at most 1 | 0.05
          maxFailureRate         | 1.01     | a ratio above 0 and at most 1 | 0.05
          maxFailureRate         | 5%       | a ratio above 0 and at most 1 | 0.05
          output                 | ""       | the path of a file, not of a folder | target/probe.json
          output                 | src      | the path of a file, not of a folder | target/probe.json
          history                | ""       | the path of a folder, or none | reports/history
          history                | pom.xml  | the path of a folder, or none | reports/history
          historyMax             | 0        | a whole number from 1 to 1000000 | 10000
          historyMaxAge          | 0d       | a number of days from 1d to 36500d | 365d
          historyMaxAge          | 24h      | a number of days from 1d to 36500d | 365d
          reference.events       | 200001   | a whole number from 0 to 200000 | 5000
          reference.seed         | x        | a whole number | 42
          reference.latency      | 11m      | a duration with its unit (ms, s, m or h) from 0ms to 10m | 100ms
          reference.errorRate    | -0.1     | a ratio from 0 to 1 | 0.12
          reference.eventsKb     | 10241    | a whole number from 0 to 10240 | 40
          reference.modelVersion | yes      | true or false | false
          reference.modelVersion | FALSE    | true or false | false
          """)
  void isRefusedWithTheValueFoundWhatIsAllowedAndAnExample(
      String property, String found, String allowed, String example) {
    assertThat(problems(Map.of(property, found), Map.of()))
        .containsExactly(
            "-D%1$s=%2$s: must be %3$s; for example -D%1$s=%4$s"
                .formatted(property, found, allowed, example));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "127.0.0.1:8000",
        "localhost:8000",
        "ftp://host",
        "http://",
        "http:///iq",
        "http://host:port",
        "http://host:65536",
        "http://host:0",
        "http://host name",
        "file:/tmp"
      })
  void whatIsNoAddressIsRefused(String found) {
    assertThat(problems(Map.of("baseUrl", found), Map.of()))
        .containsExactly("-DbaseUrl=" + found + ": " + TARGET + "-DbaseUrl=http://127.0.0.1:8000");
  }

  @ParameterizedTest
  @CsvSource({
    "http://ada:pa55@host:8000/iq, http://***@host:8000/iq",
    "https://t0ken@host, https://***@host",
    "http://ada:pa55@ada:pa55@host, http://***@host",
    "http://ada:pa/55@host, http://***@host",
    "http://ada:pa 55@host, http://***@host",
    "http://ada:pa?55@host, http://***@host", // gitleaks:allow
    "http://ada:pa#55@host, http://***@host", // gitleaks:allow
    "ada:pa55@host:8000, ***@host:8000",
    "http:/ada:pa55@host, ***@host",
    "//ada:pa55@host, ***@host",
    "http://host/iq?key=pa55, http://host/iq?***",
    "http://host/iq#pa55, http://host/iq#***"
  })
  void credentialsInABaseUrlAreRefusedAndNotShown(String found, String shown) {
    assertThat(problems(Map.of("baseUrl", found), Map.of()))
        .containsExactly("-DbaseUrl=" + shown + ": " + TARGET + "-DbaseUrl=http://127.0.0.1:8000");
  }

  @ParameterizedTest
  @CsvSource({
    "budgets/shadw.json, budgets/shadw.json, budgets/shadw.json",
    "budgets, budgets, budgets",
    "../x/./b.json, ../x/./b.json, ../x/./b.json",
    "' b.json', ' b.json', b.json",
    "budgets/team@home.json, budgets/team@home.json, budgets/team@home.json",
    "https://ada:pa55@host/b.json, https://***@host/b.json, https:/***@host/b.json"
  })
  void aFileThatIsNoneIsRefusedWithTheWholePathThatWasTried(
      String found, String shown, String tried) {
    assertThat(problems(Map.of("budgets", found), Map.of()))
        .containsExactly(
            "-Dbudgets=%s: must be an existing file, and %s is none; for example"
                    .formatted(shown, Path.of("").toAbsolutePath().resolve(tried))
                + " -Dbudgets=budgets/shadow.json");
  }

  @Test
  void anEnvironmentVariableIsRefusedByItsOwnName() {
    assertThat(problems(Map.of(), Map.of("SHADOW_P95_MS", "fast")))
        .containsExactly(
            "SHADOW_P95_MS=fast: must be a number above 0; for example SHADOW_P95_MS=75");
  }

  @Test
  void aPropertyThatMakesNoSenseIsNotCoveredUpByTheEnvironment() {
    assertThat(problems(Map.of("iterations", "0"), Map.of("SHADOW_ITERATIONS", "5"))).hasSize(1);
  }

  @Test
  void everythingThatIsWrongIsReportedAtOnce() {
    assertThat(
            problems(
                Map.of("warmup", "x", "iterations", "0", "wramup", "1", "iteration", "5"),
                Map.of("SHADOW_TIMEOUT", "10", "SHADOW_BUDGET", "b.json")))
        .containsExactly(
            "-Diterations=0: must be a whole number from 1 to 2147483647; for example -Diterations=100",
            "-Dwarmup=x: must be a whole number from 0 to 2147483647; for example -Dwarmup=50",
            "SHADOW_TIMEOUT=10: must be a duration with its unit (ms, s, m or h) from 1ms to 1h;"
                + " for example SHADOW_TIMEOUT=10s",
            "-Diteration: unknown setting. Did you mean -Diterations?",
            "-Dwramup: unknown setting. Did you mean -Dwarmup?",
            "SHADOW_BUDGET: unknown setting. Did you mean SHADOW_BUDGETS?");
  }

  @Test
  void theMessageHasEveryProblemInALineOfItsOwn() {
    assertThatThrownBy(
            () -> Settings.read(Shape.PROBE, Map.of("iterations", "0", "warmup", "x"), Map.of()))
        .hasMessage(
            String.join(
                System.lineSeparator(),
                "-Diterations=0: must be a whole number from 1 to 2147483647; for example -Diterations=100",
                "-Dwarmup=x: must be a whole number from 0 to 2147483647; for example -Dwarmup=50"));
  }

  @Test
  void referenceSettingsAreRefusedWithAnotherTarget() {
    assertThat(
            problems(
                Map.of("baseUrl", "http://host", "reference.latency", "1s"),
                Map.of("SHADOW_REFERENCE_EVENTS", "10")))
        .containsExactly(
            "SHADOW_REFERENCE_EVENTS: is for the embedded reference service, but a base URL names"
                + " another target; leave out one of the two",
            "-Dreference.latency: is for the embedded reference service, but a base URL names"
                + " another target; leave out one of the two");
  }

  static List<String> problems(Map<String, String> properties, Map<String, String> environment) {
    return catchThrowableOfType(
            InvalidInputException.class, () -> Settings.read(Shape.PROBE, properties, environment))
        .problems();
  }
}
