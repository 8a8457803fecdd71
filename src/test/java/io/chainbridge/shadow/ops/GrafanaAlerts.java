package io.chainbridge.shadow.ops;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes the alert rules as Grafana reads them from a file. */
final class GrafanaAlerts {
  /** Of the data source that is provisioned beside them. */
  static final String DATA_SOURCE = "shadow-load-prometheus";

  private static final String QUERY = "A";
  private static final String CONDITION = "B";

  private GrafanaAlerts() {}

  /** Their text. */
  static String write() {
    ObjectNode file = JsonNodeFactory.instance.objectNode().put("apiVersion", 1);
    ObjectNode group = file.putArray("groups").addObject();
    group.put("orgId", 1).put("name", "shadow-load").put("folder", Dashboard.TITLE);
    group.put("interval", "1m");
    ArrayNode rules = group.putArray("rules");
    Alert.ALL.forEach(alert -> rules.add(rule(alert)));
    try {
      return YAMLMapper.builder()
          .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
          .disable(YAMLGenerator.Feature.SPLIT_LINES)
          .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
          .build()
          .writeValueAsString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectNode rule(Alert alert) {
    ObjectNode rule = JsonNodeFactory.instance.objectNode();
    rule.put("uid", alert.uid()).put("title", alert.title()).put("condition", CONDITION);
    ArrayNode data = rule.putArray("data");
    ObjectNode query = step(data, QUERY, DATA_SOURCE);
    query.put("expr", alert.expression()).put("instant", true);
    ObjectNode threshold = step(data, CONDITION, "__expr__");
    threshold.put("type", "threshold").put("expression", QUERY);
    ObjectNode evaluator = threshold.putArray("conditions").addObject().putObject("evaluator");
    evaluator.put("type", "gt").putArray("params").add(0);
    rule.put("noDataState", "OK").put("execErrState", "Error").put("for", "0s");
    rule.putObject("annotations").put("summary", alert.summary());
    rule.putObject("labels").put("severity", alert.severity());
    rule.put("isPaused", false);
    return rule;
  }

  /** The model of a step that looks at the last ten minutes. */
  private static ObjectNode step(ArrayNode data, String name, String dataSource) {
    ObjectNode step = data.addObject().put("refId", name);
    step.putObject("relativeTimeRange").put("from", 600).put("to", 0);
    step.put("datasourceUid", dataSource);
    return step.putObject("model").put("refId", name);
  }
}
