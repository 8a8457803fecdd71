package io.chainbridge.shadow.notice;

import static io.chainbridge.shadow.notice.Kind.APPROACHING;
import static io.chainbridge.shadow.notice.Kind.BREACH;
import static io.chainbridge.shadow.notice.Kind.RECOVERY;
import static io.chainbridge.shadow.record.RunSample.measured;
import static io.chainbridge.shadow.record.RunSample.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.chainbridge.shadow.record.Ending;
import io.chainbridge.shadow.record.RunSample;
import io.chainbridge.shadow.verdict.Outcome;
import io.chainbridge.shadow.verdict.Verdict;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is told of a run, and when nothing is. */
class NoticeTest {
  private static Optional<Kind> kind(Told told) {
    return Notice.of(told.run()).map(Notice::kind);
  }

  @Test
  void eachBreachIsToldWithItsReasonsWhateverCameBefore() {
    assertThat(kind(Told.stats(89))).contains(BREACH);
    assertThat(kind(Told.stats(89).afterPassed())).contains(BREACH);
    assertThat(kind(Told.stats(89).afterBroken("stats"))).contains(BREACH);
    assertThat(Notice.of(Told.stats(89).run()).orElseThrow().sentences())
        .first()
        .asString()
        .startsWith("stats p95_latency_ms: 89 ms breaches the budget of 75 ms");
  }

  @Test
  void aServiceThatAnswersNothingButErrorsIsABreach() {
    assertThat(kind(Told.failing("status 200 expected, found 503"))).contains(BREACH);
  }

  @Test
  void thatNothingChangedIsNotTold() {
    assertThat(kind(Told.stats(12))).isEmpty();
    assertThat(kind(Told.stats(12).afterPassed())).isEmpty();
  }

  @Test
  void theFirstPassAfterABreachIsARecovery() {
    Told told = Told.stats(12).afterBroken("stats");
    assertThat(kind(told)).contains(RECOVERY);
    assertThat(Notice.of(told.run()).orElseThrow().sentences())
        .containsExactly("p95_latency_ms of stats: 12 ms keeps the budget of 75 ms, after 89 ms");
    assertThat(kind(told.afterPassed())).isEmpty();
  }

  @Test
  void runsInBetweenThatDecideNothingDoNotHideARecovery() {
    assertThat(
            kind(
                Told.stats(12)
                    .afterBroken("stats")
                    .after(Verdict.Status.INVALID, Outcome.Result.BREACHED, 300)
                    .after(Verdict.Status.INTERRUPTED, Outcome.Result.MET, 3)
                    .after(Verdict.Status.INCONCLUSIVE, Outcome.Result.INCONCLUSIVE, 300)
                    .after(Verdict.Status.NO_DATA, Outcome.Result.NO_DATA, 0)))
        .contains(RECOVERY);
  }

  @Test
  void aRunThatReachedNobodyIsNoBreachToRecoverFrom() {
    assertThat(
            kind(
                Told.stats(12)
                    .afterPassed()
                    .after(Verdict.Status.NO_DATA, Outcome.Result.NO_DATA, 0)))
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"INTERRUPTED", "INCOMPLETE", "UNREACHABLE"})
  void aRunThatWasCutShortIsNotTold(Ending.Kind ending) {
    int requests = ending == Ending.Kind.UNREACHABLE ? 0 : 300;
    Told told =
        Told.run(
            RunSample.run(
                new Ending(ending, "why"),
                measured(Told.STATS, ok(requests, 89)),
                measured(Told.EVENTS, ok(requests, 89))));
    assertThat(kind(told)).isEmpty();
    assertThat(kind(told.afterBroken("stats"))).isEmpty();
  }

  @Test
  void thatLittleIsLeftOfABudgetIsToldWhenItBegins() {
    Told told = Told.stats(70).afterPassed();
    assertThat(kind(told)).contains(APPROACHING);
    assertThat(Notice.of(told.run()).orElseThrow().sentences())
        .containsExactly("p95_latency_ms of stats: 70 ms leaves 6.67 % of the budget of 75 ms");
  }

  @Test
  void thatLittleIsLeftIsNotToldAtEachRun() {
    assertThat(kind(Told.stats(70).afterPassed(0.95))).isEmpty();
    assertThat(kind(Told.stats(70).afterPassed(0.95).afterPassed().afterPassed())).isEmpty();
    Told quiet = Told.stats(70).afterPassed(0.95);
    for (int run = 0; run < Approach.QUIET; run++) {
      quiet.afterPassed();
    }
    assertThat(kind(quiet)).contains(APPROACHING);
  }

  @Test
  void withoutARunBeforeNothingBegins() {
    assertThat(kind(Told.stats(70))).isEmpty();
  }

  @Test
  void aTenthThatIsLeftIsNotLittle() {
    assertThat(kind(Told.stats(67).afterPassed())).isEmpty();
    assertThat(kind(Told.stats(68).afterPassed())).contains(APPROACHING);
  }

  @Test
  void aRecoveryWithLittleLeftIsARecovery() {
    assertThat(kind(Told.stats(70).afterBroken("stats"))).contains(RECOVERY);
    assertThat(kind(Told.stats(70).afterBroken("stats").afterPassed(0.95))).isEmpty();
  }

  /** By a figure that grows by a hundredth of itself a day and reaches its budget in two months. */
  @Test
  void aForecastIsToldWhenItBeginsAndThenNoMore() {
    assertThat(Notice.of(growing(7)).orElseThrow().sentences())
        .singleElement()
        .asString()
        .startsWith("p95_latency_ms of stats grows by ")
        .contains("; it reaches 75 ms around ");
    assertThat(Notice.of(growing(30))).isEmpty();
  }

  /** After so many runs, of which each was a little slower than the one before. */
  private static ToldRun growing(int runs) {
    return Told.stats(50)
        .afterGrowth(
            runs,
            (outcome, ago) ->
                outcome.limit().equals("p95_latency_ms") && outcome.endpoint().equals("stats")
                    ? 1 - 0.015 * ago
                    : 1)
        .run();
  }
}
