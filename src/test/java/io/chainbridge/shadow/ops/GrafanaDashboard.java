package io.chainbridge.shadow.ops;

import static io.chainbridge.shadow.metrics.Metric.REQUESTS;
import static io.chainbridge.shadow.metrics.Metric.RUN_INFO;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Writes the dashboard as Grafana reads it from a file. */
final class GrafanaDashboard {
  /** What the legend of a limit ends with, by which its line is drawn dashed. */
  static final String BUDGET = "budget";

  private static final int COLUMNS = 24;

  private final JsonNodeFactory json = JsonNodeFactory.instance;
  private final ArrayNode panels = json.arrayNode();
  private int id = 1;
  private int x = 0;
  private int y = 0;
  private int tallest = 0;

  private GrafanaDashboard() {}

  /** Its text. */
  static String write() {
    try {
      return new ObjectMapper()
              .writerWithDefaultPrettyPrinter()
              .writeValueAsString(new GrafanaDashboard().dashboard())
          + "\n";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ObjectNode dashboard() {
    ObjectNode dashboard = json.objectNode();
    dashboard.put("uid", Dashboard.UID);
    dashboard.put("title", Dashboard.TITLE);
    dashboard.putArray("tags").add("load").add("gate");
    dashboard.put("schemaVersion", 39);
    dashboard.put("editable", true);
    dashboard.put("graphTooltip", 1);
    dashboard.putObject("time").put("from", "now-7d").put("to", "now");
    dashboard.put("refresh", "1m");
    dashboard.putObject("annotations").putArray("list").add(changes());
    ArrayNode variables = dashboard.putObject("templating").putArray("list");
    variables.add(dataSources());
    variables.add(variable("gate", "label_values(%s, gate)".formatted(RUN_INFO.fullName())));
    variables.add(
        variable(
            "endpoint",
            "label_values(%s{gate=~\"$gate\"}, endpoint)".formatted(REQUESTS.fullName())));
    variables.add(
        variable(
            "branch", "label_values(%s{gate=~\"$gate\"}, branch)".formatted(RUN_INFO.fullName())));
    Dashboard.ROWS.forEach(this::add);
    dashboard.set("panels", panels);
    return dashboard;
  }

  private ObjectNode changes() {
    ObjectNode changes = json.objectNode();
    changes.put("name", "Changes of level");
    changes.put("enable", true);
    changes.put("iconColor", "purple");
    changes.set("datasource", source());
    changes.put("expr", Dashboard.CHANGES.expression());
    changes.put("step", "5m");
    changes.put("titleFormat", Dashboard.CHANGES.legend());
    changes.put("useValueForTime", true);
    return changes;
  }

  private ObjectNode dataSources() {
    return json.objectNode()
        .put("name", "datasource")
        .put("label", "Data source")
        .put("type", "datasource")
        .put("query", "prometheus");
  }

  private ObjectNode variable(String name, String query) {
    ObjectNode variable = json.objectNode().put("name", name).put("type", "query");
    variable.set("datasource", source());
    variable.put("query", query);
    variable.put("refresh", 2);
    variable.put("sort", 1);
    variable.put("multi", true);
    variable.put("includeAll", true);
    variable.put("allValue", ".*");
    variable.putObject("current").put("text", "All").put("value", "$__all");
    return variable;
  }

  private ObjectNode source() {
    return json.objectNode().put("type", "prometheus").put("uid", "${datasource}");
  }

  private void add(Dashboard.Row row) {
    endLine();
    ObjectNode title = json.objectNode();
    title.put("id", id++).put("type", "row").put("title", row.title()).put("collapsed", false);
    place(title, COLUMNS, 1);
    title.putArray("panels");
    row.panels().forEach(this::add);
    endLine();
  }

  private void add(Panel panel) {
    ObjectNode node = json.objectNode();
    node.put("id", id++);
    node.put("type", panel.kind().type);
    node.put("title", panel.title());
    node.put("description", panel.description());
    place(node, panel.width(), panel.kind().height);
    node.set("datasource", source());
    node.set("fieldConfig", fields(panel));
    node.set("options", options(panel));
    node.set("targets", targets(panel));
  }

  /** Panels fill a line from left to right. */
  private void place(ObjectNode panel, int width, int height) {
    if (x + width > COLUMNS) {
      endLine();
    }
    panel.putObject("gridPos").put("h", height).put("w", width).put("x", x).put("y", y);
    panels.add(panel);
    x += width;
    tallest = Math.max(tallest, height);
  }

  private void endLine() {
    x = 0;
    y += tallest;
    tallest = 0;
  }

  private ArrayNode targets(Panel panel) {
    ArrayNode targets = json.arrayNode();
    for (Query query : panel.queries()) {
      ObjectNode target = targets.addObject();
      target.put("refId", String.valueOf((char) ('A' + targets.size() - 1)));
      target.set("datasource", source());
      target.put("expr", query.expression());
      target.put("legendFormat", query.legend());
      switch (panel.kind()) {
        case STAT, TABLE -> target.put("instant", true).put("range", false);
        case TIME_SERIES, HEATMAP -> target.put("range", true);
      }
      switch (panel.kind()) {
        case TABLE -> target.put("format", "table");
        case HEATMAP -> target.put("format", "heatmap");
        case STAT, TIME_SERIES -> target.put("format", "time_series");
      }
    }
    return targets;
  }

  private ObjectNode fields(Panel panel) {
    ObjectNode fields = json.objectNode();
    ObjectNode defaults = fields.putObject("defaults").put("unit", panel.unit());
    ArrayNode overrides = fields.putArray("overrides");
    switch (panel.kind()) {
      case STAT -> {
        if (panel.title().contains("headroom")) {
          defaults.set("thresholds", headroomThresholds());
        }
        if (panel.unit().equals("none")) {
          colour(overrides, "/: passed$/", "green");
          colour(overrides, "/: (breached|no_data|invalid|incomplete)$/", "red");
          colour(overrides, "/: (inconclusive|interrupted)$/", "orange");
        }
      }
      case TIME_SERIES -> {
        ObjectNode custom = defaults.putObject("custom");
        custom.put("lineInterpolation", "stepAfter").put("spanNulls", true);
        if (panel.title().startsWith("Headroom")) {
          defaults.set("thresholds", headroomThresholds());
          custom.putObject("thresholdsStyle").put("mode", "dashed");
        } else {
          defaults.put("min", 0);
        }
        dash(overrides);
      }
      case HEATMAP, TABLE -> {}
    }
    return fields;
  }

  private ObjectNode headroomThresholds() {
    ObjectNode thresholds = json.objectNode().put("mode", "absolute");
    ArrayNode steps = thresholds.putArray("steps");
    steps.addObject().put("color", "red").putNull("value");
    steps.addObject().put("color", "orange").put("value", 0);
    steps.addObject().put("color", "green").put("value", 0.1);
    return thresholds;
  }

  private void colour(ArrayNode overrides, String pattern, String colour) {
    ObjectNode override = overrides.addObject();
    override.putObject("matcher").put("id", "byRegexp").put("options", pattern);
    override
        .putArray("properties")
        .addObject()
        .put("id", "color")
        .putObject("value")
        .put("mode", "fixed")
        .put("fixedColor", colour);
  }

  private void dash(ArrayNode overrides) {
    ObjectNode override = overrides.addObject();
    override.putObject("matcher").put("id", "byRegexp").put("options", "/ %s$/".formatted(BUDGET));
    ObjectNode style = override.putArray("properties").addObject().put("id", "custom.lineStyle");
    style
        .putObject("value")
        .put("fill", "dash")
        .set("dash", json.arrayNode().addAll(List.of(json.numberNode(10), json.numberNode(10))));
  }

  private ObjectNode options(Panel panel) {
    ObjectNode options = json.objectNode();
    switch (panel.kind()) {
      case STAT -> {
        options.put("textMode", panel.unit().equals("none") ? "name" : "value_and_name");
        options.put("colorMode", "background").put("graphMode", "none");
        options.putObject("reduceOptions").putArray("calcs").add("lastNotNull");
      }
      case TIME_SERIES -> {
        options
            .putObject("legend")
            .put("displayMode", "list")
            .put("placement", "bottom")
            .put("showLegend", true)
            .putArray("calcs");
        options.putObject("tooltip").put("mode", "multi").put("sort", "desc");
      }
      case HEATMAP -> options.put("calculate", false);
      case TABLE -> options.put("showHeader", true);
    }
    return options;
  }
}
