package io.chainbridge.shadow.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StagesTest {

  @ParameterizedTest
  @CsvSource({
    "10, PT10S, 100",
    "0.5, PT10S, 5",
    "0.5, PT1S, 1",
    "0.4, PT1S, 1",
    "0.01, PT1S, 1",
    "1.5, PT1S, 2",
    "2.4, PT1S, 2",
    "0.1, PT30S, 3",
    "100, PT0.25S, 25",
    "100000, PT168H, 60480000000"
  })
  void aStageHasRateTimesLengthArrivalsButAtLeastOne(double rate, Duration length, long arrivals) {
    assertThat(new Stage("s", true, rate, length).arrivals()).isEqualTo(arrivals);
  }

  @Test
  void theOnlyStageHasNoNameAndIsJudged() {
    assertThat(Stage.only(5, Duration.ofMinutes(1)))
        .isEqualTo(new Stage("", true, 5, Duration.ofMinutes(1)));
  }

  @Test
  void aClimbAddsTheSameRateInEachStep() {
    Duration length = Duration.ofSeconds(30);
    assertThat(Stages.climbing(10, 2.5, 3, length))
        .containsExactly(
            new Stage("step 1", true, 10, length),
            new Stage("step 2", true, 12.5, length),
            new Stage("step 3", true, 15, length));
    assertThat(Stages.climbing(10, 2.5, 1, length))
        .containsExactly(new Stage("step 1", true, 10, length));
  }

  @Test
  void theRateOfAStepIsNotASumOfRoundingErrors() {
    assertThat(Stages.climbing(0.1, 0.1, 100, Duration.ofSeconds(1)).get(99).rate())
        .isEqualTo(0.1 + 99 * 0.1);
  }

  @Test
  void aPeakComesBetweenTwoCalmStagesOfTheSameRate() {
    assertThat(peaking(60, Optional.empty()))
        .containsExactly(
            stage("before", true, 10, 30),
            stage("peak", true, 50, 10),
            stage("after", true, 10, 60));
  }

  @Test
  void whileTheServiceMayRecoverNothingIsJudged() {
    assertThat(peaking(60, Optional.of(Duration.ofSeconds(20))))
        .containsExactly(
            stage("before", true, 10, 30),
            stage("peak", true, 50, 10),
            stage("recovery", false, 10, 20),
            stage("after", true, 10, 40));
  }

  @ParameterizedTest
  @CsvSource({"60, 60", "60, 61", "60, 86400"})
  void aRecoveryThatMayTakeAsLongAsThereIsLeavesNothingToJudge(long after, long recovery) {
    assertThat(peaking(after, Optional.of(Duration.ofSeconds(recovery))))
        .containsExactly(
            stage("before", true, 10, 30),
            stage("peak", true, 50, 10),
            stage("recovery", false, 10, after));
  }

  private static List<Stage> peaking(long after, Optional<Duration> recovery) {
    return Stages.peaking(
        10,
        50,
        Duration.ofSeconds(30),
        Duration.ofSeconds(10),
        Duration.ofSeconds(after),
        recovery);
  }

  private static Stage stage(String name, boolean judged, double rate, long seconds) {
    return new Stage(name, judged, rate, Duration.ofSeconds(seconds));
  }

  @Test
  void stagesAreHandedOutOneAfterTheOtherAndThenNoMore() {
    Stage one = stage("one", true, 1, 1);
    Stage two = stage("two", true, 2, 1);
    Supplier<Optional<Stage>> stages = Stages.inOrder(List.of(one, two));
    assertThat(stages.get()).hasValue(one);
    assertThat(stages.get()).hasValue(two);
    assertThat(stages.get()).isEmpty();
    assertThat(stages.get()).isEmpty();
  }
}
