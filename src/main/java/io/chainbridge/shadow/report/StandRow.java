package io.chainbridge.shadow.report;

import io.chainbridge.shadow.trend.PastRun;
import io.chainbridge.shadow.trend.Trend;
import java.util.Optional;

/**
 * Where a limit stands on a branch.
 *
 * @param what limit and endpoint
 * @param last figure
 * @param outcome of it, in a word
 * @param runs with a figure
 * @param first day
 * @param when the last run was
 * @param page of that run
 */
record StandRow(
    String what,
    String branch,
    String budget,
    String last,
    Tone tone,
    String outcome,
    String runs,
    String first,
    String when,
    Optional<String> page) {

  static StandRow of(Trend trend, RunLinks links) {
    PastRun newest = trend.series().last().run();
    return new StandRow(
        LimitPast.title(trend.last()),
        Branches.name(trend.subject().branch()),
        Figures.budget(trend.last().limit(), trend.last().budget()),
        TrendText.figure(trend, trend.last().measured().orElseThrow()),
        Tone.of(trend.last().result()),
        trend.last().result().key().replace('_', ' '),
        Figures.count(trend.runs()),
        TrendText.day(trend.first()).toString(),
        UtcTime.minute(newest.startedAt()),
        links.page(newest.runId()));
  }
}
