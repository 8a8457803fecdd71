package io.chainbridge.shadow.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'type': 'null'}                                             | []                | ``              | ``
          {'properties': {'p95': {'type': 'null'}}}                    | {'p95': 1}        | /p95            | /p95
          {'properties': {'2026': {'type': 'null'}}}                   | {'2026': 1}       | /2026           | /2026
          {'properties': {'a/b~c': {'type': 'null'}}}                  | {'a/b~c': 1}      | /a~1b~0c        | /a~1b~0c
          {'properties': {'items': {'type': 'null'}}}                  | {'items': 1}      | /items          | /items
          {'items': {'type': 'null'}}                                  | [null, 1]         | /1              | /*
          {'prefixItems': [true, {'type': 'null'}]}                    | [null, 1]         | /1              | /*
          {'unevaluatedItems': {'type': 'null'}}                       | [null, 1]         | /1              | /*
          {'items': {'properties': {'a': {'type': 'null'}}}}           | [{}, {'a': 1}]    | /1/a            | /*/a
          {'items': {'items': {'type': 'null'}}}                       | [[], [null, 1]]   | /1/1            | /*/*
          {'additionalProperties': {'type': 'null'}}                   | {'DE-PL': 1}      | /DE-PL          | /*
          {'unevaluatedProperties': {'type': 'null'}}                  | {'DE-PL': 1}      | /DE-PL          | /*
          {'patternProperties': {'^D': {'type': 'null'}}}              | {'DE-PL': 1}      | /DE-PL          | /*
          {'additionalProperties': {'required': ['a']}}                | {'DE-PL': {}}     | /DE-PL/a        | /*/a
          {'additionalProperties': false}                              | {'DE-PL': 1}      | /DE-PL          | /*
          {'propertyNames': {'pattern': '^a'}}                         | {'DE-PL': 1}      | /DE-PL          | /*
          {'properties': {'a': {'$ref': '#/$defs/x'}}, '$defs': {'x': {'items': {'type': 'null'}}}} | {'a': [1]} | /a/0 | /a/*
          {'allOf': [true, {'properties': {'a': {'type': 'null'}}}]}   | {'a': 1}          | /a              | /a
          {'if': true, 'then': {'properties': {'a': {'type': 'null'}}}} | {'a': 1}         | /a              | /a
          {'dependentSchemas': {'a': {'properties': {'b': {'type': 'null'}}}}} | {'a': 1, 'b': 1} | /b       | /b
          """)
  void namesOnlyTheStepsThatTheSchemaNames(
      String schema, String instance, String pointer, String pattern) {
    Violation violation = Json.schema(schema).violations(Json.of(instance)).get(0);
    assertThat(violation.pointer()).isEqualTo(pointer);
    assertThat(violation.pattern()).isEqualTo(pattern);
  }
}
