package io.chainbridge.shadow.contract;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Words for what a JSON Schema validator found. */
final class Explanation {
  private Explanation() {}

  static Violation of(Error error, JsonNode schema) {
    JsonNode keyword = error.getSchemaNode();
    Optional<String> reason =
        error.isCustomMessage() ? Optional.of(error.getMessage()) : Optional.empty();
    Place place = Place.of(error);
    @Nullable String property = error.getProperty();
    return switch (error.getKeyword()) {
      case "required" ->
          new Violation(
              property == null ? place : place.child(property),
              "nothing",
              "a value",
              List.of(),
              reason);
      case "additionalProperties", "unevaluatedProperties" -> {
        List<String> keys = keys(error, schema);
        yield new Violation(
            property == null ? place : place.unknownChild(property),
            Violation.UNKNOWN_KEY,
            String.join(", ", keys),
            keys,
            reason);
      }
      case "enum" -> {
        List<String> words = words(keyword);
        yield new Violation(
            place, type(error), "one of " + String.join(", ", words), words, reason);
      }
      default ->
          new Violation(
              place, type(error), expected(error.getKeyword(), keyword), List.of(), reason);
    };
  }

  private static String expected(String keyword, JsonNode value) {
    return switch (keyword) {
      case "type" -> value.isArray() ? String.join(" or ", words(value)) : value.asText();
      case "const" -> value.toString();
      case "minimum" -> "a number of at least " + value.asText();
      case "exclusiveMinimum" -> "a number above " + value.asText();
      case "maximum" -> "a number of at most " + value.asText();
      case "exclusiveMaximum" -> "a number below " + value.asText();
      case "multipleOf" -> "a multiple of " + value.asText();
      case "minItems" -> "at least %s items".formatted(value.asText());
      case "maxItems" -> "at most %s items".formatted(value.asText());
      case "uniqueItems" -> "no item twice";
      case "minLength" -> "a string of at least %s characters".formatted(value.asText());
      case "maxLength" -> "a string of at most %s characters".formatted(value.asText());
      case "pattern" -> "a string that matches " + value.asText();
      case "format" -> "the format " + value.asText();
      case "minProperties" -> "at least %s keys".formatted(value.asText());
      case "maxProperties" -> "at most %s keys".formatted(value.asText());
      default -> "what %s of its schema says".formatted(keyword);
    };
  }

  private static String type(Error error) {
    JsonNode node = error.getInstanceNode();
    boolean empty =
        node.isContainerNode() ? node.isEmpty() : node.isTextual() && node.asText().isEmpty();
    return (empty ? "empty " : "") + node.getNodeType().name().toLowerCase(Locale.ROOT);
  }

  /** The keys beside the keyword that refused one. */
  private static List<String> keys(Error error, JsonNode schema) {
    JsonPointer keyword = JsonPointer.compile(error.getSchemaLocation().getFragment().toString());
    List<String> keys = new ArrayList<>();
    schema.at(keyword.head()).path("properties").fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  private static List<String> words(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }
}
