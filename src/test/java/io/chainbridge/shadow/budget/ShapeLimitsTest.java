package io.chainbridge.shadow.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.chainbridge.shadow.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ShapeLimitsTest {
  private static final String LIMITS =
      "p50_latency_ms, p95_latency_ms, p99_latency_ms, max_response_size_kb, max_failure_rate";

  @TempDir private Path folder;

  @Test
  void allAreRead() throws IOException {
    assertThat(
            read(
                """
                {'spike': {'max_recovery_s': 10,
                           'peak_limits': {'p95_latency_ms': 500, 'max_failure_rate': 0.1}},
                 'soak': {'max_drift': 0.2},
                 'capacity': {'min_capacity_rps': 100},
                 'compare': {'max_regression': 0.1}}
                """))
        .isEqualTo(
            new ShapeLimits(
                Optional.of(Duration.ofSeconds(10)),
                Optional.of(Map.of(Limit.P95_LATENCY_MS, 500.0, Limit.MAX_FAILURE_RATE, 0.1)),
                OptionalDouble.of(0.2),
                OptionalDouble.of(100),
                OptionalDouble.of(0.1)));
  }

  @Test
  void eachMayBeLeftOut() throws IOException {
    assertThat(read("{}")).isEqualTo(ShapeLimits.NONE);
    assertThat(read("{'spike': {}, 'soak': {}, 'capacity': {}, 'compare': {}}"))
        .isEqualTo(ShapeLimits.NONE);
  }

  @Test
  void aPeakWithoutLimitsIsNotAPeakWithThoseOfTheGate() throws IOException {
    assertThat(read("{'spike': {'peak_limits': {}}}").peak()).hasValue(Map.of());
    assertThat(read("{'spike': {'max_recovery_s': 1}}").peak()).isEmpty();
  }

  @Test
  void anOverrideOfLimitsIsNotOneOfThePeak() throws IOException {
    Settings.Limits overrides =
        new Settings.Limits(
            OptionalDouble.of(1), OptionalDouble.of(2), OptionalDouble.of(3), OptionalDouble.of(1));
    assertThat(read("{'spike': {'peak_limits': {'p95_latency_ms': 500}}}", overrides).peak())
        .hasValue(Map.of(Limit.P95_LATENCY_MS, 500.0));
  }

  @ParameterizedTest
  @CsvSource({"86400, PT24H", "0.25, PT0.25S", "10.3, PT10.3S", "1e-12, PT0.000000001S"})
  void aRecoveryIsInSecondsAndNeverZero(String seconds, Duration recovery) throws IOException {
    assertThat(read("{'spike': {'max_recovery_s': %s}}".formatted(seconds)).maxRecovery())
        .hasValue(recovery);
  }

  @Test
  void areACopy() {
    Map<Limit, Double> peak = new EnumMap<>(Map.of(Limit.P95_LATENCY_MS, 1.0));
    ShapeLimits limits =
        new ShapeLimits(
            Optional.empty(),
            Optional.of(peak),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty());
    peak.clear();
    assertThat(limits.peak()).hasValue(Map.of(Limit.P95_LATENCY_MS, 1.0));
  }

  static Stream<Arguments> whatMakesNoSenseIsRefused() {
    return Stream.of(
        argumentSet("no object", "1", ": found 1, expected object"),
        argumentSet(
            "an unknown shape",
            "{'spikes': {}}",
            "/spikes: unknown key; allowed: spike, soak, compare, capacity. Did you mean spike?"),
        argumentSet(
            "an unknown key of a spike",
            "{'spike': {'max_recovery': 10}}",
            "/spike/max_recovery: unknown key; allowed: max_recovery_s, peak_limits."
                + " Did you mean max_recovery_s?"),
        argumentSet(
            "an unknown limit of the peak",
            "{'spike': {'peak_limits': {'p9_latency_ms': 1}}}",
            "/spike/peak_limits/p9_latency_ms: unknown key; allowed: "
                + LIMITS
                + ". Did you mean p95_latency_ms?"),
        argumentSet(
            "no recovery",
            "{'spike': {'max_recovery_s': 0}}",
            "/spike/max_recovery_s: found 0, expected a number above 0"),
        argumentSet(
            "a recovery of days",
            "{'spike': {'max_recovery_s': 86401}}",
            "/spike/max_recovery_s: found 86401, expected a number of at most 86400"),
        argumentSet(
            "a recovery with unit",
            "{'spike': {'max_recovery_s': '10s'}}",
            "/spike/max_recovery_s: found \"10s\", expected number"),
        argumentSet(
            "an unknown key of a soak",
            "{'soak': {'drift': 1}}",
            "/soak/drift: unknown key; allowed: max_drift"),
        argumentSet(
            "no drift",
            "{'soak': {'max_drift': 0}}",
            "/soak/max_drift: found 0, expected a number above 0"),
        argumentSet(
            "a drift in percent",
            "{'soak': {'max_drift': 120}}",
            "/soak/max_drift: found 120, expected a number of at most 100;"
                + " a drift is a ratio: 20 % is 0.2"),
        argumentSet(
            "an unknown key of a comparison",
            "{'compare': {'max_p95': 1}}",
            "/compare/max_p95: unknown key; allowed: max_regression"),
        argumentSet(
            "no regression",
            "{'compare': {'max_regression': 0}}",
            "/compare/max_regression: found 0, expected a number above 0"),
        argumentSet(
            "a regression in percent",
            "{'compare': {'max_regression': 110}}",
            "/compare/max_regression: found 110, expected a number of at most 100;"
                + " a regression is a ratio: 10 % is 0.1"),
        argumentSet(
            "an unknown key of a capacity",
            "{'capacity': {'min_rps': 1}}",
            "/capacity/min_rps: unknown key; allowed: min_capacity_rps"),
        argumentSet(
            "no capacity",
            "{'capacity': {'min_capacity_rps': 0}}",
            "/capacity/min_capacity_rps: found 0, expected a number above 0"),
        argumentSet(
            "a capacity beyond reason",
            "{'capacity': {'min_capacity_rps': 1000001}}",
            "/capacity/min_capacity_rps: found 1000001, expected a number of at most 1000000"));
  }

  @ParameterizedTest
  @MethodSource
  void whatMakesNoSenseIsRefused(String shapes, String problem) throws IOException {
    assertThat(problems(shapes)).containsExactly("gate.json at /shapes" + problem);
  }

  private List<String> problems(String shapes) throws IOException {
    return BudgetProblems.of(folder, gate(shapes));
  }

  private ShapeLimits read(String shapes) throws IOException {
    return read(shapes, BudgetFileTest.NO_OVERRIDES);
  }

  private ShapeLimits read(String shapes, Settings.Limits overrides) throws IOException {
    Path file = folder.resolve("gate.json");
    Files.writeString(file, gate(shapes).replace('\'', '"'));
    return BudgetFile.read(file, overrides, Map.of()).shapes();
  }

  private static String gate(String shapes) {
    return """
    {'gate': 'g', 'limits': {'p95_latency_ms': 1}, 'shapes': %s,
     'endpoints': {'a': {'method': 'GET', 'path': '/a'}}}
    """
        .formatted(shapes);
  }
}
