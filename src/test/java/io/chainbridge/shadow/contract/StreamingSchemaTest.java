package io.chainbridge.shadow.contract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is certain while a body is read, the library says as well. */
class StreamingSchemaTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Every keyword that is known while reading; of the bodies before it remembers what it may. */
  private static final Both EVERY_KEYWORD =
      Both.of(
          """
      {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "t",
       "type": ["object", "array", "number"], "required": ["a"], "minimum": 0, "maximum": 1e300,
       "properties": {
         "a": {"type": ["integer", "null"], "minimum": -1, "maximum": 3},
         "b": {"type": "string", "minLength": 1, "maxLength": 3, "pattern": "^[ab]|ab$"},
         "c": {"type": "array", "minItems": 1, "maxItems": 2, "items": {"$ref": "#/$defs/node"}},
         "d": {"$ref": "#/$defs/node"}, "e": true, "f": {"type": "boolean"}},
       "anyOf": [{"required": ["b"]}, {"required": ["c", "d"]}, {"required": ["e"]}],
       "items": {"type": ["number", "object"]},
       "$defs": {"node": {"type": ["object", "null", "number"], "properties": {"d": {"$ref": "#/$defs/node"}}}}}
      """);

  private static final String EVENTS =
      """
      {"model_version": "v1", "events": [{"corridor": null, "timestamp": "t", "delta": 0.5}]}""";

  @Property(tries = 10_000, edgeCases = EdgeCasesMode.NONE)
  void whatIsCertainTheLibrarySaysAsWell(@ForAll("bodies") String body) {
    boolean certain = EVERY_KEYWORD.assertNoMoreCertain(body.getBytes(UTF_8));

    Statistics.label("certain")
        .collect(certain)
        .coverage(coverage -> coverage.check(true).percentage(percent -> percent > 2));
  }

  @Provide
  Arbitrary<String> bodies() {
    return BodyTexts.damaged();
  }

  @ParameterizedTest
  @CsvSource({
    "shadow-stats, '{\"model_version\": \"v1\", \"p50\": 0, \"p95\": 0.4, \"p99\": 1, \"count\": 12, \"max_delta\": 0.9}'",
    "shadow-events, '{\"model_version\": \"v1\", \"events\": [{\"corridor\": null, \"timestamp\": \"t\", \"delta\": 0.5, \"more\": [{}]}]}'",
    "chainiq-v0.3-stats, '{\"count\": 1, \"mean_delta\": 0.1, \"median_delta\": 0.1, \"std_delta\": 0.1, \"p50_delta\": 0.1, \"p95_delta\": 0.1, \"p99_delta\": 0.1, \"max_delta\": 0.1, \"drift_flag\": false, \"model_version\": \"v1\", \"time_window_hours\": 24}'",
    "chainiq-v0.3-events, '{\"events\": [{\"id\": 1, \"shipment_id\": \"s\", \"dummy_score\": 0.1, \"real_score\": 0.2, \"delta\": 0.1, \"model_version\": \"v1\", \"corridor\": null, \"created_at\": \"2026-01-01T00:00:00.123\"}], \"total_count\": 1, \"limit\": 100, \"corridor\": null, \"model_version\": \"v1\", \"time_window_hours\": 24}'"
  })
  void ofEachContractThatIsHereABodyIsCertain(String contract, String body) throws IOException {
    JsonNode schema =
        MAPPER.readTree(Path.of("budgets/contracts", contract + ".schema.json").toFile());

    boolean certain =
        StreamingSchema.of(schema).orElseThrow().isCertainlyKeptBy(read(body.getBytes(UTF_8)));

    assertThat(violation(JsonSchema.compile(schema), body.getBytes(UTF_8))).isEmpty();
    assertThat(certain).isTrue();
  }

  private static ReadBody read(byte[] body) {
    return ReadBody.of(new ByteArrayInputStream(body), new byte[0]);
  }

  @Test
  void whatIsNotAsciiIsLeftToThoseWhoKnowUtf8() throws IOException {
    JsonNode events =
        MAPPER.readTree(Path.of("budgets/contracts/shadow-events.schema.json").toFile());
    StreamingSchema schema = StreamingSchema.of(events).orElseThrow();

    assertThat(schema.isCertainlyKeptBy(read(EVENTS.getBytes(UTF_8)))).isTrue();
    assertThat(schema.isCertainlyKeptBy(read(EVENTS.getBytes(UTF_16BE)))).isFalse();
    assertThat(schema.isCertainlyKeptBy(read(EVENTS.getBytes(UTF_16LE)))).isFalse();
    assertThat(schema.isCertainlyKeptBy(read(("\ufeff" + EVENTS).getBytes(UTF_8)))).isFalse();
    assertThat(schema.isCertainlyKeptBy(read(EVENTS.replace("v1", "é").getBytes(ISO_8859_1))))
        .isFalse();
    assertThat(schema.isCertainlyKeptBy(read((EVENTS + " {}").getBytes(UTF_8)))).isFalse();
    assertThat(schema.isCertainlyKeptBy(read(new byte[0]))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\": 1, \"b\": 2}",
        "{\"b\": 2, \"a\": 1}",
        "{\"b\": 2, \"other\": [], \"a\": 1, \"more\": {}}",
        "{\"\\u0061\": 1, \"\\u0062\": 2}",
        "{\"\\u00e9\": 1, \"\": 1, \"\\\"\": 1, \"a\": 1, \"b\": 2}"
      })
  void membersMayComeInAnyOrderAfterAnyOther(String body) throws IOException {
    JsonNode document =
        MAPPER.readTree(
            """
            {"required": ["a"], "properties": {"a": {"type": "integer"}, "b": {"minimum": 2}}}""");
    StreamingSchema schema = StreamingSchema.of(document).orElseThrow();
    for (String before :
        List.of(body, "{\"a\": 1}", "{\"a\": 1, \"b\": 2, \"c\": 3}", "{\"\\ud800\": 1}", body)) {
      schema.isCertainlyKeptBy(read(before.getBytes(UTF_8)));
      assertThat(schema.isCertainlyKeptBy(read(body.getBytes(UTF_8)))).as(before).isTrue();
      assertThat(schema.isCertainlyKeptBy(read(body.replace(": 2", ": 1").getBytes(UTF_8))))
          .isFalse();
      assertThat(schema.isCertainlyKeptBy(read(body.replace("}", ", }").getBytes(UTF_8))))
          .isFalse();
    }
  }

  @Test
  void anIntegerIsHeldToABoundAsFarAsADoubleTellsIt() {
    for (String bound : List.of("999999999999999", "9007199254740993", "123456789012345678")) {
      String next = new BigInteger(bound).add(BigInteger.ONE).toString();
      assertNoMoreCertain("{\"maximum\": %s}".formatted(bound), next);
      assertNoMoreCertain("{\"minimum\": -%s}".formatted(bound), "-" + next);
      assertNoMoreCertain("{\"minimum\": %s}".formatted(next), bound);
    }
    assertThat(assertNoMoreCertain("{\"maximum\": 999999999999999}", "999999999999999")).isTrue();
    assertThat(assertNoMoreCertain("{\"maximum\": 999999999999999}", "1000000000000000")).isFalse();
  }

  @Test
  void membersBeyondThoseThatAreRememberedAreHeldToTheirRulesAsWell() {
    Both schema = Both.of("{\"properties\": {\"m99\": {\"type\": \"null\"}}}");
    String body =
        IntStream.range(0, 100)
            .mapToObj("\"m%d\": null"::formatted)
            .collect(Collectors.joining(", ", "{", "}"));

    for (int times = 0; times < 2; times++) {
      assertThat(schema.assertNoMoreCertain(body.getBytes(UTF_8))).isTrue();
      assertThat(schema.assertNoMoreCertain(body.replace("99\": null", "99\": 1").getBytes(UTF_8)))
          .isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'\"S\\u00e3o Paulo\"', 9, 9, true",
    "'\"S\\u00e3o Paulo\"', 10, 99, false",
    "'\"S\\u00e3o Paulo\"', 0, 8, false",
    "'\"S\\u00e3o Paulo\"', 1, 14, true",
    "'\"\\ud83d\\ude00\"', 1, 1, true",
    "'\"\\ud83d\\ude00\"', 2, 2, false",
    "'\"\\ud83d\\ude00\"', 0, 0, false"
  })
  void ofAStringWhatItsEscapesMeanIsCounted(String body, int least, int most, boolean certain) {
    String schema = "{\"minLength\": %d, \"maxLength\": %d}".formatted(least, most);

    assertThat(assertNoMoreCertain(schema, body)).isEqualTo(certain);
  }

  /** Where one knows no more than the other, although it seems so. */
  @ParameterizedTest
  @CsvSource({
    "'{\"type\": \"string\", \"pattern\": \"^(?=.{1,10}$)[^<>]*$\"}', '\"abc\\n\"'",
    "'{\"pattern\": \"a$\\\\s\"}', '\"aba\\n\"'",
    "'{\"pattern\": \"(?m)a$[\\\\s\\\\S]*\"}', '\"a\\nb\"'"
  })
  void theEndOfAStringIsWhereTheLibrarySeesIt(String schema, String body) throws IOException {
    assertThat(assertNoMoreCertain(schema, body)).isFalse();
    assertThat(violation(JsonSchema.compile(MAPPER.readTree(schema)), body.getBytes(UTF_8)))
        .isPresent();
  }

  @Test
  void aPatternMayNameCategoriesAsTheLibraryDoes() {
    String letters = "{\"pattern\": \"^\\\\p{Letter}+$\"}";

    assertThat(assertNoMoreCertain(letters, "\"abc\"")).isTrue();
    assertThat(assertNoMoreCertain(letters, "\"ab1\"")).isFalse();
  }

  @Test
  void aBoundThatNoDoubleReachesIsLeftToTheLibrary() throws IOException {
    String large = "1" + "0".repeat(400);

    assertThat(StreamingSchema.of(MAPPER.readTree("{\"maximum\": " + large + "}"))).isEmpty();
    assertThat(StreamingSchema.of(MAPPER.readTree("{\"minimum\": -" + large + "}"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"additionalProperties\": false}",
        "{\"properties\": {\"a\": {\"format\": \"date\"}}}",
        "{\"$ref\": \"#\"}",
        "{\"items\": {\"$ref\": \"#/$defs/a\", \"type\": \"null\"}, \"$defs\": {\"a\": {}}}",
        "{\"anyOf\": [{\"type\": \"null\"}]}",
        "{\"anyOf\": [false]}",
        "false",
        "{\"minLength\": 1e40}",
        "{\"maxLength\": 4294967295}",
        "{\"maxItems\": 2147483648}"
      })
  void aSchemaThatAsksMoreIsLeftToTheLibrary(String schema) throws IOException {
    assertThat(StreamingSchema.of(MAPPER.readTree(schema))).isEmpty();
  }

  /** The same schema twice. */
  private record Both(StreamingSchema streaming, JsonSchema library) {
    static Both of(String schema) {
      try {
        JsonNode document = MAPPER.readTree(schema);
        return new Both(StreamingSchema.of(document).orElseThrow(), JsonSchema.compile(document));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** Whether it is certain. */
    boolean assertNoMoreCertain(byte[] body) {
      boolean certain = streaming.isCertainlyKeptBy(read(body));
      if (certain) {
        assertThat(violation(library, body)).as(new String(body, UTF_8)).isEmpty();
      }
      return certain;
    }
  }

  private static boolean assertNoMoreCertain(String schema, String body) {
    return Both.of(schema).assertNoMoreCertain(body.getBytes(UTF_8));
  }

  /** Without what is found while reading. */
  private static Optional<Violation> violation(JsonSchema schema, byte[] body) {
    try {
      return schema.violations(JsonBody.parse(body)).stream().findFirst();
    } catch (JsonBody.NotJsonException e) {
      return Optional.of(e.violation());
    }
  }
}
