package io.chainbridge.shadow.budget;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.Map;

/** Reads limits as a budget file has them, by their keys. */
final class LimitReader {
  private LimitReader() {}

  /**
   * Reads them.
   *
   * @param node that keeps the schema; missing for none
   */
  static Map<Limit, Double> read(JsonNode node) {
    Map<Limit, Double> limits = new EnumMap<>(Limit.class);
    node.properties()
        .forEach(entry -> limits.put(Limit.of(entry.getKey()), entry.getValue().asDouble()));
    return limits;
  }
}
