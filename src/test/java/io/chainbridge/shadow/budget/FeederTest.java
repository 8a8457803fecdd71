package io.chainbridge.shadow.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeederTest {
  @TempDir private Path folder;

  @Test
  void thereIsAVariantForEachRow() throws IOException {
    feeder("rows.csv", "corridor,limit\nUS-MX,50\nDE-PL,5\n");
    assertThat(
            variants(
                "rows.csv",
                "{'corridor': '#{corridor}', 'hours': 24}",
                "{'limit': '#{limit}', 'note': 'at most #{limit} of #{corridor}'}"))
        .containsExactly(
            "/a?corridor=US-MX&hours=24 {\"limit\":50,\"note\":\"at most 50 of US-MX\"}",
            "/a?corridor=DE-PL&hours=24 {\"limit\":5,\"note\":\"at most 5 of DE-PL\"}");
  }

  @Test
  void aQueryIsEncodedAfterwards() throws IOException {
    feeder("rows.json", "[{\"a\": \"Köln & #{a} 100 %\", \"b\": null, \"c\": 1.5}]");
    assertThat(variants("rows.json", "{'q': '#{a}', 'r': '#{b}/#{c}'}", "1"))
        .containsExactly("/a?q=K%C3%B6ln%20%26%20%23%7Ba%7D%20100%20%25&r=null%2F1.5 1");
  }

  @Test
  void stringsAreFilledAnywhereInABodyAndItsKeysAreLeftAlone() throws IOException {
    feeder("rows.csv", "a,b\n1,x\n");
    assertThat(variants("rows.csv", "{}", "[{'#{a}': ['#{a}', ['<#{b}#{a}>', 2, true]]}]"))
        .containsExactly("/a [{\"#{a}\":[1,[\"<x1>\",2,true]]}]");
    assertThat(variants("rows.csv", "{}", "'#{b}'")).containsExactly("/a \"x\"");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "0, 0",
        "-1.50, -1.50",
        "1E+400, 1E+400",
        "1e99999999999, 1e99999999999",
        "12345678901234567890123, 12345678901234567890123",
        "true, true",
        "null, null",
        "\"7\", 7",
        "007, \"007\"",
        "+1, \"+1\"",
        "1., \"1.\"",
        "NaN, \"NaN\"",
        "True, \"True\"",
        "{}, \"{}\"",
        "\"\", \"\"",
      })
  void ofCsvANumberAndALiteralNameAreJsonAndAllElseIsText(String value, String json)
      throws IOException {
    feeder("rows.csv", "a\n" + value + "\n");
    assertThat(variants("rows.csv", "{}", "'#{a}'")).containsExactly("/a " + json);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "1.5", "true", "null", "\"1\"", "\"\"", "12345678901234567890"})
  void ofJsonAValueKeepsItsType(String value) throws IOException {
    feeder("rows.json", "[{\"a\": %s}]".formatted(value));
    assertThat(variants("rows.json", "{}", "'#{a}'")).containsExactly("/a " + value);
  }

  @Test
  void csvIsThatOfItsRfc() throws IOException {
    feeder("rows.csv", "\uFEFFa,\"b \"\"c\"\"\"\r\n\"x,\ny\",\"\"\"\"\r\n\r\n , z \r\n#1,\\n");
    assertThat(variants("rows.csv", "{}", "['#{a}', '#{b \\\"c\\\"}']"))
        .containsExactly("/a [\"x,\\ny\",\"\\\"\"]", "/a [\" \",\" z \"]", "/a [\"#1\",\"\\\\n\"]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void aLineWithoutACharacterIsNoRowButAnEmptyValueIs(String end) throws IOException {
    String text = "\na\n" + "\n".repeat(9_999) + "x\n\n" + "\"\"\n".repeat(9_999) + "y\n\n";
    feeder("rows.csv", text.replace("\n", end));
    assertThat(variants("rows.csv", "{}", "'#{a}'"))
        .hasSize(1 + 9_999 + 1)
        .startsWith("/a \"x\"", "/a \"\"")
        .endsWith("/a \"\"", "/a \"y\"");
    feeder("rows.csv", "a,b" + end + "," + end + " ,\"\"");
    assertThat(variants("rows.csv", "{}", "['#{a}', '#{b}']"))
        .containsExactly("/a [\"\",\"\"]", "/a [\" \",\"\"]");
    feeder("rows.csv", "a" + end + end + "\"\"");
    assertThat(variants("rows.csv", "{}", "'#{a}'")).containsExactly("/a \"\"");
  }

  @Test
  void theKeysOfJsonHaveNoOrder() throws IOException {
    feeder("rows.json", "\uFEFF[{\"a\": 1, \"b\": 2}, {\"b\": 4, \"a\": 3}]");
    assertThat(variants("rows.json", "{}", "['#{a}', '#{b}']"))
        .containsExactly("/a [1,2]", "/a [3,4]");
  }

  @Test
  void aColumnMayBeForReadersAlone() throws IOException {
    feeder("rows.csv", "a,why\n1,the first\n");
    assertThat(variants("rows.csv", "{'a': '#{a}'}", "{}")).containsExactly("/a?a=1 {}");
  }

  @Test
  void aFeederIsLookedUpBesideTheBudgetFile() throws IOException {
    Files.createDirectories(folder.resolve("feeders"));
    feeder("feeders/rows.csv", "a\n1\n");
    assertThat(variants("feeders/../feeders/rows.csv", "{}", "'#{a}'")).containsExactly("/a 1");
  }

  @Test
  void aHundredThousandRowsAreRead() throws IOException {
    feeder("rows.csv", "a\n" + lines(100_000));
    List<String> variants = variants("rows.csv", "{'a': '#{a}'}", "{}");
    assertThat(variants).hasSize(100_000).doesNotHaveDuplicates().endsWith("/a?a=100000 {}");
  }

  /** The numbers from 1, a line each. */
  static String lines(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(number -> number + "\n")
        .collect(Collectors.joining());
  }

  private void feeder(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  /** Of an endpoint with this query and body, in which a quotation mark may be an apostrophe. */
  private List<String> variants(String feeder, String query, String body) throws IOException {
    String text =
        """
        {'gate': 'g', 'limits': {'p95_latency_ms': 1}, 'endpoints': {'a':
          {'method': 'POST', 'path': '/a', 'feeder': '%s', 'query': %s, 'body': %s}}}
        """
            .formatted(feeder, query, body)
            .replace('\'', '"');
    Path file = Files.writeString(folder.resolve("gate.json"), text);
    return BudgetFile.read(file, BudgetFileTest.NO_OVERRIDES, Map.of())
        .endpoints()
        .get(0)
        .variants()
        .stream()
        .map(variant -> variant.pathAndQuery() + " " + variant.body().orElseThrow())
        .toList();
  }
}
