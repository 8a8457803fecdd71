package io.chainbridge.shadow.ops;

import java.util.List;

/**
 * One panel of the dashboard.
 *
 * @param kind Grafana's name of it
 * @param title what it shows
 * @param description how to read it
 * @param unit Grafana's name of what its figures count
 * @param width of the 24 columns
 * @param queries what it asks for
 */
record Panel(
    Kind kind, String title, String description, String unit, int width, List<Query> queries) {

  /** What a panel can be. */
  enum Kind {
    STAT("stat", 4),
    TIME_SERIES("timeseries", 8),
    HEATMAP("heatmap", 8),
    TABLE("table", 8);

    final String type;
    final int height;

    Kind(String type, int height) {
      this.type = type;
      this.height = height;
    }
  }

  static Panel of(
      Kind kind, String title, String description, String unit, int width, Query... queries) {
    return new Panel(kind, title, description, unit, width, List.of(queries));
  }
}
