package io.chainbridge.shadow.budget;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chainbridge.shadow.budget.Feeder.Value;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts such as {@code #{corridor}}, each of which stands for a column of a feeder. */
final class Placeholders {
  private static final Pattern PLACEHOLDER = Pattern.compile("#\\{([^}]*)}");

  private Placeholders() {}

  /**
   * One column at one place.
   *
   * @param pointer JSON Pointer to the string that names it
   */
  record Place(String pointer, String column) {}

  /** All in the strings of a document, keys aside; each column once a string. */
  static Set<Place> in(JsonNode node, String pointer) {
    Set<Place> places = new LinkedHashSet<>();
    collect(node, pointer, places);
    return places;
  }

  private static void collect(JsonNode node, String pointer, Set<Place> places) {
    if (node.isTextual()) {
      PLACEHOLDER
          .matcher(node.textValue())
          .results()
          .forEach(match -> places.add(new Place(pointer, match.group(1))));
    }
    node.properties()
        .forEach(
            entry -> collect(entry.getValue(), Problems.pointer(pointer, entry.getKey()), places));
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        collect(node.get(i), pointer + "/" + i, places);
      }
    }
  }

  /**
   * Fills a row's values into the strings of a document. A string that is one placeholder becomes
   * the value itself, which need be no string.
   *
   * @param row from the column to its value
   */
  static JsonNode fill(JsonNode node, Function<String, Value> row) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    if (node.isTextual()) {
      Matcher whole = PLACEHOLDER.matcher(node.textValue());
      return whole.matches()
          ? row.apply(whole.group(1)).json()
          : nodes.textNode(fill(node.textValue(), row));
    }
    if (node.isObject()) {
      ObjectNode filled = nodes.objectNode();
      node.properties().forEach(entry -> filled.set(entry.getKey(), fill(entry.getValue(), row)));
      return filled;
    }
    if (node.isArray()) {
      ArrayNode filled = nodes.arrayNode();
      node.forEach(element -> filled.add(fill(element, row)));
      return filled;
    }
    return node;
  }

  /** Fills a row's values into a text. What they are is not looked at: nothing is filled twice. */
  static String fill(String text, Function<String, Value> row) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(match -> Matcher.quoteReplacement(row.apply(match.group(1)).text()));
  }
}
