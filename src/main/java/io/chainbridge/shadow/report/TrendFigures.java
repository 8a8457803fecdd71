package io.chainbridge.shadow.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What the charts of limits over time are drawn from, on whatever page they stand. */
final class TrendFigures {
  private final ArrayNode subjects;
  private final ArrayNode charts;

  /**
   * None yet.
   *
   * @param figures of the page, which they become part of
   */
  TrendFigures(ObjectNode figures) {
    subjects = figures.putArray("subjects");
    charts = figures.putArray("charts");
  }

  /** How many charts there are: the index of the next. */
  int charts() {
    return charts.size();
  }

  /** Adds a subject with a chart for each of its limits. */
  void add(List<LimitPast> limits, Branches branches, DrawnRuns drawn, RunLinks links) {
    for (LimitPast limit : limits) {
      charts.add(TrendChart.json(limit, branches, drawn).put("subject", subjects.size()));
    }
    subjects.add(drawn.json(branches, links));
  }
}
