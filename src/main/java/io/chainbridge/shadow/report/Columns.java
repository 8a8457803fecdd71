package io.chainbridge.shadow.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** The columns of a chart: numbers of equal length to four significant digits, with gaps. */
final class Columns {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final MathContext DIGITS = new MathContext(5);

  private final List<ArrayNode> columns = new ArrayList<>();

  /**
   * Begins a chart.
   *
   * @param count the first column is x
   */
  Columns(int count) {
    for (int i = 0; i < count; i++) {
      columns.add(JSON.createArrayNode());
    }
  }

  /** Adds a point of each column. */
  void add(OptionalDouble... values) {
    for (int i = 0; i < values.length; i++) {
      if (values[i].isPresent()) {
        columns.get(i).add(rounded(values[i].getAsDouble()));
      } else {
        columns.get(i).addNull();
      }
    }
  }

  /** As the page's script reads them. */
  ArrayNode json() {
    ArrayNode json = JSON.createArrayNode();
    columns.forEach(json::add);
    return json;
  }

  static ObjectNode object() {
    return JSON.createObjectNode();
  }

  private static BigDecimal rounded(double value) {
    BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
    return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
  }
}
