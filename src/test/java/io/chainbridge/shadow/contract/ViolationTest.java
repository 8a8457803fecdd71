package io.chainbridge.shadow.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ViolationTest {

  /** Each with the schema of something that is a number, and an instance where it is a string. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'type': 'number'} | [] | '' | in the body",
        "{'properties': {'2024': {'type': 'number'}}} | {'2024': 'x'} | /2024 | at /2024",
        "{'properties': {'e': {'items': {'properties': {'d': {'type': 'number'}}}}}} | {'e': [{}, {'d': 'x'}]} | /e/1/d | at /e/*/d",
        "{'items': {'items': {'type': 'number'}}} | [[], [1, 'x']] | /1/1 | at /*/*",
        "{'prefixItems': [{'type': 'number'}]} | ['x'] | /0 | at /*",
        "{'additionalProperties': {'type': 'number'}} | {'id-17': 'x'} | /id-17 | at /*",
        "{'patternProperties': {'^i': {'type': 'number'}}} | {'id-17': 'x'} | /id-17 | at /*",
        "{'properties': {'m': {'additionalProperties': false}}} | {'m': {'k/1': 1}} | /m/k~11 | at /m/*",
        "{'allOf': [{'properties': {'a': {'type': 'number'}}}]} | {'a': 'x'} | /a | at /a",
        "{'$ref': '#/$defs/a', '$defs': {'a': {'items': {'type': 'number'}}}} | ['x'] | /0 | at /*",
        "{'if': true, 'then': {'properties': {'a': {'type': 'number'}}}} | {'a': 'x'} | /a | at /a",
        "{'items': {'required': ['a/b']}} | [{}] | /0/a~1b | at /*/a~1b"
      })
  void thePlaceHasAStarForWhatTheSchemaDoesNotName(
      String schema, String instance, String pointer, String place) {
    assertThat(Json.schema(schema).violations(Json.of(instance)))
        .singleElement()
        .satisfies(
            violation -> {
              assertThat(violation.pointer()).isEqualTo(pointer);
              assertThat(violation.place()).isEqualTo(place);
            });
  }

  @Test
  void theDescriptionSaysWhatIsWhereAndWhatWasExpectedAndWhy() {
    JsonSchema schema =
        Json.schema("{'items': {'type': 'number', 'errorMessage': {'type': 'ALEX wants it'}}}");
    assertThat(schema.violations(Json.of("[1, 'x']")))
        .extracting(Violation::description)
        .containsExactly("string at /*, expected number; ALEX wants it");
  }
}
