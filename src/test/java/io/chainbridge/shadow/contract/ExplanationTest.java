package io.chainbridge.shadow.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ExplanationTest {

  static Stream<Arguments> everyKeywordIsPutIntoWords() {
    return Stream.of(
        keyword("'type': 'string'", "1", "", "number", "string"),
        keyword("'type': ['string', 'null']", "[]", "", "empty array", "string or null"),
        keyword("'const': 'x'", "'y'", "", "string", "\"x\""),
        keyword("'enum': ['x', 1]", "''", "", "empty string", "one of x, 1"),
        keyword("'minimum': 1", "0", "", "number", "a number of at least 1"),
        keyword("'exclusiveMinimum': 1", "1", "", "number", "a number above 1"),
        keyword("'maximum': 1", "2", "", "number", "a number of at most 1"),
        keyword("'exclusiveMaximum': 1", "1", "", "number", "a number below 1"),
        keyword("'multipleOf': 2", "3", "", "number", "a multiple of 2"),
        keyword("'minLength': 2", "'a'", "", "string", "a string of at least 2 characters"),
        keyword("'maxLength': 2", "'abc'", "", "string", "a string of at most 2 characters"),
        keyword("'pattern': '^a'", "'b'", "", "string", "a string that matches ^a"),
        keyword("'format': 'date-time'", "'b'", "", "string", "the format date-time"),
        keyword("'minItems': 2", "[1]", "", "array", "at least 2 items"),
        keyword("'maxItems': 2", "[1, 2, 3]", "", "array", "at most 2 items"),
        keyword("'uniqueItems': true", "[1, 1]", "", "array", "no item twice"),
        keyword("'minProperties': 2", "{}", "", "empty object", "at least 2 keys"),
        keyword("'maxProperties': 2", "{'a': 1, 'b': 1, 'c': 1}", "", "object", "at most 2 keys"),
        keyword("'required': ['a/b']", "{}", "/a~1b", "nothing", "a value"),
        keyword(
            "'properties': {'a': true}, 'additionalProperties': false",
            "{'b': 1}",
            "/b",
            "an unknown key",
            "a"),
        keyword(
            "'properties': {'a': true}, 'unevaluatedProperties': false",
            "{'b': 1}",
            "/b",
            "an unknown key",
            "a"),
        keyword("'additionalProperties': false", "{'b': 1}", "/b", "an unknown key", "none"),
        keyword(
            "'propertyNames': {'pattern': '^a'}",
            "{'b': 1}",
            "/b",
            "an unknown key",
            "other names"),
        keyword(
            "'properties': {'a': false}",
            "{'a': true}",
            "/a",
            "boolean",
            "what false of its schema says"),
        keyword("'not': {'type': 'null'}", "null", "", "null", "what not of its schema says"),
        keyword("'prefixItems': [{'type': 'string'}]", "[1]", "/0", "number", "string"),
        keyword(
            "'contains': {'type': 'string'}",
            "[1]",
            "",
            "array",
            "what minContains of its schema says"),
        keyword(
            "'if': {'type': 'string'}, 'then': {'minLength': 3}",
            "'a'",
            "",
            "string",
            "a string of at least 3 characters"));
  }

  private static Arguments keyword(
      String schema, String instance, String pointer, String found, String expected) {
    return argumentSet(schema, "{" + schema + "}", instance, pointer, found, expected);
  }

  @ParameterizedTest
  @MethodSource
  void everyKeywordIsPutIntoWords(
      String schema, String instance, String pointer, String found, String expected) {
    assertThat(Json.schema(schema).violations(Json.of(instance)))
        .extracting(Violation::pointer, Violation::found, Violation::expected)
        .startsWith(tuple(pointer, found, expected));
  }

  @Test
  void theReasonIsTheOneThatTheSchemaGives() {
    JsonSchema schema =
        Json.schema(
            """
            {"type": "object", "required": ["a", "b"], "properties": {"c": {"$ref": "#/$defs/c"}},
             "errorMessage": {"type": "one for all", "required": {"b": "b is why"}},
             "$defs": {"c": {"type": "string", "errorMessage": {"type": "c is a word"}}}}
            """);
    assertThat(reasons(schema, "[]")).containsExactly("one for all");
    assertThat(reasons(schema, "{'c': 1}")).containsExactly("c is a word", "none", "b is why");
  }

  @Test
  void aReasonMayHoldApostrophesAndBraces() {
    ObjectNode schema = (ObjectNode) Json.of("{'type': 'string', 'errorMessage': {}}");
    ((ObjectNode) schema.get("errorMessage")).put("type", "it's {0}, {x} or {");
    assertThat(reasons(JsonSchema.compile(schema), "1")).containsExactly("it's {0}, {x} or {");
  }

  private static List<String> reasons(JsonSchema schema, String instance) {
    return schema.violations(Json.of(instance)).stream()
        .map(violation -> violation.reason().orElse("none"))
        .toList();
  }
}
