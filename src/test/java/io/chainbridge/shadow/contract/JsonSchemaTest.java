package io.chainbridge.shadow.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonSchemaTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          []                              | found empty array in the body, expected object or boolean
          'x'                             | found string in the body, expected object or boolean
          {'type': 'strin'}               | found string at /type, expected one of array, boolean, integer, null, number, object, string; found string at /type, expected array
          {'minLength': -1}               | found number at /minLength, expected a number of at least 0
          {'pattern': '('}                | found string at /pattern, expected the format regex
          {'$ref': '#/$defs/x'}           | Reference /$defs/x cannot be resolved
          {'$ref': 'x.json'}              | refers to x.json, but a schema may refer only to itself: nothing is fetched
          {'items': {'$ref': 'https://chainbridge.invalid/x.json'}} | refers to https://chainbridge.invalid/x.json, but a schema may refer only to itself: nothing is fetched
          {'$schema': 'http://json-schema.org/draft-07/schema#'}    | Unknown dialect 'http://json-schema.org/draft-07/schema#'. Only dialects that are explicitly configured can be used.
          """)
  void whatIsNoSchemaIsRefused(String document, String problem) {
    assertThatThrownBy(() -> Json.schema(document))
        .isInstanceOf(InvalidSchemaException.class)
        .hasMessage(problem);
  }

  @Test
  void aReferenceToAFileIsNotFollowedThoughTheFileIsThere(@TempDir Path folder) throws IOException {
    Path other = Files.writeString(folder.resolve("other.json"), "true");
    assertThatThrownBy(() -> Json.schema("{'$ref': '%s'}".formatted(other.toUri())))
        .isInstanceOf(InvalidSchemaException.class)
        .hasMessageContaining("nothing is fetched");
  }

  @Test
  void schemasOfTheSameIdAreKeptApart() {
    JsonSchema array = Json.schema("{'$id': 'https://chainbridge.invalid/a', 'type': 'array'}");
    JsonSchema object = Json.schema("{'$id': 'https://chainbridge.invalid/a', 'type': 'object'}");
    assertThat(array.violations(Json.of("[]"))).isEmpty();
    assertThat(object.violations(Json.of("{}"))).isEmpty();
  }

  @Test
  void aSchemaMayReferToItselfAndToItsAnchors() {
    JsonSchema tree =
        Json.schema(
            """
            {"properties": {"child": {"$ref": "#"}, "name": {"$ref": "#word"}},
             "$defs": {"word": {"$anchor": "word", "type": "string"}}}
            """);
    assertThat(tree.violations(Json.of("{'child': {'child': {'name': 1}}}")))
        .extracting(Violation::pointer)
        .containsExactly("/child/child/name");
  }
}
