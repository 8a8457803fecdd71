package io.chainbridge.shadow.report;

import io.chainbridge.shadow.trend.PastRun;
import io.chainbridge.shadow.trend.RunTrend;
import io.chainbridge.shadow.trend.Subject;
import io.chainbridge.shadow.trend.Trend;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the runs before say, for the page: with too few of them a line, with none nothing.
 *
 * @param summary in which runs it is seen; empty for nothing to say
 * @param warnings which budgets will soon be reached
 * @param sentences what else changed and will
 * @param limits that are shown, first those of which there is something to say
 * @param telling how many those are
 */
record RunTrendPanel(
    String summary,
    List<String> warnings,
    List<String> sentences,
    List<LimitPast> limits,
    int telling) {
  /** A page with more is read by nobody; the command trend has them all. */
  private static final int MOST_CHARTS = 24;

  /** A run's page may be anywhere, away from those of the runs before it. */
  private static final RunLinks NO_LINKS = new RunLinks(run -> false);

  static RunTrendPanel of(RunTrend trend) {
    if (trend.runs() < RunTrend.LEAST_RUNS) {
      return new RunTrendPanel(tooFew(trend), List.of(), List.of(), List.of(), 0);
    }
    List<Trend> telling = trend.trends().stream().filter(RunTrendPanel::tells).toList();
    List<LimitPast> shown =
        Stream.concat(telling.stream(), trend.trends().stream().filter(other -> !tells(other)))
            .limit(MOST_CHARTS)
            .map(each -> new LimitPast(List.of(each)))
            .toList();
    return new RunTrendPanel(
        summary(trend, telling.isEmpty()),
        TrendText.warnings(trend).stream().map(Quoted::line).toList(),
        sentences(trend).stream().map(Quoted::line).toList(),
        shown,
        Math.min(MOST_CHARTS, telling.size()));
  }

  private static boolean tells(Trend trend) {
    return !trend.changes().isEmpty() || trend.forecast().isPresent();
  }

  private static String tooFew(RunTrend trend) {
    return trend.runs() == 0
        ? ""
        : "%s of this load so far%s: too few to see a trend, which takes %d or more."
            .formatted(
                Figures.counted(trend.runs(), "run", "runs"), branch(trend), RunTrend.LEAST_RUNS);
  }

  private static String summary(RunTrend trend, boolean quiet) {
    return "%s of this load since %s%s.%s"
        .formatted(
            Figures.counted(trend.runs(), "run", "runs"),
            TrendText.day(trend.past().get(0).startedAt()),
            branch(trend),
            quiet ? " No level changed, and no figure surely moves towards its budget." : "");
  }

  private static String branch(RunTrend trend) {
    PastRun last = trend.past().get(trend.past().size() - 1);
    Subject subject = last.subject();
    return subject.branch().map(branch -> " on branch " + Quoted.line(branch)).orElse("");
  }

  private static List<String> sentences(RunTrend trend) {
    List<String> sentences = new ArrayList<>();
    trend
        .trends()
        .forEach(
            each ->
                each.changes().forEach(change -> sentences.add(TrendText.sentence(each, change))));
    trend.trends().stream()
        .filter(each -> each.nearForecast().isEmpty())
        .forEach(
            each -> each.forecast().ifPresent(far -> sentences.add(TrendText.sentence(each, far))));
    return sentences;
  }

  List<SubjectPanel.Chart> charts() {
    return IntStream.range(0, limits.size())
        .mapToObj(i -> SubjectPanel.Chart.of(i, limits.get(i)))
        .toList();
  }

  /** Those that say something. */
  List<SubjectPanel.Chart> tellingCharts() {
    return charts().subList(0, telling);
  }

  /** The others. */
  List<SubjectPanel.Chart> quietCharts() {
    return charts().subList(telling, limits.size());
  }

  /** How each limit stands. */
  List<StandRow> stands() {
    return trends().map(trend -> StandRow.of(trend, NO_LINKS)).toList();
  }

  /** Adds what the charts are drawn from; nothing if there are none. */
  void draw(TrendFigures figures) {
    if (!limits.isEmpty()) {
      List<Trend> trends = trends().toList();
      figures.add(
          limits, Branches.of(trends), DrawnRuns.of(trends, RunTrend.MOST_RUNS + 1), NO_LINKS);
    }
  }

  private Stream<Trend> trends() {
    return limits.stream().map(LimitPast::first);
  }
}
