package io.chainbridge.shadow.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings of which each alone would make sense, and settings of other load shapes. */
class ContradictionTest {
  private static final String OPEN_OR_CLOSED =
      " contradict each other: arrivals at a rate are an open model, which lasts for a duration;"
          + " users, iterations and pauses make a closed one; leave out one of the two";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          confidence=0.95 iterations=20 | -Diterations and -Dconfidence contradict each other: a run ends after so many requests, or once its limits are proven, for which maxIterations is the most; leave out one of the two
          maxIterations=100 | -DmaxIterations: needs confidence, which is not set; for example -Dconfidence=0.95
          confidence=0.5 | -Dconfidence=0.5: must be a number above 0.5 and below 0.9999; for example -Dconfidence=0.95
          confidence=0.9999 | -Dconfidence=0.9999: must be a number above 0.5 and below 0.9999; for example -Dconfidence=0.95
          confidence=95% | -Dconfidence=95%: must be a number above 0.5 and below 0.9999; for example -Dconfidence=0.95
          confidence=0.95 maxIterations=0 | -DmaxIterations=0: must be a whole number from 1 to 2147483647; for example -DmaxIterations=10000
          """)
  void aProofOnDemandHasNoNumberOfRequestsButAMost(String set, String problem) {
    assertThat(Given.problems(Shape.PROBE, set)).containsExactly(problem);
  }

  @ParameterizedTest
  @CsvSource({
    "LOAD, rate=5 concurrency=2, -Drate and -Dconcurrency",
    "LOAD, rate=5 iterations=2, -Drate and -Diterations",
    "LOAD, rate=5 pause=2s, -Drate and -Dpause",
    "LOAD, rate=5 pause=0ms, -Drate and -Dpause",
    "SOAK, rate=5 concurrency=2, -Drate and -Dconcurrency",
    "SOAK, rate=5 pause=2s, -Drate and -Dpause",
    "LOAD, SHADOW_RATE=5 concurrency=2, SHADOW_RATE and -Dconcurrency",
    "LOAD, rate=5 SHADOW_PAUSE=2s, -Drate and SHADOW_PAUSE"
  })
  void aRateIsOfAnOpenModelAndUsersIterationsAndPausesAreOfAClosedOne(
      Shape shape, String set, String names) {
    assertThat(Given.problems(shape, set)).containsExactly(names + OPEN_OR_CLOSED);
  }

  @ParameterizedTest
  @CsvSource({
    "iterations=5 duration=1m, -Diterations and -Dduration",
    "SHADOW_ITERATIONS=5 SHADOW_DURATION=1m, SHADOW_ITERATIONS and SHADOW_DURATION"
  })
  void aRunEndsAfterIterationsOrAfterADuration(String set, String names) {
    assertThat(Given.problems(Shape.LOAD, set))
        .containsExactly(
            names
                + " contradict each other: a run ends after the one or the other; leave out one of"
                + " the two");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SPIKE | peakRate=10 | -DpeakRate=10: must be above rate, which is 10
          SPIKE | peakRate=9.99 | -DpeakRate=9.99: must be above rate, which is 10
          SPIKE | rate=50 | -Drate=50: must be below peakRate, which is 50
          SPIKE | SHADOW_RATE=60 | SHADOW_RATE=60: must be below peakRate, which is 50
          SPIKE | rate=20 peakRate=20.0 | -DpeakRate=20.0: must be above rate, which is 20
          SPIKE | rate=20 SHADOW_PEAK_RATE=5 | SHADOW_PEAK_RATE=5: must be above rate, which is 20
          CAPACITY | maxRate=9.99 | -DmaxRate=9.99: must be no less than startRate, which is 10
          CAPACITY | startRate=1001 | -DstartRate=1001: must be no more than maxRate, which is 1000
          CAPACITY | startRate=20 maxRate=19 | -DmaxRate=19: must be no less than startRate, which is 20
          """)
  void ratesMustBeInOrder(Shape shape, String set, String problem) {
    assertThat(Given.problems(shape, set)).containsExactly(problem);
  }

  @ParameterizedTest
  @CsvSource({
    "SPIKE, peakRate=x rate=60, -DpeakRate=x",
    "SPIKE, rate=x peakRate=5, -Drate=x",
    "CAPACITY, startRate=x maxRate=5, -DstartRate=x",
    "CAPACITY, startRate=2000 maxRate=0, -DmaxRate=0"
  })
  void aRateThatMakesNoSenseIsNotComparedWithTheOther(Shape shape, String set, String refused) {
    assertThat(Given.problems(shape, set))
        .singleElement()
        .asString()
        .startsWith(refused + ": must be a number of arrivals a second from 0.001 to 100000;");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "NaN", "Infinity", "100001", "1e6", "1e-400", "5/s", ""})
  void aRateIsANumberAboveZeroUpToAHundredThousand(String rate) {
    for (String property : List.of("rate", "peakRate", "startRate", "stepRate", "maxRate")) {
      Shape shape = knowing(property);
      assertThat(Given.problems(shape, property + "=" + rate))
          .containsExactly(
              "-D%s=%s: must be a number of arrivals a second from 0.001 to 100000; for example -D%s=%s"
                  .formatted(property, rate, property, setting(property).example()));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"30", "999ms", "0s", "169h", "1.5m", "1 m", "-1s", "PT30S", ""})
  void aLengthIsADurationWithItsUnit(String length) {
    for (String property :
        List.of(
            "duration",
            "beforePeak",
            "peakDuration",
            "afterPeak",
            "stepDuration",
            "probeDuration")) {
      assertThat(new Setting<?>[] {setting(property)})
          .allSatisfy(s -> assertThat(s.kind().parse(length)).isEmpty());
    }
    assertThat(length.contains(" ") ? List.of() : Given.problems(Shape.LOAD, "duration=" + length))
        .allSatisfy(
            problem ->
                assertThat(problem)
                    .isEqualTo(
                        "-Dduration=%s: must be a duration with its unit (ms, s, m or h) from 1s to 168h; for example -Dduration=5m",
                        length));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"500", "1s-3s", "61m", "exponential:", "exponential:5", "uniform:1s", "-1s", ""})
  void aPauseIsADurationOrTheMeanOfAnExponentialOne(String pause) {
    assertThat(Given.problems(Shape.LOAD, "pause=" + pause))
        .containsExactly(
            "-Dpause=%s: must be a duration with its unit (ms, s, m or h) up to 1h, or exponential: and the mean; for example -Dpause=500ms"
                .formatted(pause));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PROBE | rate=5 | -Drate: is for Load, Spike, Soak, Chaos; Probe knows iterations, concurrency, confidence, maxIterations
          PROBE | rate=x | -Drate: is for Load, Spike, Soak, Chaos; Probe knows iterations, concurrency, confidence, maxIterations
          PROBE | SHADOW_RATE=5 | SHADOW_RATE: is for Load, Spike, Soak, Chaos; Probe knows iterations, concurrency, confidence, maxIterations
          PROBE | duration=1m | -Dduration: is for Load, Soak, Chaos; Probe knows iterations, concurrency, confidence, maxIterations
          PROBE | pause=1s | -Dpause: is for Load, Soak; Probe knows iterations, concurrency, confidence, maxIterations
          LOAD | steps=3 | -Dsteps: is for Stress; Load knows iterations, concurrency, duration, pause, rate
          SOAK | iterations=5 | -Diterations: is for Probe, Load; Soak knows concurrency, duration, pause, rate
          SOAK | iterations=0 | -Diterations: is for Probe, Load; Soak knows concurrency, duration, pause, rate
          SOAK | SHADOW_ITERATIONS=5 | SHADOW_ITERATIONS: is for Probe, Load; Soak knows concurrency, duration, pause, rate
          STRESS | rate=5 | -Drate: is for Load, Spike, Soak, Chaos; Stress knows startRate, stepRate, steps, stepDuration
          SPIKE | concurrency=5 | -Dconcurrency: is for Probe, Load, Soak, Compare; Spike knows rate, peakRate, beforePeak, peakDuration, afterPeak
          COMPARE | iterations=5 | -Diterations: is for Probe, Load; Compare knows concurrency, pairs
          LOAD | baselineUrl=http://h | -DbaselineUrl: is for Compare; Load knows iterations, concurrency, duration, pause, rate
          PROBE | baselineCommand=x | -DbaselineCommand: is for Compare; Probe knows iterations, concurrency, confidence, maxIterations
          CAPACITY | stepRate=5 | -DstepRate: is for Stress; Capacity knows startRate, maxRate, probeDuration
          CHAOS | concurrency=5 | -Dconcurrency: is for Probe, Load, Soak, Compare; Chaos knows duration, rate
          LOAD | toxiproxy=http://127.0.0.1:8474 | -Dtoxiproxy: is for Chaos; Load knows iterations, concurrency, duration, pause, rate
          """)
  void aSettingOfOtherShapesIsRefusedOnceWhateverItsValue(Shape shape, String set, String problem) {
    assertThat(Given.problems(shape, set)).containsExactly(problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          baselineUrl=http://h:1 | -DbaselineUrl: needs baseUrl, which is not set; for example -DbaseUrl=http://127.0.0.1:8000
          baseUrl=http://h:1 | -DbaseUrl: needs baselineUrl, which is not set; for example -DbaselineUrl=http://127.0.0.1:8001
          p95Ms=75 | -Dp95Ms=75: a comparison judges latencies beside the baseline's alone, by max_regression of the budget file; leave it out
          baselineCommand=x | -DbaselineCommand: needs baselineUrl, which is not set; for example -DbaselineUrl=http://127.0.0.1:8001
          """)
  void aComparisonNeedsBothOrNone(String set, String problem) {
    assertThat(Given.problems(Shape.COMPARE, set)).containsExactly(problem);
  }

  static Stream<String> properties() {
    return PaceSettings.ALL.stream().map(Setting::property);
  }

  /** Whatever the value: none of them may crash, and each is refused with one sentence. */
  @ParameterizedTest
  @MethodSource("properties")
  void everyShapeRefusesWhatItDoesNotKnowWithOneSentence(String property) {
    Setting<?> setting = setting(property);
    for (Shape shape : Shape.values()) {
      if (setting.fallback().in(shape).isEmpty()) {
        for (String value : List.of(setting.example(), "", "x")) {
          assertThat(Given.problems(shape, property + "=" + value))
              .as("%s of %s", value, shape)
              .singleElement()
              .asString()
              .startsWith("-D" + property + ": is for ");
          if (!value.isEmpty()) {
            assertThat(Given.problems(shape, setting.environment() + "=" + value))
                .singleElement()
                .asString()
                .startsWith(setting.environment() + ": is for ");
          }
        }
      }
    }
  }

  @Test
  void severalProblemsAreReportedAtOnceAndNoneTwice() {
    assertThat(
            Given.problems(
                Shape.LOAD,
                "rate=0 concurrency=3 iterations=x duration=5 steps=x warmup=-1 SHADOW_PEAK_RATE=9 vus=3"))
        .containsExactly(
            "-Diterations=x: must be a whole number from 1 to 2147483647; for example -Diterations=100",
            "-Drate=0: must be a number of arrivals a second from 0.001 to 100000; for example -Drate=50",
            "-Drate and -Dconcurrency" + OPEN_OR_CLOSED,
            "-Drate and -Diterations" + OPEN_OR_CLOSED,
            "-Diterations and -Dduration contradict each other: a run ends after the one or the other; leave out one of the two",
            "-Dduration=5: must be a duration with its unit (ms, s, m or h) from 1s to 168h; for example -Dduration=5m",
            "SHADOW_PEAK_RATE: is for Spike; Load knows iterations, concurrency, duration, pause, rate",
            "-Dsteps: is for Stress; Load knows iterations, concurrency, duration, pause, rate",
            "-Dwarmup=-1: must be a whole number from 0 to 2147483647; for example -Dwarmup=50",
            "-Dvus: unknown setting. Did you mean -Dconcurrency?");
  }

  @ParameterizedTest
  @EnumSource
  void everythingSetToNonsenseIsRefusedOnceEach(Shape shape) {
    String all =
        String.join(" ", Catalogue.ALL.stream().map(setting -> setting.property() + "=?").toList());
    List<String> problems = Given.problems(shape, all.replace("output=?", ""));
    assertThat(problems).doesNotHaveDuplicates();
    assertThat(problems)
        .filteredOn(problem -> !problem.contains("contradict"))
        .extracting(problem -> problem.replaceAll("[=:].*", ""))
        .doesNotHaveDuplicates();
  }

  private static Shape knowing(String property) {
    return setting(property).fallback().shapes().get(0);
  }

  private static Setting<?> setting(String property) {
    return PaceSettings.ALL.stream()
        .filter(setting -> setting.property().equals(property))
        .findFirst()
        .orElseThrow();
  }
}
