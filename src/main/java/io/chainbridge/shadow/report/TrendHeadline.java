package io.chainbridge.shadow.report;

import io.chainbridge.shadow.trend.PastRun;
import io.chainbridge.shadow.trend.Trend;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What a reader of the trend page sees first: how much changed, the newest, and what is next. */
final class TrendHeadline {
  private TrendHeadline() {}

  static Headline of(List<PastRun> runs, List<SubjectPast> subjects) {
    if (runs.isEmpty()) {
      return new Headline(
          Tone.NEUTRAL,
          "No runs yet",
          "each run of the gate adds to the history, and this page shows how its figures change",
          "",
          List.of());
    }
    List<Trend> trends = subjects.stream().flatMap(past -> past.shownTrends().stream()).toList();
    long changes = trends.stream().mapToLong(trend -> trend.changes().size()).sum();
    long forecasts = trends.stream().filter(trend -> trend.forecast().isPresent()).count();
    return new Headline(
        Tone.NEUTRAL,
        words(changes, forecasts),
        newest(trends).orElse("no figure moved to another level for good"),
        next(trends).orElse("no figure surely moves towards its budget"),
        facts(runs));
  }

  private static String words(long changes, long forecasts) {
    List<String> words = new ArrayList<>();
    if (changes > 0 || forecasts == 0) {
      words.add(changes == 0 ? "No change" : Figures.counted(changes, "change", "changes"));
    }
    if (forecasts > 0) {
      words.add(Figures.counted(forecasts, "budget", "budgets") + " in sight");
    }
    return String.join(", ", words);
  }

  private static Optional<String> newest(List<Trend> trends) {
    record Found(Trend trend, Trend.Change change) {}
    return trends.stream()
        .flatMap(trend -> trend.changes().stream().map(change -> new Found(trend, change)))
        .max(Comparator.comparing(found -> found.change().at()))
        .map(
            found ->
                "newest change, on %s: %s"
                    .formatted(
                        Branches.name(found.trend().subject().branch()),
                        TrendText.sentence(found.trend(), found.change())));
  }

  private static Optional<String> next(List<Trend> trends) {
    return trends.stream()
        .filter(trend -> trend.forecast().isPresent())
        .min(Comparator.comparing(trend -> trend.forecast().orElseThrow().reached()))
        .map(
            trend ->
                "next, on %s: %s"
                    .formatted(
                        Branches.name(trend.subject().branch()),
                        TrendText.sentence(trend, trend.forecast().orElseThrow())));
  }

  private static List<Headline.Fact> facts(List<PastRun> runs) {
    PastRun newest = runs.get(runs.size() - 1);
    long branches = runs.stream().map(run -> run.subject().branch()).distinct().count();
    return List.of(
        new Headline.Fact("Newest", TrendText.ofAnyBranch(newest.subject()), true),
        new Headline.Fact(
            "Runs",
            "%s on %s"
                .formatted(
                    Figures.count(runs.size()), Figures.counted(branches, "branch", "branches")),
            false),
        new Headline.Fact(
            "When",
            "%s to %s"
                .formatted(
                    TrendText.day(runs.get(0).startedAt()), TrendText.day(newest.startedAt())),
            false));
  }
}
