package io.chainbridge.shadow.settings;

import static io.chainbridge.shadow.settings.Shape.CAPACITY;
import static io.chainbridge.shadow.settings.Shape.CHAOS;
import static io.chainbridge.shadow.settings.Shape.COMPARE;
import static io.chainbridge.shadow.settings.Shape.LOAD;
import static io.chainbridge.shadow.settings.Shape.PROBE;
import static io.chainbridge.shadow.settings.Shape.SOAK;
import static io.chainbridge.shadow.settings.Shape.SPIKE;
import static io.chainbridge.shadow.settings.Shape.STRESS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How hard each load shape asks, by default and as set. */
class ShapeSettingsTest {
  private static final Pause HALF_A_SECOND = new Pause(Duration.ofMillis(500), false);

  static Stream<Arguments> paces() {
    return Stream.of(
        arguments(PROBE, "", closed(1, 20)),
        arguments(PROBE, "iterations=7", closed(1, 7)),
        arguments(PROBE, "concurrency=3", closed(3, 20)),
        arguments(PROBE, "confidence=0.95", new Pace.UntilProven(1, 0.95, 5_000)),
        arguments(
            PROBE,
            "confidence=0.501 maxIterations=1 concurrency=3",
            new Pace.UntilProven(3, 0.501, 1)),
        arguments(LOAD, "", timed(10, 60, Pause.NONE)),
        arguments(LOAD, "iterations=7", closed(10, 7)),
        arguments(LOAD, "concurrency=3", timed(3, 60, Pause.NONE)),
        arguments(LOAD, "duration=5m", timed(10, 300, Pause.NONE)),
        arguments(LOAD, "duration=7h", timed(10, 25_200, Pause.NONE)),
        arguments(LOAD, "pause=500ms", timed(10, 60, HALF_A_SECOND)),
        arguments(LOAD, "pause=0ms", timed(10, 60, Pause.NONE)),
        arguments(
            LOAD, "pause=exponential:1h", timed(10, 60, new Pause(Duration.ofHours(1), true))),
        arguments(LOAD, "rate=0.5", new Pace.Constant(0.5, seconds(60))),
        arguments(LOAD, "rate=100000 duration=2s", new Pace.Constant(100_000, seconds(2))),
        arguments(SOAK, "", timed(10, 1_800, Pause.NONE)),
        arguments(SOAK, "concurrency=3", timed(3, 1_800, Pause.NONE)),
        arguments(SOAK, "duration=168h", timed(10, 604_800, Pause.NONE)),
        arguments(SOAK, "pause=500ms", timed(10, 1_800, HALF_A_SECOND)),
        arguments(SOAK, "rate=1e2", new Pace.Constant(100, seconds(1_800))),
        arguments(STRESS, "", steps(10, 10, 10, 30)),
        arguments(STRESS, "startRate=1", steps(1, 10, 10, 30)),
        arguments(STRESS, "stepRate=2.5", steps(10, 2.5, 10, 30)),
        arguments(STRESS, "steps=1", steps(10, 10, 1, 30)),
        arguments(STRESS, "stepDuration=1s", steps(10, 10, 10, 1)),
        arguments(SPIKE, "", peak(10, 50, 30, 10, 60)),
        arguments(SPIKE, "rate=49.9", peak(49.9, 50, 30, 10, 60)),
        arguments(SPIKE, "peakRate=10.1", peak(10, 10.1, 30, 10, 60)),
        arguments(SPIKE, "beforePeak=1s", peak(10, 50, 1, 10, 60)),
        arguments(SPIKE, "peakDuration=1s", peak(10, 50, 30, 1, 60)),
        arguments(SPIKE, "afterPeak=2m", peak(10, 50, 30, 10, 120)),
        arguments(CAPACITY, "", new Pace.Search(10, 1_000, seconds(10))),
        arguments(CAPACITY, "startRate=1000", new Pace.Search(1_000, 1_000, seconds(10))),
        arguments(CAPACITY, "maxRate=10", new Pace.Search(10, 10, seconds(10))),
        arguments(CAPACITY, "probeDuration=1m", new Pace.Search(10, 1_000, seconds(60))),
        arguments(COMPARE, "", new Pace.Pairs(1, 1_000)),
        arguments(COMPARE, "pairs=10000 concurrency=3", new Pace.Pairs(3, 10_000)),
        arguments(CHAOS, "", new Pace.Constant(20, Duration.ofMinutes(1))),
        arguments(CHAOS, "rate=50 duration=90s", new Pace.Constant(50, Duration.ofSeconds(90))));
  }

  private static Duration seconds(long seconds) {
    return Duration.ofSeconds(seconds);
  }

  private static Pace closed(int concurrency, int iterations) {
    return new Pace.Closed(concurrency, OptionalInt.of(iterations), Optional.empty(), Pause.NONE);
  }

  private static Pace timed(int concurrency, long seconds, Pause pause) {
    return new Pace.Closed(concurrency, OptionalInt.empty(), Optional.of(seconds(seconds)), pause);
  }

  private static Pace steps(double start, double step, int steps, long seconds) {
    return new Pace.Steps(start, step, steps, seconds(seconds));
  }

  private static Pace peak(double rate, double peakRate, long before, long peak, long after) {
    return new Pace.Peak(rate, peakRate, seconds(before), seconds(peak), seconds(after));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("paces")
  void aPaceIsReadFromProperties(Shape shape, String set, Pace pace) {
    Map<String, String> properties = Given.properties(set);
    assertThat(Settings.read(shape, properties, Map.of()).pace()).isEqualTo(pace);
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("paces")
  void aPaceIsReadFromTheEnvironment(Shape shape, String set, Pace pace) {
    Map<String, String> environment = Given.environment(set);
    assertThat(Settings.read(shape, Map.of(), environment).pace()).isEqualTo(pace);
  }

  @Test
  void aComparisonHasABaseline() {
    Map<String, String> properties =
        Map.of(
            "baseUrl", "http://h:1",
            "baselineUrl", "http://h:2/",
            "baselineCommand", "sleep 1",
            "serviceCommand", "sleep 2");
    assertThat(Settings.read(COMPARE, properties, Map.of()).baseline())
        .isEqualTo(
            new Settings.Baseline(Optional.of(URI.create("http://h:2")), Optional.of("sleep 1")));
    assertThat(Settings.read(COMPARE, Map.of(), Map.of()).baseline())
        .isEqualTo(Settings.Baseline.NONE);
  }

  @Test
  void theTableAboveSetsWhateverAShapeKnows() {
    for (Shape shape : Shape.values()) {
      assertThat(
              paces()
                  .filter(pace -> pace.get()[0] == shape)
                  .flatMap(pace -> Given.properties((String) pace.get()[1]).keySet().stream()))
          .as("%s", shape)
          .containsAll(
              PaceSettings.ALL.stream()
                  .filter(setting -> setting.fallback().in(shape).isPresent())
                  .map(Setting::property)
                  .toList());
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsResolvedIsWhatTheShapeKnowsInTheOrderOfTheCatalogue(Shape shape) {
    assertThat(Settings.read(shape, Map.of(), Map.of()).resolved())
        .containsExactlyElementsOf(
            Catalogue.ALL.stream()
                .flatMap(
                    setting ->
                        setting.fallback().in(shape).stream()
                            .map(text -> new ResolvedSetting(setting.property(), text, "default")))
                .toList());
  }

  @ParameterizedTest
  @CsvSource({
    "LOAD, iterations=5, iterations concurrency pause rate",
    "LOAD, rate=5, iterations duration rate",
    "SOAK, rate=5, duration rate"
  })
  void whatDoesNotHoldBecauseOfAnotherSettingIsNotResolved(
      Shape shape, String set, String resolved) {
    assertThat(Settings.read(shape, Given.properties(set), Map.of()).resolved())
        .extracting(ResolvedSetting::name)
        .filteredOn(name -> PaceSettings.ALL.stream().anyMatch(s -> s.property().equals(name)))
        .containsExactly(resolved.split(" "));
  }

  /**
   * A default that is a value is the one that holds: setting it changes nothing; but maxIterations
   * is for a confidence only.
   */
  @ParameterizedTest
  @EnumSource
  void everyDefaultIsTheOneThatHolds(Shape shape) {
    Settings defaults = Settings.read(shape, Map.of(), Map.of());
    for (ResolvedSetting resolved : defaults.resolved()) {
      if (!List.of("none", "embedded", "the file's").contains(resolved.value())
          && !resolved.name().equals("maxIterations")) {
        assertThat(Settings.read(shape, Map.of(resolved.name(), resolved.value()), Map.of()))
            .as(resolved.name())
            .usingRecursiveComparison()
            .ignoringFields("resolved")
            .isEqualTo(defaults);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"PROBE, false, true", "LOAD, false, true", "STRESS, true, true"})
  void onlyAStressStopsEarlyAndOnlyASoakIsWithoutGatlingsReport(
      Shape shape, boolean stopEarly, boolean gatlingReport) {
    Settings settings = Settings.read(shape, Map.of(), Map.of());
    assertThat(settings.stopEarly()).isEqualTo(stopEarly);
    assertThat(settings.gatlingReport()).isEqualTo(gatlingReport);
    assertThat(Settings.read(SOAK, Map.of(), Map.of()).gatlingReport()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "5, 20, 5",
    "20, 20, 20",
    "50, 20, 20",
  })
  void noMoreUsersThanIterationsHaveSomethingToDo(int concurrency, int iterations, int users) {
    assertThat(
            new Pace.Closed(concurrency, OptionalInt.of(iterations), Optional.empty(), Pause.NONE)
                .users())
        .isEqualTo(users);
    assertThat(new Pace.Closed(50, OptionalInt.empty(), Optional.empty(), Pause.NONE).users())
        .isEqualTo(50);
  }
}
