package io.chainbridge.shadow.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.chainbridge.shadow.settings.Shape;
import io.chainbridge.shadow.trend.Past;
import io.chainbridge.shadow.trend.PastOutcome;
import io.chainbridge.shadow.trend.PastRun;
import io.chainbridge.shadow.trend.Subject;
import io.chainbridge.shadow.verdict.Outcome;
import io.chainbridge.shadow.verdict.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the runs of some days came to. */
class SummaryTest {
  private static Summary days(List<PastRun> runs, int from, int to) {
    return Summary.of(runs, day(from), day(to));
  }

  private static Instant day(int day) {
    return Past.START.plusSeconds(86_400L * day);
  }

  private static List<String> lines(Summary summary) {
    assertThat(summary.parts()).hasSize(1);
    return SummaryText.lines(summary.parts().get(0));
  }

  @Test
  void runsAreCountedFromTheFirstMomentToBeforeTheLast() {
    List<PastRun> runs = Past.daily(12, 12, 89, 12, 12);
    assertThat(lines(days(runs, 1, 4))).startsWith("3 runs: 2 passed, 1 broke their budgets");
    assertThat(days(runs, 5, 9).isEmpty()).isTrue();
  }

  @Test
  void verdictsThatAreNeitherAreNamedAndInterruptNoRow() {
    List<PastRun> runs =
        List.of(
            Past.run(0, 89),
            with(Past.run(1, 89), Verdict.Status.INVALID, 20),
            Past.run(2, 89),
            with(Past.run(3, 12), Verdict.Status.NO_DATA, 0),
            Past.run(4, 89),
            Past.run(5, 12));
    assertThat(lines(days(runs, 0, 6)))
        .startsWith(
            "6 runs: 1 passed, 3 broke their budgets, 1 invalid, 1 no data",
            "in a row: at most 1 passed, 3 broke their budgets",
            "p95_latency_ms of stats broke in 3 runs");
  }

  private static PastRun with(PastRun run, Verdict.Status verdict, int requests) {
    return new PastRun(
        run.runId(),
        run.startedAt(),
        run.subject(),
        run.commit(),
        verdict,
        run.outcomes().stream()
            .map(
                outcome ->
                    new PastOutcome(
                        outcome.phase(),
                        outcome.endpoint(),
                        outcome.limit(),
                        outcome.budget(),
                        requests == 0 ? OptionalDouble.empty() : outcome.measured(),
                        requests == 0 ? Outcome.Result.NO_DATA : outcome.result(),
                        requests))
            .toList());
  }

  @Test
  void theTightestOfEachLimitThatNeverBrokeIsTold() {
    assertThat(lines(days(Past.daily(12, 70, 20), 0, 3)))
        .contains("p95_latency_ms of stats: 70 ms leaves 6.67 % of the budget of 75 ms")
        .noneMatch(line -> line.contains(" broke in "));
    assertThat(lines(days(Past.daily(12, 70, 89), 0, 3)))
        .noneMatch(line -> line.startsWith("p95_latency_ms of stats: "));
  }

  /** By the runs before the week too, without which nothing could be seen. */
  @Test
  void aChangeOfTheWeekAndNoneBeforeIsTold() {
    List<PastRun> runs =
        IntStream.range(0, 40)
            .mapToObj(day -> Past.run(day, (day < 20 ? 20 : 26) + day % 3))
            .toList();
    assertThat(lines(days(runs, 18, 40)))
        .anyMatch(line -> line.startsWith("p95_latency_ms of stats rose by 28.6 % on 2026-01-21"));
    assertThat(lines(days(runs, 30, 40))).noneMatch(line -> line.contains(" rose by "));
    assertThat(lines(days(runs, 0, 10))).noneMatch(line -> line.contains(" rose by "));
  }

  @Test
  void aBudgetThatWillBeReachedSoonIsTold() {
    List<PastRun> runs =
        IntStream.range(0, 40).mapToObj(day -> Past.run(day, 30 + 0.9 * day)).toList();
    assertThat(lines(days(runs, 33, 40)))
        .anyMatch(line -> line.contains("p95_latency_ms of stats grows by 6.3 ms a week"));
  }

  @Test
  void gatesShapesAndBranchesAreApartAndLoadsAreNot() {
    Subject main = Past.MAIN;
    List<PastRun> runs =
        List.of(
            Past.run(main, 0, 12),
            Past.run(
                new Subject(main.gate(), main.shape(), "http://h", Optional.empty(), main.branch()),
                1,
                12),
            Past.run(
                new Subject(
                    main.gate(), main.shape(), main.target(), main.load(), Optional.of("fix")),
                2,
                12),
            Past.run(
                new Subject(main.gate(), Shape.SOAK, main.target(), main.load(), main.branch()),
                3,
                12),
            Past.run(
                new Subject("orders", main.shape(), main.target(), main.load(), Optional.empty()),
                4,
                12));
    assertThat(SummaryText.of(days(runs, 0, 9)).sections())
        .extracting(Message.Section::heading)
        .containsExactly(
            "Gate shadow, Probe, branch main",
            "Gate shadow, Probe, branch fix",
            "Gate shadow, Soak, branch main",
            "Gate orders, Probe, no branch");
  }
}
