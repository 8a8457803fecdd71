package io.chainbridge.shadow.report;

import io.chainbridge.shadow.trend.Trend;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A change of level in a table.
 *
 * @param when first run of the new level
 * @param page of that run
 * @param what limit and endpoint
 * @param from median before
 * @param to median after
 * @param by share by which it rose or fell; a dash where it was 0
 * @param commits between which it was
 */
record ChangeRow(
    Tone tone,
    String way,
    String when,
    Optional<String> page,
    String branch,
    String what,
    String from,
    String to,
    String by,
    String commits) {

  /** Of some trends, the newest first. */
  static List<ChangeRow> of(List<Trend> trends, RunLinks links) {
    record Found(Trend trend, Trend.Change change) {}
    return trends.stream()
        .flatMap(trend -> trend.changes().stream().map(change -> new Found(trend, change)))
        .sorted(Comparator.comparing((Found found) -> found.change().at()).reversed())
        .map(found -> of(found.trend(), found.change(), links))
        .toList();
  }

  private static ChangeRow of(Trend trend, Trend.Change change, RunLinks links) {
    boolean worse = change.after() > change.before() != trend.last().breaksBelow();
    return new ChangeRow(
        worse ? Tone.BAD : Tone.GOOD,
        worse ? "worse" : "better",
        UtcTime.minute(change.at()),
        links.page(change.firstRun().runId()),
        Branches.name(trend.subject().branch()),
        LimitPast.title(trend.last()),
        TrendText.figure(trend, change.before()),
        TrendText.figure(trend, change.after()),
        TrendText.share(trend, change)
            .map(by -> (by < 0 ? "\u2212" : "+") + Figures.share(Math.abs(by)))
            .orElse("\u2013"),
        commits(change));
  }

  private static String commits(Trend.Change change) {
    return Stream.of(change.lastCommit(), change.firstCommit())
        .map(commit -> commit.map(TrendText::commit).orElse("not known"))
        .reduce((one, other) -> "%s to %s".formatted(one, other))
        .orElseThrow();
  }
}
