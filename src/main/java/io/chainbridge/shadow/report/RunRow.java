package io.chainbridge.shadow.report;

import io.chainbridge.shadow.trend.PastRun;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A run in a table.
 *
 * @param when it was
 * @param page of it
 * @param subject in words
 * @param commit short
 * @param verdict in a word or two
 */
record RunRow(
    String when,
    Optional<String> page,
    String subject,
    String branch,
    String commit,
    Tone tone,
    String verdict) {

  /**
   * Some of the runs, the newest first.
   *
   * @param runs the oldest first
   */
  static List<RunRow> newest(List<PastRun> runs, int most, RunLinks links) {
    return runs.stream()
        .skip(Math.max(0, runs.size() - most))
        .sorted(Comparator.comparing(PastRun::startedAt).reversed())
        .map(run -> of(run, links))
        .toList();
  }

  private static RunRow of(PastRun run, RunLinks links) {
    return new RunRow(
        UtcTime.minute(run.startedAt()),
        links.page(run.runId()),
        TrendText.ofAnyBranch(run.subject()),
        Branches.name(run.subject().branch()),
        run.commit().map(TrendText::commit).orElse("not known"),
        Tone.of(run.verdict()),
        Headline.word(run.verdict()));
  }
}
