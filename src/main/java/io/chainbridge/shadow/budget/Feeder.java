package io.chainbridge.shadow.budget;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A table of values for the placeholders of an endpoint. Immutable.
 *
 * @param columns names, each once
 * @param rows each with a value for each column
 */
record Feeder(List<String> columns, List<List<Value>> rows) {
  Feeder {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /**
   * One value of a row.
   *
   * @param text for a query, or within a longer text
   * @param json for a body, where it is all of a string
   */
  record Value(String text, JsonNode json) {}
}
