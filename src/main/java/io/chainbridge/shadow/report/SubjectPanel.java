package io.chainbridge.shadow.report;

import io.chainbridge.shadow.trend.PastRun;
import io.chainbridge.shadow.trend.Trend;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One subject in detail.
 *
 * @param heading in words
 * @param notes what is shown of how much
 * @param changes of level
 * @param forecasts of budgets reached
 * @param parts the limits of the whole run and of each phase
 */
record SubjectPanel(
    String heading,
    List<String> notes,
    Cut<ChangeRow> changes,
    Cut<ForecastRow> forecasts,
    List<Part> parts) {
  private static final int MOST_ROWS = 50;

  /**
   * The limits of the whole run, or of a phase.
   *
   * @param phase empty for the whole run
   * @param stands how each limit stands on each branch
   */
  record Part(String phase, List<Chart> charts, List<StandRow> stands) {}

  /**
   * A limit over time.
   *
   * @param index among all charts of the page
   * @param words what it shows, for those who do not see it
   */
  record Chart(int index, String title, String words) {
    static Chart of(int index, LimitPast limit) {
      return new Chart(index, limit.title(), limit.words());
    }
  }

  /**
   * Of a subject.
   *
   * @param limits those that are shown
   * @param more how many limits are not
   * @param firstChart index of its first chart
   */
  static SubjectPanel of(
      SubjectPast past,
      List<LimitPast> limits,
      int more,
      DrawnRuns drawn,
      int firstChart,
      RunLinks links) {
    List<Trend> trends = past.shownTrends();
    return new SubjectPanel(
        TrendText.ofAnyBranch(past.subject()),
        notes(past, more, drawn),
        Cut.after(MOST_ROWS, ChangeRow.of(trends, links)),
        Cut.after(MOST_ROWS, ForecastRow.of(trends)),
        parts(limits, firstChart, links));
  }

  private static List<Part> parts(List<LimitPast> limits, int firstChart, RunLinks links) {
    Map<String, Part> parts = new LinkedHashMap<>();
    for (int i = 0; i < limits.size(); i++) {
      LimitPast limit = limits.get(i);
      Part part =
          parts.computeIfAbsent(
              limit.phase(),
              phase -> new Part(TrendText.name(phase), new ArrayList<>(), new ArrayList<>()));
      part.charts().add(Chart.of(firstChart + i, limit));
      limit.trends().forEach(trend -> part.stands().add(StandRow.of(trend, links)));
    }
    return List.copyOf(parts.values());
  }

  private static List<String> notes(SubjectPast past, int more, DrawnRuns drawn) {
    List<String> notes = new ArrayList<>();
    int all = past.runs().size();
    notes.add(
        "%s from %s to %s."
            .formatted(
                Figures.counted(all, "run", "runs"),
                TrendText.day(past.runs().get(0).startedAt()),
                TrendText.day(past.newest().startedAt())));
    long compared = compared(past);
    if (compared < all) {
      notes.add(
          "%s not compared: without a figure, cut short, or held up by the injector."
              .formatted(Figures.counted(all - compared, "of them is", "of them are")));
    }
    if (past.branches().others() > 0) {
      notes.add(
          "Shown are the branches with the newest runs, main first; %s not."
              .formatted(Figures.counted(past.branches().others(), "branch is", "branches are")));
    }
    if (drawn.runs().size() < drawn.total()) {
      notes.add(
          "The charts have the newest runs of each branch, %s of %s; changes and forecasts are of all."
              .formatted(Figures.count(drawn.runs().size()), Figures.count(drawn.total())));
    }
    if (more > 0) {
      notes.add(
          "%s not shown; exec.args=\"trend\" tells of all."
              .formatted(Figures.counted(more, "limit is", "limits are")));
    }
    return notes;
  }

  private static long compared(SubjectPast past) {
    Set<PastRun> runs = Collections.newSetFromMap(new IdentityHashMap<>());
    past.trends()
        .forEach(trend -> trend.series().figures().forEach(figure -> runs.add(figure.run())));
    return runs.size();
  }
}
