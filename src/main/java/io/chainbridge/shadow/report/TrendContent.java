package io.chainbridge.shadow.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chainbridge.shadow.budget.BudgetHistory;
import io.chainbridge.shadow.trend.PastRun;
import io.chainbridge.shadow.trend.Trend;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Everything that the templates of the trend page show, as text.
 *
 * @param inlined style and scripts
 * @param headline what a reader sees first
 * @param warnings files of the history that could not be read
 * @param subjects in detail
 * @param moreSubjects how many are not shown, in words; empty if all are
 * @param budgets how they came to be what they are; empty without a git repository
 * @param before why there are no older versions of budgets; empty if these are all
 * @param runs the newest
 * @param figures what the charts are drawn from, as JSON
 */
record TrendContent(
    Inlined inlined,
    Headline headline,
    Cut<String> warnings,
    List<SubjectPanel> subjects,
    String moreSubjects,
    Optional<List<BudgetRow>> budgets,
    String before,
    List<RunRow> runs,
    String figures) {
  private static final int MOST_WARNINGS = 20;
  private static final int MOST_SUBJECTS = 20;
  private static final int MOST_LIMITS = 200;
  private static final int MOST_RUNS = 50;

  static TrendContent of(
      List<PastRun> runs,
      List<Trend> trends,
      List<String> warnings,
      Optional<BudgetHistory> budgets,
      RunLinks links) {
    List<SubjectPast> all = SubjectPast.of(runs, trends);
    Cut<SubjectPast> shown = Cut.after(MOST_SUBJECTS, all);
    ObjectNode figures = Columns.object();
    return new TrendContent(
        Inlined.read(
            List.of("page.css", "trendcharts.css", "trend.css"),
            List.of("charts.js", "trendcharts.js")),
        TrendHeadline.of(runs, all),
        Cut.after(MOST_WARNINGS, warnings.stream().map(Quoted::line).toList()),
        panels(shown.rows(), links, new TrendFigures(figures)),
        shown.more() == 0
            ? ""
            : "%s with older runs only; exec.args=\"trend\" tells of all."
                .formatted(
                    Figures.counted(
                        shown.more(),
                        "more gate, load or target is not shown,",
                        "more gates, loads or targets are not shown,")),
        budgets.map(history -> history.versions().stream().map(BudgetRow::of).toList()),
        budgets.flatMap(BudgetHistory::before).map(Quoted::line).orElse(""),
        RunRow.newest(runs, MOST_RUNS, links),
        FiguresJson.escaped(figures.toString()));
  }

  /** The panels; what their charts are drawn from is put into the figures. */
  private static List<SubjectPanel> panels(
      List<SubjectPast> subjects, RunLinks links, TrendFigures figures) {
    int most = DrawnRuns.most(subjects.stream().mapToLong(past -> past.shownTrends().size()).sum());
    List<SubjectPanel> panels = new ArrayList<>();
    for (SubjectPast past : subjects) {
      Cut<LimitPast> limits = Cut.after(MOST_LIMITS, past.limits());
      DrawnRuns drawn = DrawnRuns.of(past.shownTrends(), most);
      panels.add(
          SubjectPanel.of(past, limits.rows(), limits.more(), drawn, figures.charts(), links));
      figures.add(limits.rows(), past.branches(), drawn, links);
    }
    return panels;
  }

  /** Of the window. */
  String title() {
    return "Trend: " + headline.verdict();
  }
}
