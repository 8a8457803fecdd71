package io.chainbridge.shadow.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.chainbridge.shadow.verdict.Outcome;
import io.chainbridge.shadow.verdict.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When whoever is on call is woken, and when they may sleep again. */
class IncidentTest {
  private static List<Incident> incidents(Told told) {
    return Incident.of(told.run(), 3);
  }

  @Test
  void beginsWithTheRunThatMakesItEnough() {
    assertThat(incidents(Told.stats(89))).isEmpty();
    assertThat(incidents(Told.stats(89).afterBroken("stats"))).isEmpty();
    Told third = Told.stats(89).afterBroken("stats").afterBroken("stats");
    assertThat(incidents(third))
        .extracting(Incident::endpoint, Incident::runs, Incident::resolved)
        .containsExactly(tuple("stats", 3, false));
    assertThat(Incident.of(third.run(), 4)).isEmpty();
    assertThat(Incident.of(Told.stats(89).run(), 1)).hasSize(1);
  }

  @Test
  void aPassInBetweenBeginsAnew() {
    assertThat(incidents(Told.stats(89).afterBroken("stats").afterPassed().afterBroken("stats")))
        .isEmpty();
  }

  /** Each endpoint has its own row of runs. */
  @Test
  void anotherEndpointThatBreaksCountsForItself() {
    assertThat(
            incidents(
                Told.stats(89).afterBroken("events").afterBroken("events").afterBroken("stats")))
        .isEmpty();
    assertThat(
            incidents(Told.stats(89).afterBroken("stats", "events").afterBroken("stats", "events")))
        .extracting(Incident::endpoint, Incident::runs, Incident::resolved)
        .containsExactly(tuple("stats", 3, false), tuple("events", 2, true));
  }

  @Test
  void endsWithTheFirstRunInWhichTheEndpointKeepsItsBudgets() {
    Told told = Told.stats(12).afterBroken("stats").afterBroken("stats").afterBroken("stats");
    assertThat(incidents(told))
        .extracting(Incident::endpoint, Incident::runs, Incident::resolved)
        .containsExactly(tuple("stats", 3, true));
    assertThat(incidents(told.afterPassed())).isEmpty();
  }

  @Test
  void runsThatSayNothingOfTheServiceArePassedOver() {
    Told broken = Told.stats(89).afterBroken("stats").afterBroken("stats");
    assertThat(incidents(silent(broken))).hasSize(1).noneMatch(Incident::resolved);
    Told kept = Told.stats(12).afterBroken("stats").afterBroken("stats").afterBroken("stats");
    assertThat(incidents(silent(kept))).hasSize(1).allMatch(Incident::resolved);
  }

  private static Told silent(Told told) {
    return told.after(Verdict.Status.INVALID, Outcome.Result.BREACHED, 300)
        .after(Verdict.Status.INCOMPLETE, Outcome.Result.MET, 300)
        .after(Verdict.Status.NO_DATA, Outcome.Result.NO_DATA, 0)
        .after(Verdict.Status.INCONCLUSIVE, Outcome.Result.INCONCLUSIVE, 300);
  }

  @ParameterizedTest
  @CsvSource({"main, 1", "master, 1", "feature/main, 0", "fix, 0", "MAIN, 0"})
  void isOfTheMainBranchAlone(String branch, int incidents) {
    assertThat(incidents(Told.stats(89).onBranch(branch).afterBroken("stats").afterBroken("stats")))
        .hasSize(incidents);
  }

  @Test
  void theSameEndpointAlwaysHasTheSameKeyAndAnotherAnotherHoweverLongTheNamesAre() {
    assertThat(PagerDutyEvent.dedupKey("shadow", "stats")).isEqualTo("shadow-load/shadow/stats");
    String one = PagerDutyEvent.dedupKey("shadow", "x".repeat(400) + 1);
    String other = PagerDutyEvent.dedupKey("shadow", "x".repeat(400) + 2);
    assertThat(one).hasSize(255).isNotEqualTo(other);
    assertThat(other).hasSize(255);
  }
}
