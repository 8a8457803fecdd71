package io.chainbridge.shadow.verdict;

import static io.chainbridge.shadow.record.RunSample.endpoint;
import static io.chainbridge.shadow.record.RunSample.ko;
import static io.chainbridge.shadow.record.RunSample.measured;
import static io.chainbridge.shadow.record.RunSample.ok;
import static io.chainbridge.shadow.record.ShapedRun.IN_TIME;
import static io.chainbridge.shadow.record.ShapedRun.arrivals;
import static org.assertj.core.api.Assertions.assertThat;

import io.chainbridge.shadow.budget.Endpoint;
import io.chainbridge.shadow.budget.Gate;
import io.chainbridge.shadow.budget.Limit;
import io.chainbridge.shadow.budget.ShapeLimits;
import io.chainbridge.shadow.record.Ending;
import io.chainbridge.shadow.record.EndpointRecord;
import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.record.ShapedRun;
import io.chainbridge.shadow.record.Timeline;
import io.chainbridge.shadow.record.TimelineSample;
import io.chainbridge.shadow.settings.Shape;
import io.chainbridge.shadow.verdict.Outcome.Result;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What each load shape is run for, and how it is judged by it. */
class ShapeVerdictTest {
  private static final Endpoint STATS =
      endpoint("stats", Map.of(Limit.P95_LATENCY_MS, 75.0, Limit.MAX_FAILURE_RATE, 0.05));
  private static final EndpointRecord GOOD = measured(STATS, ok(100, 10));
  private static final EndpointRecord SLOW = measured(STATS, ok(100, 80));
  private static final EndpointRecord FAILING = measured(STATS, ko(100, 10, "503"));
  private static final EndpointRecord NOTHING = measured(STATS);

  private static Gate gate(ShapeLimits limits) {
    return new Gate("shadow", "/health", Map.of(), limits, List.of(STATS));
  }

  private static Verdict verdict(RunRecord run) {
    return Verdict.of(run, gate(ShapeLimits.NONE));
  }

  private static List<String> told(Verdict verdict) {
    return verdict.outcomes().stream()
        .map(o -> "%s %s %s".formatted(o.phase(), o.limit(), o.result().key()).strip())
        .toList();
  }

  private static Outcome last(Verdict verdict) {
    return verdict.outcomes().get(verdict.outcomes().size() - 1);
  }

  @Nested
  class OfAStress {
    @Test
    void aClimbWithoutABreachPassesAndItsLastStepIsGood() {
      Verdict verdict =
          verdict(stress().phase("step 1", 10, GOOD).phase("step 2", 20, GOOD).record());
      assertThat(verdict.status()).isEqualTo(Verdict.Status.PASSED);
      assertThat(told(verdict))
          .containsExactly(
              "step 1 p95_latency_ms met",
              "step 1 max_failure_rate met",
              "step 1 contract met",
              "step 2 p95_latency_ms met",
              "step 2 max_failure_rate met",
              "step 2 contract met");
      assertThat(verdict.findings())
          .containsExactly(
              new Finding.Steps(Optional.of(new Finding.Step("step 2", 20)), Optional.empty()));
    }

    @Test
    void theFirstStepThatBreaksCountsEvenIfALaterOneIsGood() {
      Verdict verdict =
          verdict(
              stress()
                  .phase("step 1", 10, GOOD)
                  .phase("step 2", 20, SLOW)
                  .phase("step 3", 30, GOOD)
                  .record());
      assertThat(verdict.status()).isEqualTo(Verdict.Status.BREACHED);
      assertSteps(verdict, "step 1", "step 2", "p95_latency_ms");
    }

    @Test
    void aFirstStepThatBreaksLeavesNoGoodOne() {
      assertSteps(
          verdict(stress().phase("step 1", 10, SLOW).record()), null, "step 1", "p95_latency_ms");
    }

    @Test
    void aStepWithoutASuccessIsBrokenThoughItsLatencyIsNone() {
      assertSteps(
          verdict(stress().phase("step 1", 10, GOOD).phase("step 2", 20, FAILING).record()),
          "step 1",
          "step 2",
          "p95_latency_ms max_failure_rate contract");
    }

    @ParameterizedTest
    @EnumSource(names = {"INTERRUPTED", "INCOMPLETE", "DECIDED"})
    void aStepThatWasCutIsNeitherGoodNorBrokenByWhatItHasNot(Ending.Kind kind) {
      for (EndpointRecord cut : List.of(GOOD, NOTHING)) {
        RunRecord run =
            stress().phase("step 1", 10, GOOD).phase("step 2", 20, cut).ended(kind).record();
        assertSteps(verdict(run), "step 1", null, "");
      }
    }

    @Test
    void aStepThatWasCutAfterItsBreachWasCertainIsBroken() {
      RunRecord run =
          stress()
              .phase("step 1", 10, GOOD)
              .phase("step 2", 20, SLOW)
              .ended(Ending.Kind.DECIDED)
              .record();
      assertThat(verdict(run).status()).isEqualTo(Verdict.Status.BREACHED);
      assertThat(verdict(run).reason()).isEqualTo("why");
      assertSteps(verdict(run), "step 1", "step 2", "p95_latency_ms");
    }

    @Test
    void withoutAStepNothingIsFound() {
      Verdict verdict = verdict(stress().ended(Ending.Kind.UNREACHABLE).record());
      assertThat(verdict.findings()).isEmpty();
      assertThat(verdict.status()).isEqualTo(Verdict.Status.NO_DATA);
    }

    private ShapedRun stress() {
      return new ShapedRun(Shape.STRESS);
    }

    private void assertSteps(
        Verdict verdict, @Nullable String good, @Nullable String broken, String limits) {
      Finding.Steps steps = (Finding.Steps) verdict.findings().get(0);
      assertThat(verdict.findings()).hasSize(1);
      assertThat(steps.lastGood().map(Finding.Step::name)).isEqualTo(Optional.ofNullable(good));
      assertThat(steps.firstBroken().map(Finding.Broken::name))
          .isEqualTo(Optional.ofNullable(broken));
      assertThat(
              steps.firstBroken().stream().flatMap(b -> b.outcomes().stream()).map(Outcome::limit))
          .containsExactly(limits.isEmpty() ? new String[0] : limits.split(" "));
    }
  }

  @Nested
  class OfASpike {
    @Test
    void eachJudgedPhaseHasOutcomesAndTheRecoveryHasNone() {
      Verdict verdict = verdict(spike(GOOD, 3).record());
      assertThat(verdict.status()).isEqualTo(Verdict.Status.PASSED);
      assertThat(verdict.outcomes())
          .extracting(Outcome::phase)
          .containsOnly("before", "peak", "after");
      assertThat(verdict.findings())
          .containsExactly(
              new Finding.RecoveryTime(Optional.of(Duration.ofSeconds(3)), Duration.ofSeconds(1)));
    }

    @Test
    void thePeakHasTheLimitsOfItsEndpointsUnlessItHasLimitsOfItsOwn() {
      RunRecord run = spike(SLOW, 3).record();
      assertThat(verdict(run).status()).isEqualTo(Verdict.Status.BREACHED);
      Map<Limit, Double> lax = Map.of(Limit.P95_LATENCY_MS, 81.0);
      Verdict verdict = Verdict.of(run, gate(peak(lax)));
      assertThat(verdict.status()).isEqualTo(Verdict.Status.PASSED);
      assertThat(told(verdict))
          .containsSubsequence(
              "before max_failure_rate met",
              "peak p95_latency_ms met",
              "peak contract met",
              "after p95_latency_ms met")
          .doesNotContain("peak max_failure_rate met");
      assertThat(Verdict.of(run, gate(peak(Map.of(Limit.P95_LATENCY_MS, 80.0)))).status())
          .isEqualTo(Verdict.Status.BREACHED);
      assertThat(told(Verdict.of(run, gate(peak(Map.of())))))
          .filteredOn(told -> told.startsWith("peak"))
          .containsExactly("peak contract met");
    }

    private ShapeLimits peak(Map<Limit, Double> limits) {
      return new ShapeLimits(
          Optional.empty(), Optional.of(limits), OptionalDouble.empty(), OptionalDouble.empty());
    }

    @ParameterizedTest
    @CsvSource({"3, 4, MET", "3, 3, BREACHED", "3, 2, BREACHED", "0, 1, MET"})
    void aRecoveryMustBeShorterThanItsLimit(int slowSeconds, int limit, Result result) {
      Verdict verdict = Verdict.of(spike(GOOD, slowSeconds).record(), recovery(limit));
      assertThat(last(verdict))
          .isEqualTo(
              new Outcome(
                  "",
                  "",
                  Outcome.MAX_RECOVERY,
                  limit,
                  OptionalDouble.of(slowSeconds),
                  result,
                  new Evidence.None()));
      assertThat(verdict.passed()).isEqualTo(result == Result.MET);
    }

    @Test
    void notToRecoverWhileTheRunLastsIsABreachWhateverTheLimit() {
      Verdict verdict = Verdict.of(spike(GOOD, 20).record(), recovery(86_400));
      assertThat(last(verdict).result()).isEqualTo(Result.BREACHED);
      assertThat(last(verdict).measured()).isEmpty();
      assertThat(verdict.findings())
          .containsExactly(new Finding.RecoveryTime(Optional.empty(), Duration.ofSeconds(1)));
    }

    @ParameterizedTest
    @CsvSource({"5, BREACHED", "86400, NO_DATA"})
    void aRunThatEndedBeforeTheServiceHadTimeToRecoverDoesNotShowThatItDidNot(
        int limit, Result result) {
      for (Ending.Kind kind : List.of(Ending.Kind.INTERRUPTED, Ending.Kind.DECIDED)) {
        Verdict verdict = Verdict.of(spike(GOOD, 20).ended(kind).record(), recovery(limit));
        assertThat(last(verdict).limit()).isEqualTo(Outcome.MAX_RECOVERY);
        assertThat(last(verdict).result()).isEqualTo(result);
      }
    }

    @ParameterizedTest
    @CsvSource({"79, NO_DATA", "80, NO_DATA", "81, BREACHED"})
    void norDoesOneThatEndedBeforeThreeWindowsAfterTheLimit(int slices, Result result) {
      TimelineSample sample = new TimelineSample(Duration.ofMillis(100));
      for (int slice = 0; slice < 200 + slices; slice++) {
        sample.add(slice, "stats", 80, true);
      }
      RunRecord run =
          spike(GOOD, 20).timeline(sample.timeline()).ended(Ending.Kind.INTERRUPTED).record();
      assertThat(last(Verdict.of(run, recovery(5))).result()).isEqualTo(result);
    }

    @Test
    void withoutAPeakThereIsNoRecovery() {
      RunRecord run =
          new ShapedRun(Shape.SPIKE)
              .phase("before", 10, GOOD)
              .ended(Ending.Kind.INTERRUPTED)
              .record();
      assertThat(Verdict.of(run, recovery(5)).findings()).isEmpty();
      assertThat(Verdict.of(run, recovery(5)).outcomes())
          .extracting(Outcome::phase)
          .containsOnly("before");
    }

    private Gate recovery(long seconds) {
      return gate(
          new ShapeLimits(
              Optional.of(Duration.ofSeconds(seconds)),
              Optional.empty(),
              OptionalDouble.empty(),
              OptionalDouble.empty()));
    }

    /** The peak is from 10 s to 20 s; the service is slow for so many seconds more. */
    private ShapedRun spike(EndpointRecord inThePeak, int slowSeconds) {
      return new ShapedRun(Shape.SPIKE)
          .phase("before", 10, GOOD)
          .phase(Gate.PEAK, 50, inThePeak)
          .phase("recovery", false, 10, IN_TIME, SLOW)
          .phase("after", 10, GOOD)
          .timeline(timeline(40, 20 + slowSeconds));
    }

    private Timeline timeline(int seconds, int goodFrom) {
      TimelineSample sample = new TimelineSample(Duration.ofSeconds(1));
      for (int second = 0; second < seconds; second++) {
        sample.add(second, "stats", second < goodFrom ? 80 : 10, true);
      }
      return sample.timeline();
    }
  }

  @Nested
  class OfASoak {
    @ParameterizedTest
    @CsvSource({"0.3, PASSED, MET", "0.2, BREACHED, BREACHED"})
    void latenciesMustGrowByLessThanTheLimit(double limit, Verdict.Status status, Result result) {
      RunRecord run = soak(GOOD).timeline(growing(36)).record();
      double growth = Drift.of(run.timeline(), "stats").growth().orElseThrow();
      Verdict verdict = Verdict.of(run, drift(limit));
      assertThat(growth).isBetween(0.2, 0.3);
      assertThat(verdict.status()).isEqualTo(status);
      assertThat(last(verdict))
          .isEqualTo(
              new Outcome(
                  "",
                  "stats",
                  Outcome.MAX_DRIFT,
                  limit,
                  OptionalDouble.of(growth),
                  result,
                  new Evidence.None()));
      assertThat(Verdict.of(run, drift(growth)).status())
          .as("a limit is met below it only")
          .isEqualTo(Verdict.Status.BREACHED);
    }

    @Test
    void withoutALimitTheDriftIsFoundAndNotJudged() {
      Verdict verdict = verdict(soak(GOOD).timeline(growing(36)).record());
      assertThat(verdict.status()).isEqualTo(Verdict.Status.PASSED);
      assertThat(verdict.findings()).hasSize(1).allMatch(Finding.SoakDrift.class::isInstance);
      assertThat(verdict.outcomes()).extracting(Outcome::limit).doesNotContain(Outcome.MAX_DRIFT);
    }

    @Test
    void aRunTooShortToTellIsNoPass() {
      Verdict verdict = Verdict.of(soak(GOOD).timeline(growing(17)).record(), drift(0.3));
      assertThat(last(verdict).result()).isEqualTo(Result.NO_DATA);
      assertThat(verdict.status()).isEqualTo(Verdict.Status.NO_DATA);
    }

    @Test
    void theBudgetsHoldForASoakAsForAnyRun() {
      assertThat(Verdict.of(soak(SLOW).timeline(growing(36)).record(), drift(0.3)).status())
          .isEqualTo(Verdict.Status.BREACHED);
    }

    private ShapedRun soak(EndpointRecord measured) {
      return new ShapedRun(Shape.SOAK).endpoints(measured);
    }

    private Gate drift(double limit) {
      return gate(
          new ShapeLimits(
              Optional.empty(),
              Optional.empty(),
              OptionalDouble.of(limit),
              OptionalDouble.empty()));
    }

    private Timeline growing(int blocks) {
      TimelineSample sample = new TimelineSample(Duration.ofSeconds(1));
      for (int i = 0; i < blocks * 30; i++) {
        sample.add(i / 30, "stats", 100 + i / 30, true);
      }
      sample.withSlices(blocks + 1);
      return sample.timeline();
    }
  }

  @Nested
  class OfACapacitySearch {
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
      Verdict breached =
          verdict(search().phase("10 rps", 10, SLOW).phase("5 rps", 5, GOOD).record());
      assertThat(breached.status()).isEqualTo(Verdict.Status.BREACHED);
      assertCapacity(breached, 5.0, 10.0, "10 rps");
    }

    @Test
    void aSearchThatMetNoRateBreachesItsLeast() {
      Verdict verdict =
          verdict(search().phase("10 rps", 10, SLOW).phase("5 rps", 5, SLOW).record());
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
              Optional.empty(), Optional.empty(), OptionalDouble.empty(), OptionalDouble.of(rate)));
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

  @Nested
  class OfAnInjectorThatCouldNotKeepUp {
    private static final String LATE =
        "the injector could not keep up: of 100 arrivals planned, 10.0 a second, 3 came 100 ms or"
            + " more too late and 2 not at all";

    @Test
    void arrivalsThatAreLateMakeARunInvalidEvenIfItPasses() {
      for (EndpointRecord measured : List.of(GOOD, SLOW)) {
        Verdict verdict =
            verdict(
                new ShapedRun(Shape.LOAD)
                    .endpoints(measured)
                    .arrivals(arrivals(100, 98, 3))
                    .record());
        assertThat(verdict.status()).isEqualTo(Verdict.Status.INVALID);
        assertThat(verdict.reason()).isEqualTo(LATE);
        assertThat(verdict.passed()).isFalse();
      }
    }

    @ParameterizedTest
    @CsvSource({
      "100, 0, PASSED",
      "98, 2, PASSED",
      "96, 0, PASSED",
      "95, 0, INVALID",
      "100, 5, INVALID"
    })
    void oneInTwentyIsTooMany(long made, long late, Verdict.Status status) {
      assertThat(
              verdict(
                      new ShapedRun(Shape.LOAD)
                          .endpoints(GOOD)
                          .arrivals(arrivals(100, made, late))
                          .record())
                  .status())
          .isEqualTo(status);
    }

    @Test
    void onePhaseIsEnoughButNotOneThatIsNotJudged() {
      ShapedRun run =
          new ShapedRun(Shape.STRESS)
              .phase("step 1", 10, GOOD)
              .phase("calm", false, 10, arrivals(100, 50, 0), GOOD)
              .arrivals(arrivals(300, 100, 0));
      assertThat(verdict(run.record()).status())
          .as("of a run with phases each counts by itself")
          .isEqualTo(Verdict.Status.PASSED);
      run.phase("step 2", true, 20, arrivals(100, 98, 3), GOOD);
      assertThat(verdict(run.record()).status()).isEqualTo(Verdict.Status.INVALID);
      assertThat(verdict(run.record()).reason()).isEqualTo("step 2: " + LATE);
    }

    @ParameterizedTest
    @CsvSource({
      "0.9, true, INVALID",
      "0.89, true, BREACHED",
      "0.9, false, PASSED",
      "1, false, PASSED"
    })
    void anExhaustedProcessorMakesABreachInvalidButNoPass(
        double cpu, boolean slow, Verdict.Status status) {
      Verdict verdict =
          verdict(new ShapedRun(Shape.LOAD).endpoints(slow ? SLOW : GOOD).processCpu(cpu).record());
      assertThat(verdict.status()).isEqualTo(status);
      assertThat(verdict.reason())
          .isEqualTo(
              status == Verdict.Status.INVALID
                  ? "the injector used 90 % of all processors, so that the breach may be its own"
                  : "");
    }

    @Test
    void aLackOfDataIsNoBreachThatTheInjectorCouldHaveCaused() {
      Endpoint latencyOnly = endpoint("stats", Map.of(Limit.P95_LATENCY_MS, 75.0));
      RunRecord run =
          new ShapedRun(Shape.LOAD)
              .endpoints(measured(latencyOnly, ko(20, 1, "503")))
              .processCpu(1)
              .record();
      Gate gate = new Gate("shadow", "/health", Map.of(), ShapeLimits.NONE, List.of(latencyOnly));
      assertThat(Verdict.of(run, gate).status()).isEqualTo(Verdict.Status.NO_DATA);
    }

    @ParameterizedTest
    @CsvSource({
      "DECIDED, INVALID",
      "INTERRUPTED, INTERRUPTED",
      "INCOMPLETE, INCOMPLETE",
      "UNREACHABLE, NO_DATA"
    })
    void howARunEndedWeighsMoreUnlessItEndedInOrder(Ending.Kind kind, Verdict.Status status) {
      Verdict verdict =
          verdict(
              new ShapedRun(Shape.LOAD)
                  .endpoints(SLOW)
                  .arrivals(arrivals(100, 98, 3))
                  .ended(kind)
                  .record());
      assertThat(verdict.status()).isEqualTo(status);
      assertThat(verdict.reason()).isEqualTo(kind == Ending.Kind.DECIDED ? LATE : "why");
    }
  }

  @ParameterizedTest
  @CsvSource({"10, PASSED", "80, BREACHED"})
  void aRunThatWasDecidedIsJudgedLikeACompleteOne(long millis, Verdict.Status status) {
    Verdict verdict =
        verdict(
            new ShapedRun(Shape.LOAD)
                .endpoints(measured(STATS, ok(20, millis)))
                .ended(Ending.Kind.DECIDED)
                .record());
    assertThat(verdict.status()).isEqualTo(status);
    assertThat(verdict.reason()).isEqualTo("why");
  }
}
