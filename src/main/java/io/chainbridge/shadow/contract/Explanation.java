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
    JsonNode parent = schema.at(pointer(error).head());
    Place place = Place.of(error);
    @Nullable String property = error.getProperty();
    Optional<String> reason = reason(parent, error.getKeyword(), property);
    return switch (error.getKeyword()) {
      case "required" ->
          new Violation(
              property == null ? place : place.child(property),
              "nothing",
              "a value",
              List.of(),
              reason);
      case "additionalProperties", "unevaluatedProperties" -> {
        List<String> keys = new ArrayList<>();
        parent.path("properties").fieldNames().forEachRemaining(keys::add);
        String allowed = keys.isEmpty() ? "none" : String.join(", ", keys);
        yield unknownKey(place, property, allowed, keys, reason);
      }
      case "propertyNames" -> unknownKey(place, property, "other names", List.of(), reason);
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

  private static Violation unknownKey(
      Place parent,
      @Nullable String key,
      String allowed,
      List<String> keys,
      Optional<String> reason) {
    Place place = key == null ? parent : parent.unknownChild(key);
    return new Violation(place, Violation.UNKNOWN_KEY, allowed, keys, reason);
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

  /** Where the keyword is that was not kept; the schema around it is the pointer's head. */
  private static JsonPointer pointer(Error error) {
    return JsonPointer.compile(error.getSchemaLocation().getFragment().toString());
  }

  /** As it stands in the schema: the validator would take its quotes and braces for a format. */
  private static Optional<String> reason(
      JsonNode parent, String keyword, @Nullable String property) {
    JsonNode message = parent.path("errorMessage").path(keyword);
    return Optional.ofNullable(
        message.isObject() && property != null
            ? message.path(property).textValue()
            : message.textValue());
  }

  private static List<String> words(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }
}
