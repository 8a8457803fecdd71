package io.chainbridge.shadow.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

  /** What a probe knows. */
  private static Stream<Setting<?>> known() {
    return Catalogue.ALL.stream().filter(s -> s.fallback().in(Shape.PROBE).isPresent());
  }

  /** Less what is no property; {@link NoticeSettingsTest} has the others. */
  private static Stream<Setting<?>> properties() {
    return known().filter(s -> !s.environmentOnly());
  }

  private static Pace.Closed closed(Settings settings) {
    return (Pace.Closed) settings.pace();
  }

  @Test
  void withNothingSetTheDefaultsHold() {
    Settings settings = Settings.read(Shape.PROBE, Map.of(), Map.of());
    assertThat(settings)
        .isEqualTo(
            new Settings(
                Shape.PROBE,
                Optional.empty(),
                new Settings.Start(Optional.empty(), Optional.empty(), Duration.ofSeconds(30)),
                Settings.Baseline.NONE,
                new Pace.Closed(1, OptionalInt.of(20), Optional.empty(), Pause.NONE),
                Share.ALL,
                Optional.empty(),
                50,
                Duration.ofSeconds(10),
                Path.of("budgets/shadow.json"),
                new Settings.Limits(
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty()),
                false,
                true,
                true,
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Settings.History(
                    Optional.of(Path.of("reports/history")), 10_000, Duration.ofDays(365)),
                new NoticeSettings(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    URI.create("https://events.pagerduty.com"),
                    3,
                    Optional.empty()),
                new Settings.Reference(5_000, 42, Duration.ZERO, 0, 0, true),
                settings.resolved()));
    assertThat(settings.resolved())
        .extracting(ResolvedSetting::name)
        .containsExactlyElementsOf(known().map(Setting::property).toList());
    assertThat(settings.resolved()).extracting(ResolvedSetting::origin).containsOnly("default");
  }

  @Test
  void eachSettingSaysWhereItCameFrom() {
    assertThat(
            Settings.read(
                    Shape.PROBE,
                    Map.of("iterations", "7"),
                    Map.of("SHADOW_ITERATIONS", "8", "SHADOW_TIMEOUT", "3s"))
                .resolved())
        .contains(
            new ResolvedSetting("iterations", "7", "property"),
            new ResolvedSetting("timeout", "3s", "environment"),
            new ResolvedSetting("warmup", "50", "default"));
  }

  static Stream<Arguments> eachSetting() {
    return Stream.of(
        setting("baseUrl", "SHADOW_BASE_URL", "http://h:1/iq", "https://h", SettingsTest::baseUrl),
        setting(
            "serviceCommand",
            "SHADOW_SERVICE_COMMAND",
            "exec sleep 1 # 'a'",
            "b",
            s -> s.start().command().orElseThrow()),
        setting(
            "healthUrl",
            "SHADOW_HEALTH_URL",
            "/ready/",
            "https://h:1/",
            s -> s.start().healthUrl().orElseThrow()),
        setting("startTimeout", "SHADOW_START_TIMEOUT", "PT0.5S", "PT2M", s -> s.start().timeout()),
        setting(
            "iterations",
            "SHADOW_ITERATIONS",
            "1",
            "2000000000",
            s -> closed(s).iterations().getAsInt()),
        setting("concurrency", "SHADOW_CONCURRENCY", "10000", "3", s -> closed(s).concurrency()),
        setting("confidence", "SHADOW_CONFIDENCE", "0.51", "0.999", s -> proof(s).confidence()),
        setting(
            "maxIterations", "SHADOW_MAX_ITERATIONS", "1", "9000", s -> proof(s).maxIterations()),
        setting("shard", "SHADOW_SHARD", "1/1", "2/4", s -> s.share().shard().orElseThrow()),
        setting("region", "SHADOW_REGION", "eu-west", "ap", s -> s.share().region().orElseThrow()),
        setting(
            "startAt",
            "SHADOW_START_AT",
            inMinutes(10),
            inMinutes(20),
            s -> s.startAt().orElseThrow()),
        setting("warmup", "SHADOW_WARMUP", "0", "7", Settings::warmup),
        setting("timeout", "SHADOW_TIMEOUT", "PT0.25S", "PT2M", Settings::timeout),
        setting(
            "budgets", "SHADOW_BUDGETS", "budgets/chainiq-v0.3.json", "pom.xml", Settings::budgets),
        setting("p95Ms", "SHADOW_P95_MS", "0.5", "75.25", s -> s.limits().p95Ms().getAsDouble()),
        setting("p99Ms", "SHADOW_P99_MS", "1.0", "120.0", s -> s.limits().p99Ms().getAsDouble()),
        setting(
            "maxSizeKb",
            "SHADOW_MAX_SIZE_KB",
            "25.0",
            "1.5",
            s -> s.limits().maxSizeKb().getAsDouble()),
        setting(
            "maxFailureRate",
            "SHADOW_MAX_FAILURE_RATE",
            "1.0",
            "0.05",
            s -> s.limits().maxFailureRate().getAsDouble()),
        setting("stopEarly", "SHADOW_STOP_EARLY", "true", "false", Settings::stopEarly),
        setting("progress", "SHADOW_PROGRESS", "false", "true", Settings::progress),
        setting("noiseFloor", "SHADOW_NOISE_FLOOR", "false", "true", Settings::noiseFloor),
        setting("gatlingReport", "SHADOW_GATLING_REPORT", "false", "true", Settings::gatlingReport),
        setting("output", "SHADOW_OUTPUT", "a/b.json", "c.json", s -> s.output().orElseThrow()),
        setting(
            "live.otlp",
            "SHADOW_LIVE_OTLP",
            "http://127.0.0.1:4318/v1/metrics",
            "https://h/otlp/v1/metrics",
            s -> s.live().orElseThrow().otlp()),
        setting(
            "pushgateway",
            "SHADOW_PUSHGATEWAY",
            "http://127.0.0.1:9091",
            "https://h/push",
            s -> s.pushgateway().orElseThrow()),
        setting(
            "history",
            "SHADOW_HISTORY",
            "kept/here",
            "none",
            s -> s.history().folder().map(Path::toString).orElse("none")),
        setting("historyMax", "SHADOW_HISTORY_MAX", "1", "10000", s -> s.history().most()),
        setting(
            "historyMaxAge",
            "SHADOW_HISTORY_MAX_AGE",
            "1d",
            "36500d",
            s -> s.history().age().toDays() + "d"),
        setting(
            "notice.pagerdutyAfter",
            "SHADOW_NOTICE_PAGERDUTY_AFTER",
            "1",
            "100",
            s -> s.notices().pagerDutyAfter()),
        setting(
            "notice.pagerdutyUrl",
            "SHADOW_NOTICE_PAGERDUTY_URL",
            "https://events.eu.pagerduty.com",
            "http://127.0.0.1:8080",
            s -> s.notices().pagerDutyUrl()),
        setting(
            "reference.events",
            "SHADOW_REFERENCE_EVENTS",
            "0",
            "200000",
            s -> s.reference().events()),
        setting(
            "reference.seed",
            "SHADOW_REFERENCE_SEED",
            "-1",
            "9223372036854775807",
            s -> s.reference().seed()),
        setting(
            "reference.latency",
            "SHADOW_REFERENCE_LATENCY",
            "PT0S",
            "PT0.1S",
            s -> s.reference().latency()),
        setting(
            "reference.errorRate",
            "SHADOW_REFERENCE_ERROR_RATE",
            "1.0",
            "0.12",
            s -> s.reference().errorRate()),
        setting(
            "reference.eventsKb",
            "SHADOW_REFERENCE_EVENTS_KB",
            "40",
            "10240",
            s -> s.reference().eventsKb()),
        setting(
            "reference.modelVersion",
            "SHADOW_REFERENCE_MODEL_VERSION",
            "false",
            "true",
            s -> s.reference().modelVersion()));
  }

  private static Arguments setting(
      String property, String environment, String one, String other, Function<Settings, ?> value) {
    return arguments(property, environment, one, other, value);
  }

  /** Of a probe with a target of its own, a confidence, or more users, where that is needed. */
  private static Settings read(Map<String, String> properties, Map<String, String> environment) {
    Map<String, String> all = new HashMap<>(properties);
    if (properties.containsKey("serviceCommand")
        || environment.containsKey("SHADOW_SERVICE_COMMAND")) {
      all.put("baseUrl", "http://h");
    }
    if (properties.containsKey("maxIterations")
        || environment.containsKey("SHADOW_MAX_ITERATIONS")) {
      all.put("confidence", "0.9");
    }
    if (properties.containsKey("shard")) {
      all.put("concurrency", "4");
    }
    return Settings.read(Shape.PROBE, all, environment);
  }

  private static Pace.UntilProven proof(Settings settings) {
    return (Pace.UntilProven) settings.pace();
  }

  private static URI baseUrl(Settings settings) {
    return settings.baseUrl().orElseThrow();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("eachSetting")
  void isReadFromItsProperty(
      String property, String environment, String one, String other, Function<Settings, ?> value) {
    assertThat(value.apply(read(Map.of(property, text(one)), Map.of()))).hasToString(one);
    assertThat(value.apply(read(Map.of(property, text(other)), Map.of()))).hasToString(other);
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("eachSetting")
  void isReadFromItsEnvironmentVariable(
      String property, String environment, String one, String other, Function<Settings, ?> value) {
    assertThat(value.apply(read(Map.of(), Map.of(environment, text(one))))).hasToString(one);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("eachSetting")
  void thePropertyWinsOverTheEnvironmentVariable(
      String property, String environment, String one, String other, Function<Settings, ?> value) {
    assertThat(value.apply(read(Map.of(property, text(one)), Map.of(environment, text(other)))))
        .hasToString(one);
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("eachSetting")
  void aBlankEnvironmentVariableCountsAsNotSet(
      String property, String environment, String one, String other, Function<Settings, ?> value) {
    assertThat(Settings.read(Shape.PROBE, Map.of(), Map.of(environment, " \t")))
        .isEqualTo(Settings.read(Shape.PROBE, Map.of(), Map.of()));
  }

  @Test
  void theTableAboveHasEverySettingThereIs() {
    assertThat(eachSetting().map(arguments -> arguments.get()[0]))
        .containsExactlyElementsOf(properties().map(Setting::property).toList());
    assertThat(eachSetting().map(arguments -> arguments.get()[1]))
        .containsExactlyElementsOf(properties().map(Setting::environment).toList());
  }

  private static String inMinutes(int minutes) {
    return Instant.now()
        .plus(Duration.ofMinutes(minutes))
        .truncatedTo(ChronoUnit.SECONDS)
        .toString();
  }

  /** Durations are written with a unit, and shown as ISO 8601 by Java. */
  private static String text(String value) {
    return value.startsWith("PT") ? Duration.parse(value).toMillis() + "ms" : value;
  }

  @ParameterizedTest
  @CsvSource({"250ms, PT0.25S", "90s, PT1M30S", "2m, PT2M", "1h, PT1H"})
  void aDurationHasItsUnit(String text, Duration duration) {
    assertThat(Settings.read(Shape.PROBE, Map.of("timeout", text), Map.of()).timeout())
        .isEqualTo(duration);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://host:80", " http://host:80/ ", "http://host:80\n"})
  void spacesAroundAValueAndTheLastSlashOfABaseUrlDoNotMatter(String text) {
    assertThat(Settings.read(Shape.PROBE, Map.of("baseUrl", text), Map.of()).baseUrl())
        .hasValue(URI.create("http://host:80"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://[::1]:8000", "https://chainiq.example/iq/v0.3"})
  void aBaseUrlMayHaveAnAddressOrAPath(String text) {
    assertThat(Settings.read(Shape.PROBE, Map.of("baseUrl", text), Map.of()).baseUrl())
        .hasValue(URI.create(text));
  }

  @Test
  void everyExampleIsAllowed() {
    for (Setting<?> setting : Catalogue.ALL) {
      assertThat(setting.kind().parse(setting.example())).as(setting.property()).isPresent();
    }
  }

  /** What the catalogue says of the defaults, in words, is what {@link Settings#read} does. */
  @Test
  void everyDefaultThatIsAValueIsTheOneThatHolds() {
    Settings defaults = Settings.read(Shape.PROBE, Map.of(), Map.of());
    for (Setting<?> setting : Catalogue.ALL) {
      boolean word = setting.fallback().in(Shape.PROBE).orElse("").equals("none");
      if (!word
          && !setting.equals(PaceSettings.MAX_ITERATIONS) // is for a confidence only
          && setting.kind().parse(setting.fallback().in(Shape.PROBE).orElse("")).isPresent()) {
        assertThat(
                Settings.read(
                    Shape.PROBE,
                    Map.of(setting.property(), setting.fallback().in(Shape.PROBE).orElse("")),
                    Map.of()))
            .as(setting.property())
            .usingRecursiveComparison()
            .ignoringFields("resolved")
            .isEqualTo(defaults);
      }
    }
  }

  @Test
  void confidenceReplacesIterations() {
    Settings settings = Settings.read(Shape.PROBE, Map.of("confidence", "0.99"), Map.of());
    assertThat(settings.pace()).isEqualTo(new Pace.UntilProven(1, 0.99, 5_000));
    assertThat(settings.resolved())
        .extracting(ResolvedSetting::name)
        .contains("confidence", "maxIterations")
        .doesNotContain("iterations");
  }
}
