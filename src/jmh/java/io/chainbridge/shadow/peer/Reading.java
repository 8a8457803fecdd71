package io.chainbridge.shadow.peer;

import com.fasterxml.jackson.databind.JsonNode;
import io.chainbridge.shadow.budget.Quantile;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Percentiles in what load generators say. */
final class Reading {
  private static final Map<String, Double> MILLIS =
      Map.of("us", 1e-3, "ms", 1.0, "s", 1e3, "secs", 1e3, "m", 60e3);

  private Reading() {}

  /**
   * From a text with a line for each percentile.
   *
   * @param line with three groups: percent, figure and unit
   */
  static Map<Quantile, Double> lines(String said, Pattern line) throws IOException {
    Map<Quantile, Double> found = new EnumMap<>(Quantile.class);
    Matcher matcher = line.matcher(said);
    while (matcher.find()) {
      double percent = Double.parseDouble(matcher.group(1));
      double millis = Double.parseDouble(matcher.group(2)) * MILLIS.get(matcher.group(3));
      for (Quantile quantile : Quantile.values()) {
        if (quantile.percent() == percent) {
          found.put(quantile, millis);
        }
      }
    }
    if (found.isEmpty()) {
      throw new IOException("no percentiles in: " + said);
    }
    return found;
  }

  /** From an object with members such as {@code p50}, in ms. */
  static Map<Quantile, Double> members(JsonNode summary) throws IOException {
    Map<Quantile, Double> found = new EnumMap<>(Quantile.class);
    for (Quantile quantile : Quantile.values()) {
      JsonNode figure = summary.path("p%.0f".formatted(quantile.percent()));
      if (figure.isNumber()) {
        found.put(quantile, figure.asDouble());
      }
    }
    if (found.isEmpty()) {
      throw new IOException("no percentiles in: " + summary);
    }
    return found;
  }
}
