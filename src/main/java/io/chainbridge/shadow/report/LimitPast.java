package io.chainbridge.shadow.report;

import io.chainbridge.shadow.trend.PastOutcome;
import io.chainbridge.shadow.trend.Trend;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One limit of one endpoint, and phase, on the branches that are shown.
 *
 * @param trends of each branch that has figures of it, in the order of the branches
 */
record LimitPast(List<Trend> trends) {

  /** That of the foremost branch. */
  Trend first() {
    return trends.get(0);
  }

  /** The phase; empty for the whole run. */
  String phase() {
    return first().last().phase();
  }

  /** Such as {@code p95 latency of stats}. */
  String title() {
    return title(first().last());
  }

  static String title(PastOutcome outcome) {
    return "%s of %s"
        .formatted(Quoted.line(LimitName.of(outcome.limit())), TrendText.endpoint(outcome));
  }

  /** What its chart shows, for those who do not see it. */
  String words() {
    return "%s over time. %s"
        .formatted(
            title(), trends.stream().map(LimitPast::words).collect(Collectors.joining("; ")));
  }

  private static String words(Trend trend) {
    return "%s: %s in the last of %s, budget %s%s"
        .formatted(
            Branches.name(trend.subject().branch()),
            TrendText.figure(trend, trend.last().measured().orElseThrow()),
            Figures.counted(trend.runs(), "run", "runs"),
            Figures.budget(trend.last().limit(), trend.last().budget()),
            trend.changes().isEmpty()
                ? ""
                : ", "
                    + Figures.counted(trend.changes().size(), "change", "changes")
                    + " of level");
  }
}
