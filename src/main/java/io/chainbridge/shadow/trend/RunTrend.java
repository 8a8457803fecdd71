package io.chainbridge.shadow.trend;

import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.verdict.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the runs before one say of its limits: how each came along, up to and including that run.
 * Immutable.
 *
 * @param past the runs that it is seen in, of the run's subject, the oldest first
 * @param trends of the limits that the run has a figure of
 */
public record RunTrend(List<PastRun> past, List<Trend> trends) {
  /** Where nothing is known of runs before. */
  public static final RunTrend NONE = new RunTrend(List.of(), List.of());

  /** How many past runs are looked at, the newest. */
  public static final int MOST_RUNS = 200;

  /** With fewer nothing is ever seen. */
  public static final int LEAST_RUNS = Forecast.LEAST_FIGURES;

  public RunTrend {
    past = List.copyOf(past);
    trends = List.copyOf(trends);
  }

  /**
   * The trend of a run.
   *
   * @param past of any subjects, the oldest first; a run whose record does not say its branch has
   *     the last one's
   * @return {@link #NONE} without past runs of its subject, and if its figures are not the
   *     service's
   */
  public static RunTrend of(RunRecord run, Verdict verdict, List<PastRun> past) {
    PastRun now = PastRun.of(run.withBranch(run.branch().or(() -> lastBranch(past))), verdict);
    List<PastRun> before = past.stream().filter(now::follows).toList();
    if (before.isEmpty() || !now.tells()) {
      return NONE;
    }
    List<PastRun> newest = before.subList(Math.max(0, before.size() - MOST_RUNS), before.size());
    return new RunTrend(
        newest,
        Trend.of(Stream.concat(newest.stream(), Stream.of(now)).toList()).stream()
            .filter(trend -> trend.lastAt().equals(now.startedAt()))
            .toList());
  }

  private static Optional<String> lastBranch(List<PastRun> past) {
    return past.isEmpty() ? Optional.empty() : past.get(past.size() - 1).subject().branch();
  }

  /** How many runs there are, with the one that it is about. */
  public int runs() {
    return past.isEmpty() ? 0 : past.size() + 1;
  }
}
