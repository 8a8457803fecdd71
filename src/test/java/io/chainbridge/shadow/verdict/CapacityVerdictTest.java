package io.chainbridge.shadow.verdict;

import static io.chainbridge.shadow.record.RunSample.measured;
import static io.chainbridge.shadow.record.RunSample.ok;
import static io.chainbridge.shadow.record.ShapedRun.IN_TIME;
import static io.chainbridge.shadow.record.ShapedRun.arrivals;
import static io.chainbridge.shadow.verdict.ShapeVerdicts.GOOD;
import static io.chainbridge.shadow.verdict.ShapeVerdicts.NOTHING;
import static io.chainbridge.shadow.verdict.ShapeVerdicts.SLOW;
import static io.chainbridge.shadow.verdict.ShapeVerdicts.STATS;
import static io.chainbridge.shadow.verdict.ShapeVerdicts.gate;
import static io.chainbridge.shadow.verdict.ShapeVerdicts.last;
import static io.chainbridge.shadow.verdict.ShapeVerdicts.told;
import static io.chainbridge.shadow.verdict.ShapeVerdicts.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import io.chainbridge.shadow.budget.Gate;
import io.chainbridge.shadow.budget.ShapeLimits;
import io.chainbridge.shadow.record.Ending;
import io.chainbridge.shadow.record.EndpointRecord;
import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.record.ShapedRun;
import io.chainbridge.shadow.settings.Shape;
import io.chainbridge.shadow.verdict.Outcome.Result;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** How a search for the capacity is judged, and what it finds. */
class CapacityVerdictTest {
  @Test
  void theHighestRateThatMeetsTheBudgetsIsFoundBelowTheLowestThatDoesNot() {
    Verdict verdict =
        verdict(
            search()
                .phase("settling", false, 10, IN_TIME, SLOW)
                .phase("10 rps", 10, GOOD)
                .phase("20 rps", 20, GOOD)
                .phase("40 rps", 40, SLOW)
                .phase("30 rps", 30, SLOW)
                .record());
    assertCapacity(verdict, 20.0, 30.0, "30 rps");
    assertThat(verdict.status()).isEqualTo(Verdict.Status.PASSED);
    assertThat(told(verdict)).containsExactly("min_capacity_rps met");
  }

  @Test
  void ofARateThatWasTriedTwiceTheLaterTryCounts() {
    assertCapacity(
        verdict(
            search()
                .phase("10 rps", 10, SLOW)
                .phase("10 rps again", 10, GOOD)
                .phase("20 rps", 20, GOOD)
                .phase("40 rps", 40, SLOW)
                .phase("40 rps again", 40, SLOW)
                .record()),
        20.0,
        40.0,
        "40 rps again");
  }

  @Test
  void aRateThatIsMetAboveOneThatIsNotDoesNotCount() {
    assertCapacity(
        verdict(search().phase("10 rps", 10, SLOW).phase("20 rps", 20, GOOD).record()),
        null,
        10.0,
        "10 rps");
  }

  @ParameterizedTest
  @CsvSource({"20, MET, PASSED", "20.1, BREACHED, BREACHED", "19.9, MET, PASSED"})
  void theCapacityMustBeTheLeastThatTheGateAsksForOrMore(
      double least, Result result, Verdict.Status status) {
    RunRecord run =
        search()
            .phase("10 rps", 10, GOOD)
            .phase("20 rps", 20, GOOD)
            .phase("40 rps", 40, SLOW)
            .record();
    Verdict verdict = Verdict.of(run, least(least));
    assertThat(verdict.status()).isEqualTo(status);
    assertThat(verdict.outcomes())
        .containsExactly(
            new Outcome(
                "",
                "",
                Outcome.MIN_CAPACITY,
                least,
                OptionalDouble.of(20),
                result,
                new Evidence.None()));
  }

  @Test
  void withoutALeastTheFirstRateMustMeetTheBudgets() {
    Verdict met = verdict(search().phase("10 rps", 10, GOOD).record());
    assertThat(met.passed()).isTrue();
    assertCapacity(met, 10.0, null, "");
    Verdict breached = verdict(search().phase("10 rps", 10, SLOW).phase("5 rps", 5, GOOD).record());
    assertThat(breached.status()).isEqualTo(Verdict.Status.BREACHED);
    assertCapacity(breached, 5.0, 10.0, "10 rps");
  }

  @Test
  void aSearchThatMetNoRateBreachesItsLeast() {
    Verdict verdict = verdict(search().phase("10 rps", 10, SLOW).phase("5 rps", 5, SLOW).record());
    assertCapacity(verdict, null, 5.0, "5 rps");
    assertThat(last(verdict).result()).isEqualTo(Result.BREACHED);
    assertThat(last(verdict).measured()).isEmpty();
  }

  @Test
  void aLeastThatTheSearchWasNotAllowedToTryIsNotBreached() {
    RunRecord run = search().phase("10 rps", 10, GOOD).phase("1000 rps", 1_000, GOOD).record();
    Verdict verdict = Verdict.of(run, least(2_000));
    assertThat(last(verdict).result()).isEqualTo(Result.NO_DATA);
    assertThat(verdict.status()).isEqualTo(Verdict.Status.NO_DATA);
  }

  @ParameterizedTest
  @EnumSource(names = {"INTERRUPTED", "INCOMPLETE"})
  void aTryThatWasCutDoesNotCountAsMet(Ending.Kind kind) {
    EndpointRecord few = measured(STATS, ok(3, 10));
    Verdict verdict =
        verdict(search().phase("10 rps", 10, GOOD).phase("20 rps", 20, few).ended(kind).record());
    assertCapacity(verdict, 10.0, null, "");
    Verdict again =
        verdict(
            search()
                .phase("10 rps", 10, GOOD)
                .phase("20 rps", 20, SLOW)
                .phase("20 rps again", 20, few)
                .ended(kind)
                .record());
    assertCapacity(again, 10.0, 20.0, "20 rps");
    Verdict nothing =
        verdict(
            search().phase("10 rps", 10, GOOD).phase("20 rps", 20, NOTHING).ended(kind).record());
    assertCapacity(nothing, 10.0, null, "");
  }

  @Test
  void aTryThatBreachedBeforeItWasCutCounts() {
    assertCapacity(
        verdict(
            search()
                .phase("10 rps", 10, GOOD)
                .phase("20 rps", 20, SLOW)
                .ended(Ending.Kind.INTERRUPTED)
                .record()),
        10.0,
        20.0,
        "20 rps");
  }

  @Test
  void aSearchThatWasStoppedBelowTheLeastDoesNotBreachIt() {
    ShapedRun run = search().phase("10 rps", 10, GOOD).phase("20 rps", 20, GOOD);
    run.ended(Ending.Kind.INTERRUPTED);
    assertThat(last(Verdict.of(run.record(), least(10))).result()).isEqualTo(Result.MET);
    assertThat(last(Verdict.of(run.record(), least(100))).result()).isEqualTo(Result.NO_DATA);
    run.phase("200 rps", 200, SLOW);
    assertThat(last(Verdict.of(run.record(), least(100))).result()).isEqualTo(Result.NO_DATA);
    run.phase("100 rps", 100, SLOW);
    assertThat(last(Verdict.of(run.record(), least(100))).result()).isEqualTo(Result.BREACHED);
  }

  @Test
  void withoutATryThereIsNothingToJudge() {
    Verdict verdict = verdict(search().ended(Ending.Kind.UNREACHABLE).record());
    assertCapacity(verdict, null, null, "");
    assertThat(last(verdict).result()).isEqualTo(Result.NO_DATA);
    assertThat(verdict.status()).isEqualTo(Verdict.Status.NO_DATA);
  }

  @Test
  void aTryThatTheInjectorCouldNotMakeDoesNotCount() {
    Verdict verdict =
        verdict(
            search()
                .phase("10 rps", 10, GOOD)
                .phase("20 rps", true, 20, arrivals(100, 100, 50), GOOD)
                .record());
    assertThat(verdict.status()).isEqualTo(Verdict.Status.INVALID);
    assertCapacity(verdict, 10.0, null, "");
  }

  private ShapedRun search() {
    return new ShapedRun(Shape.CAPACITY);
  }

  private Gate least(double rate) {
    return gate(
        new ShapeLimits(
            Optional.empty(),
            Optional.empty(),
            OptionalDouble.empty(),
            OptionalDouble.of(rate),
            OptionalDouble.empty()));
  }

  private void assertCapacity(
      Verdict verdict, @Nullable Double meets, @Nullable Double breaks, String broken) {
    Finding.Capacity capacity = (Finding.Capacity) verdict.findings().get(0);
    assertThat(verdict.findings()).hasSize(1);
    assertThat(capacity.meets()).isEqualTo(number(meets));
    assertThat(capacity.breaks()).isEqualTo(number(breaks));
    assertThat(capacity.broken())
        .extracting(Outcome::phase)
        .containsExactly(broken.isEmpty() ? new String[0] : new String[] {broken});
  }

  private OptionalDouble number(@Nullable Double number) {
    return number == null ? OptionalDouble.empty() : OptionalDouble.of(number);
  }
}
