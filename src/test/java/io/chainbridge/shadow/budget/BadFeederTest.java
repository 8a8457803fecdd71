package io.chainbridge.shadow.budget;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadFeederTest {
  private static final String USING_A = "'query': {'q': '#{a}'}";

  @TempDir private Path folder;

  static Stream<Arguments> csvIsRefused() {
    return Stream.of(
        argumentSet("empty", "", ": is empty; must begin with a line of the columns' names"),
        argumentSet("blank", "\n\r\n", ": is empty; must begin with a line of the columns' names"),
        argumentSet(
            "no rows",
            "a,b\n",
            ": has no rows; below the line of the columns' names each line is one"),
        argumentSet(
            "a column without name", "a,\n1,2\n", ", line 1: column 2 has no name; give it one"),
        argumentSet(
            "a column twice", "a,b,a\n1,2,3\n", ", line 1: two columns are named a; rename one"),
        argumentSet(
            "a space in the header",
            "b, a\n1, 2\n",
            ", line 1: a space is beside the name of column a; remove it there and in the rows"),
        argumentSet(
            "too few fields",
            "a,b\n1,2\n\n3\n",
            ", line 4: has 1 field, expected 2 as in the header;"
                + " a value may be empty, but its comma is needed"),
        argumentSet(
            "too many fields",
            "a,b\n\"1\n1\",2\n3,4,5\n",
            ", line 4: has 3 fields, expected 2 as in the header;"
                + " a value with a comma needs quotation marks around it"),
        argumentSet(
            "an open quotation",
            "a,b\n1,\"2\n",
            ", line 3, column 1: is no CSV: Missing closing quote for value"),
        argumentSet(
            "text after a quotation",
            "a,b\n\"1\"x,2\n",
            ", line 2, column 5: is no CSV: Unexpected character ('x' (code 120)):"
                + " Expected column separator character (',' (code 44)) or end-of-line"),
        argumentSet(
            "too many rows",
            "a\n" + FeederTest.lines(100_001),
            ": has more than 100,000 rows, the most a feeder may have; leave some out"));
  }

  static Stream<Arguments> jsonIsRefused() {
    String object = "expected a flat object with a value for each column";
    return Stream.of(
        argumentSet("empty", " ", ": is empty; must be an array of flat objects"),
        argumentSet("an object", "{'a': [1]}", ": found object, expected an array of flat objects"),
        argumentSet("a value", "null", ": found null, expected an array of flat objects"),
        argumentSet("no rows", "[]", ": has no rows; each object of the array is one"),
        argumentSet("an array within", "[{'a': 1}, [1]]", " at /1: found array, " + object),
        argumentSet("a value within", "[{'a': 1}, 1]", " at /1: found number, " + object),
        argumentSet("an empty object", "[{'a': 1}, {}]", " at /1: found empty object, " + object),
        argumentSet(
            "a nested object",
            "[{'a': 1, 'b/c': 1}, {'a': 1, 'b/c': {'d': 1}}]",
            " at /1/b~1c: found object, expected string, number, boolean or null"),
        argumentSet(
            "a missing key",
            "[{'a': 1, 'b': 2}, {'a': 1}]",
            " at /1: found the keys a, expected a, b as in the first object; a value may be null"),
        argumentSet(
            "another key",
            "[{'a': 1, 'b': 2}, {'a': 1, 'c': 2}]",
            " at /1: found the keys a, c, expected a, b as in the first object;"
                + " a value may be null"),
        argumentSet(
            "a key without name", "[{'': 1, 'a': 1}]", " at /0: column 1 has no name; give it one"),
        argumentSet(
            "a key twice",
            "[{'a': 1,\n 'a': 2}]",
            ", line 2, column 5: is no JSON: Duplicate field 'a'"),
        argumentSet(
            "truncated",
            "[{'a': 1}",
            ", line 1, column 10: is no JSON: Unexpected end-of-input:"
                + " expected close marker for Array"),
        argumentSet(
            "more than an array",
            "[{'a': 1}]\n[]",
            ", line 2: is no JSON: something follows the array"));
  }

  static Stream<Arguments> aPlaceholderIsRefused() {
    return Stream.of(
        argumentSet(
            "no column of the feeder",
            "'feeder': 'rows.csv', 'query': {'q': '#{hours} of #{corridr} and #{corridr}'}",
            List.of(
                "/query/q: #{hours} names no column of the feeder;"
                    + " its columns: corridor, limit",
                "/query/q: #{corridr} names no column of the feeder;"
                    + " its columns: corridor, limit. Did you mean corridor?")),
        argumentSet(
            "no column of the feeder, deep in a body",
            "'feeder': 'rows.csv', 'body': {'x/y': [1, '#{}']}",
            List.of(
                "/body/x~1y/1: #{} names no column of the feeder;"
                    + " its columns: corridor, limit")),
        argumentSet(
            "without feeder",
            "'query': {'q': '#{limit}'}, 'body': ['<#{limit}>']",
            List.of(
                "/query/q: #{limit} names a column of a feeder, but there is none;"
                    + " give the endpoint the key feeder",
                "/body/0: #{limit} names a column of a feeder, but there is none;"
                    + " give the endpoint the key feeder")),
        argumentSet(
            "none",
            "'feeder': 'rows.csv', 'query': {'#{limit}': '{limit} ${limit} #limit #{'}",
            List.of(
                "/feeder: none of its columns is used (corridor, limit);"
                    + " write #{corridor} in query or body, or leave the feeder out")));
  }

  @ParameterizedTest
  @MethodSource
  void csvIsRefused(String text, String problem) throws IOException {
    Files.writeString(folder.resolve("bad.csv"), text);
    assertThat(problems("'feeder': 'bad.csv', " + USING_A))
        .containsExactly("gate.json at /endpoints/a/feeder: bad.csv" + problem);
  }

  @ParameterizedTest
  @MethodSource
  void jsonIsRefused(String text, String problem) throws IOException {
    Files.writeString(folder.resolve("bad.json"), text.replace('\'', '"'));
    assertThat(problems("'feeder': 'bad.json', " + USING_A))
        .containsExactly("gate.json at /endpoints/a/feeder: bad.json" + problem);
  }

  @ParameterizedTest
  @MethodSource
  void aPlaceholderIsRefused(String keys, List<String> problems) throws IOException {
    Files.writeString(folder.resolve("rows.csv"), "corridor,limit\nUS-MX,50\n");
    assertThat(problems(keys))
        .containsExactlyElementsOf(
            problems.stream().map("gate.json at /endpoints/a"::concat).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"rows", "rows.txt", "rows.csv.gz", "rows.CSV"})
  void anotherEndingIsRefused(String name) throws IOException {
    assertThat(problems("'feeder': '%s', %s".formatted(name, USING_A)))
        .containsExactly(
            "gate.json at /endpoints/a/feeder: found \"%s\", expected a string that matches"
                    .formatted(name)
                + " \\.(csv|json)$; a feeder is a file that ends in .csv or .json");
  }

  @Test
  void aFileThatIsNotThereIsRefused() throws IOException {
    assertThat(problems("'feeder': 'feeders/no.csv', " + USING_A))
        .containsExactly(
            "gate.json at /endpoints/a/feeder: feeders/no.csv: no such file;"
                + " relative paths start at the budget file");
    assertThat(problems("'feeder': 'a\\u0000b.csv', " + USING_A))
        .containsExactly(
            "gate.json at /endpoints/a/feeder: is no path: Nul character not allowed: a\0b.csv");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bad.csv", "bad.json"})
  void aFileInAnotherEncodingIsRefused(String name) throws IOException {
    String problem =
        "gate.json at /endpoints/a/feeder: %s: is not in UTF-8; save it in that encoding"
            .formatted(name);
    Files.write(folder.resolve(name), "[{\"a\": \"Köln\"}]".getBytes(ISO_8859_1));
    assertThat(problems("'feeder': '%s', %s".formatted(name, USING_A))).containsExactly(problem);
    Files.write(folder.resolve(name), "[{\"a\": \"Köln\"}]".getBytes(UTF_16));
    assertThat(problems("'feeder': '%s', %s".formatted(name, USING_A))).containsExactly(problem);
  }

  @Test
  void everythingThatIsWrongIsReportedAtOnce() throws IOException {
    Files.writeString(folder.resolve("bad.csv"), "a,,a\n1\n1,2,3\n4\n");
    assertThat(problems("'feeder': 'bad.csv', 'query': {'q': '#{b}'}"))
        .extracting(problem -> problem.replaceFirst("(;| has | are ).*", ""))
        .containsExactly(
            "gate.json at /endpoints/a/feeder: bad.csv, line 1: column 2",
            "gate.json at /endpoints/a/feeder: bad.csv, line 1: two columns",
            "gate.json at /endpoints/a/feeder: bad.csv, line 2:",
            "gate.json at /endpoints/a/feeder: bad.csv, line 4:",
            "gate.json at /endpoints/a/query/q: #{b} names no column of the feeder");
  }

  @Test
  void beyondTenBadRowsAreCounted() throws IOException {
    Files.writeString(folder.resolve("bad.csv"), "a,b\n1,2\n" + FeederTest.lines(42));
    assertThat(problems("'feeder': 'bad.csv', " + USING_A))
        .hasSize(11)
        .last()
        .isEqualTo(
            "gate.json at /endpoints/a/feeder: bad.csv: 32 more rows are wrong in such ways");
  }

  private List<String> problems(String keys) throws IOException {
    return BudgetProblems.of(
        folder,
        "{'gate': 'g', 'limits': {'p95_latency_ms': 1}, 'endpoints': {'a':"
            + " {'method': 'POST', 'path': '/a', %s}}}".formatted(keys));
  }
}
