package io.chainbridge.shadow.budget;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.chainbridge.shadow.budget.Feeder.Value;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A feeder as a JSON array of flat objects, which have the keys of the first. */
final class JsonFeeder {
  private static final ObjectReader ROW =
      JsonFile.JSON
          .reader()
          .without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private static final String FORM = "an array of flat objects";

  private JsonFeeder() {}

  static void read(Reader text, FeederTable table) throws IOException {
    try (JsonParser parser = ROW.createParser(text)) {
      JsonToken first = parser.nextToken();
      if (first == null) {
        table.problem(": is empty; must be " + FORM);
        return;
      }
      if (first != JsonToken.START_ARRAY) {
        JsonNode document = ROW.readTree(parser);
        table.problem(": found %s, expected %s".formatted(type(document), FORM));
        return;
      }
      List<String> columns = new ArrayList<>();
      for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY && table.hasRoom(); i++) {
        row(" at /" + i, ROW.readTree(parser), columns, table);
      }
      table.end("each object of the array is one");
      if (parser.currentToken() == JsonToken.END_ARRAY && parser.nextToken() != null) {
        table.problem(
            ", line %d: is no JSON: something follows the array"
                .formatted(parser.currentTokenLocation().getLineNr()));
      }
    }
  }

  private static void row(String place, JsonNode row, List<String> columns, FeederTable table) {
    if (!row.isObject() || row.isEmpty()) {
      table.badRow(
          "%s: found %s, expected a flat object with a value for each column"
              .formatted(place, type(row)));
      return;
    }
    List<String> keys = row.properties().stream().map(Map.Entry::getKey).toList();
    if (columns.isEmpty()) {
      columns.addAll(keys);
      table.header(place, keys);
    }
    Optional<String> nested =
        keys.stream().filter(key -> row.path(key).isContainerNode()).findFirst();
    if (nested.isPresent()) {
      table.badRow(
          "%s: found %s, expected string, number, boolean or null"
              .formatted(Problems.pointer(place, nested.get()), type(row.path(nested.get()))));
    } else if (keys.size() != columns.size() || !keys.containsAll(columns)) {
      table.badRow(
          "%s: found the keys %s, expected %s as in the first object; a value may be null"
              .formatted(place, String.join(", ", keys), String.join(", ", columns)));
    } else {
      table.row(columns.stream().map(row::path).map(JsonFeeder::value).toList());
    }
  }

  private static Value value(JsonNode node) {
    return new Value(node.asText(), node);
  }

  private static String type(JsonNode node) {
    return (node.isObject() && node.isEmpty() ? "empty " : "")
        + node.getNodeType().name().toLowerCase(Locale.ROOT);
  }
}
