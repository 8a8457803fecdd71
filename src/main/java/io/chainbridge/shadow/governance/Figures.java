package io.chainbridge.shadow.governance;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** The figures that a budget file limits by. */
final class Figures {
  private Figures() {}

  /** The numbers of an object, in its order. */
  static Map<String, JsonNode> in(JsonNode object) {
    Map<String, JsonNode> figures = new LinkedHashMap<>();
    object
        .properties()
        .forEach(
            entry -> {
              if (entry.getValue().isNumber()) {
                figures.put(entry.getKey(), entry.getValue());
              }
            });
    return figures;
  }

  /**
   * What holds for each endpoint and each load shape, such as {@code p95_latency_ms of stats},
   * wherever in the file it is said.
   */
  static Map<String, BigDecimal> ofBudgetFile(JsonNode document) {
    Map<String, BigDecimal> figures = new TreeMap<>();
    document
        .path("endpoints")
        .properties()
        .forEach(
            endpoint -> {
              put(figures, document.path("limits"), endpoint.getKey());
              put(figures, endpoint.getValue().path("limits"), endpoint.getKey());
            });
    document
        .path("shapes")
        .properties()
        .forEach(
            shape -> {
              put(figures, shape.getValue(), shape.getKey());
              shape
                  .getValue()
                  .properties()
                  .forEach(
                      part ->
                          put(
                              figures,
                              part.getValue(),
                              "%s %s".formatted(shape.getKey(), part.getKey())));
            });
    return figures;
  }

  private static void put(Map<String, BigDecimal> figures, JsonNode limits, String whose) {
    in(limits)
        .forEach(
            (limit, figure) ->
                figures.put("%s of %s".formatted(limit, whose), figure.decimalValue()));
  }
}
