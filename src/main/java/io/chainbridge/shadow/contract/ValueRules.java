package io.chainbridge.shadow.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.chainbridge.shadow.contract.Members.Member;
import io.chainbridge.shadow.contract.ValueRule.Items;
import io.chainbridge.shadow.contract.ValueRule.Numbers;
import io.chainbridge.shadow.contract.ValueRule.Texts;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Makes the rules of one schema; gives up at a keyword that it does not know. */
final class ValueRules {
  /** What a schema without a keyword asks. */
  static final ValueRule ANY =
      new ValueRule(
          EnumSet.allOf(ValueRule.Type.class),
          new Numbers(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY),
          new Texts(0, Long.MAX_VALUE, List.of()),
          new Items(0, Long.MAX_VALUE, () -> ValueRules.ANY),
          new Members(Map.of(), 0, List.of()));

  /** Keywords that ask nothing of a value. */
  private static final Set<String> SILENT =
      Set.of(
          "$schema",
          "$defs",
          "$comment",
          "title",
          "description",
          "examples",
          "errorMessage",
          "deprecated",
          "readOnly",
          "writeOnly");

  private static final Set<String> KNOWN =
      Set.of(
          "type",
          "minimum",
          "maximum",
          "minLength",
          "maxLength",
          "pattern",
          "items",
          "minItems",
          "maxItems",
          "properties",
          "required",
          "anyOf");

  private static final String DEFINITION = "#/$defs/";

  private final JsonNode document;
  private final Map<String, ValueRule> definitions = new HashMap<>();

  private ValueRules(JsonNode document) {
    this.document = document;
  }

  /** A schema asks something that nobody here knows how to ask. */
  private static final class Unknown extends Exception {
    private static final long serialVersionUID = 1L;
  }

  /** The rule of a whole schema; empty if it asks more than what is known here. */
  static Optional<ValueRule> of(JsonNode document) {
    try {
      ValueRules rules = new ValueRules(document);
      for (Map.Entry<String, JsonNode> definition : document.path("$defs").properties()) {
        rules.definitions.put(definition.getKey(), rules.rule(definition.getValue()));
      }
      return Optional.of(rules.rule(document));
    } catch (Unknown e) {
      return Optional.empty();
    }
  }

  private ValueRule rule(JsonNode schema) throws Unknown {
    if (schema.isBoolean() && schema.booleanValue()) {
      return ANY;
    }
    refuseOthers(schema, KNOWN);
    return new ValueRule(
        types(schema), numbers(schema), texts(schema), items(schema), members(schema));
  }

  /** A reference alone, or a schema of its own. */
  private Supplier<ValueRule> subschema(JsonNode schema) throws Unknown {
    if (!schema.has("$ref")) {
      ValueRule rule = rule(schema);
      return () -> rule;
    }
    String reference = schema.path("$ref").asText();
    String name = reference.replace(DEFINITION, "");
    if (schema.size() > 1
        || !reference.equals(DEFINITION + name)
        || !name.matches("\\w+")
        || !document.path("$defs").has(name)) {
      throw new Unknown();
    }
    return () -> Objects.requireNonNull(definitions.get(name));
  }

  private static Set<ValueRule.Type> types(JsonNode schema) throws Unknown {
    JsonNode type = schema.path("type");
    if (type.isMissingNode()) {
      return ANY.types();
    }
    Set<ValueRule.Type> types = EnumSet.noneOf(ValueRule.Type.class);
    for (JsonNode one : type.isArray() ? type : List.of(type)) {
      types.add(ValueRule.Type.valueOf(one.asText().toUpperCase(Locale.ROOT)));
    }
    return types;
  }

  private static Numbers numbers(JsonNode schema) throws Unknown {
    return new Numbers(
        bound(schema.path("minimum"), Double.NEGATIVE_INFINITY),
        bound(schema.path("maximum"), Double.POSITIVE_INFINITY));
  }

  private static double bound(JsonNode bound, double ifAbsent) throws Unknown {
    double value = bound.asDouble(ifAbsent);
    if (!bound.isMissingNode() && Double.isInfinite(value)) {
      throw new Unknown();
    }
    return value;
  }

  private static Texts texts(JsonNode schema) throws Unknown {
    JsonNode pattern = schema.path("pattern");
    return new Texts(
        count(schema, "minLength", 0),
        count(schema, "maxLength", Long.MAX_VALUE),
        pattern.isMissingNode() ? List.of() : List.of(JsonSchema.pattern(pattern.asText())));
  }

  private Items items(JsonNode schema) throws Unknown {
    return new Items(
        count(schema, "minItems", 0),
        count(schema, "maxItems", Long.MAX_VALUE),
        schema.has("items") ? subschema(schema.get("items")) : () -> ANY);
  }

  private Members members(JsonNode schema) throws Unknown {
    Map<String, Long> bits = new HashMap<>();
    long required = bits(schema.path("required"), bits);
    List<Long> alternatives = new ArrayList<>();
    for (JsonNode alternative : schema.path("anyOf")) {
      alternatives.add(alternative(alternative, bits));
    }
    Map<String, Member> members = new HashMap<>();
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      String name = property.getKey();
      members.put(name, new Member(bits.getOrDefault(name, 0L), subschema(property.getValue())));
    }
    bits.forEach((name, bit) -> members.putIfAbsent(name, new Member(bit, () -> ANY)));
    return new Members(members, required, alternatives);
  }

  /** One that asks for members alone: more would have to be asked of a value that has passed. */
  private static long alternative(JsonNode schema, Map<String, Long> bits) throws Unknown {
    refuseOthers(schema, Set.of("required"));
    return bits(schema.path("required"), bits);
  }

  private static void refuseOthers(JsonNode schema, Set<String> known) throws Unknown {
    if (!schema.isObject()) {
      throw new Unknown();
    }
    for (Iterator<String> names = schema.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!SILENT.contains(name) && !known.contains(name)) {
        throw new Unknown();
      }
    }
  }

  private static long count(JsonNode schema, String keyword, long ifAbsent) throws Unknown {
    JsonNode count = schema.path(keyword);
    if (count.isMissingNode()) {
      return ifAbsent;
    }
    if (!count.canConvertToInt()) {
      throw new Unknown(); // the library takes others for what is left of their last 32 bits
    }
    return count.intValue();
  }

  private static long bits(JsonNode names, Map<String, Long> bits) throws Unknown {
    long all = 0;
    for (JsonNode name : names) {
      if (bits.size() == Long.SIZE - 1 && !bits.containsKey(name.asText())) {
        throw new Unknown();
      }
      all |= bits.computeIfAbsent(name.asText(), some -> 1L << bits.size());
    }
    return all;
  }
}
