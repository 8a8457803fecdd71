package io.chainbridge.shadow.contract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContractTest {
  private static final Contract ANY_JSON = new Contract(200, "application/json", Optional.empty());

  static Stream<Arguments> whatIsNoJsonIsRefused() {
    return Stream.of(
        argumentSet("empty", bytes(""), "an empty body"),
        argumentSet("blank", bytes(" \r\n\t"), "an empty body"),
        argumentSet("HTML", bytes("\n<!DOCTYPE html><html></html>"), "HTML"),
        argumentSet("text", bytes("Internal Server Error"), "other text"),
        argumentSet("JavaScript", bytes("{a: 1}"), "other text"),
        argumentSet("no number", bytes("[NaN]"), "other text"),
        argumentSet("a comma too many", bytes("[1,]"), "other text"),
        argumentSet("a second value", bytes("{} {}"), "other text"),
        argumentSet("trailing garbage", bytes("{}garbage"), "other text"),
        argumentSet("trailing bracket", bytes("[]]"), "other text"),
        argumentSet("truncated in a word", bytes("[tru"), "other text"),
        argumentSet("a control character", bytes("[\"\u0001\"]"), "other text"),
        argumentSet("a byte order mark", bytes("\ufeff{}"), "other text"),
        argumentSet("UTF-16", "{\"a\":1}".getBytes(UTF_16BE), "other text"),
        argumentSet("truncated in an object", bytes("{\"a\": 1"), "JSON that ends too early"),
        argumentSet("truncated in a string", bytes("[\"ab"), "JSON that ends too early"),
        argumentSet("truncated in an array", bytes("[1, "), "JSON that ends too early"),
        argumentSet("deep nesting", bytes("[".repeat(10_000)), "JSON beyond all bounds"),
        argumentSet(
            "deep nesting, closed",
            bytes("{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000)),
            "JSON beyond all bounds"),
        argumentSet("a huge number", bytes("9".repeat(100_000)), "JSON beyond all bounds"),
        argumentSet("Latin-1", "\"\u00e9\"".getBytes(ISO_8859_1), "bytes that are not UTF-8"),
        argumentSet("overlong slash", hex("22c0af22"), "bytes that are not UTF-8"),
        argumentSet("overlong in three bytes", hex("22e080af22"), "bytes that are not UTF-8"),
        argumentSet("a lone surrogate", hex("22eda08022"), "bytes that are not UTF-8"),
        argumentSet("beyond Unicode", hex("22f490808022"), "bytes that are not UTF-8"),
        argumentSet("truncated in a character", hex("22e282"), "bytes that are not UTF-8"),
        argumentSet("gzip", hex("1f8b0800"), "bytes that are not UTF-8"));
  }

  @ParameterizedTest
  @MethodSource
  void whatIsNoJsonIsRefused(byte[] body, String found) {
    assertThat(ANY_JSON.bodyViolation(body)).hasValue(Violation.ofBody(found, "JSON in UTF-8"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "[]", "null", "\"\"", "1e400", " {\"a\": 1}\n", "\"\\ud800\"", "\"\u6771\""})
  void anyJsonWillDoWithoutASchema(String body) {
    assertThat(ANY_JSON.bodyViolation(bytes(body))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "application/json;charset=utf-8",
        "application/json ; charset=utf-8; x=y",
        "Application/JSON"
      })
  void parametersAndCaseOfTheContentTypeDoNotMatter(String header) {
    assertThat(ANY_JSON.contentTypeViolation(header)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "absent",
      textBlock =
          """
          absent                   | the content type none
          ''                       | the content type none
          ;charset=utf-8           | the content type none
          text/html; charset=utf-8 | the content type text/html
          text/JSON                | the content type text/json
          application/json5        | the content type application/json5
          application              | the content type application
          """)
  void anotherContentTypeIsRefused(@Nullable String header, String found) {
    assertThat(ANY_JSON.contentTypeViolation(header))
        .hasValue(Violation.ofBody(found, "application/json"));
  }

  @Test
  void aContentTypeIsCutBeforeItIsShown() {
    assertThat(ANY_JSON.contentTypeViolation("x".repeat(100_000)))
        .hasValueSatisfying(violation -> assertThat(violation.found()).hasSizeLessThan(100));
  }

  @Test
  void theSameDefectReadsTheSameAtEveryIndexAndForEveryValue() {
    Contract contract = contract("{'items': {'properties': {'delta': {'type': 'number'}}}}");
    assertThat(
            IntStream.of(0, 3, 17, 170)
                .mapToObj(i -> bytes("[" + "{},".repeat(i) + "{\"delta\": \"" + i + "\"}]"))
                .map(body -> contract.bodyViolation(body).orElseThrow().description())
                .distinct())
        .hasSize(1);
  }

  @Test
  void aBodyEqualToAnAcceptedOneIsAcceptedAndNoOther() {
    Contract contract = contract("{'type': 'array'}");
    for (int i = 0; i < 5; i++) {
      assertThat(contract.bodyViolation(bytes("[1]"))).isEmpty();
      assertThat(contract.bodyViolation(bytes("{}"))).isPresent();
      assertThat(contract.bodyViolation(bytes("[2"))).isPresent();
    }
  }

  @Test
  void aStringOnWhichAPatternRecursesTooDeeplyBreaksTheContract() {
    Contract contract = contract("{'type': 'string', 'pattern': '^(a|b)*$'}");
    assertThat(contract.bodyViolation(bytes("\"" + "ab".repeat(100_000) + "\"")))
        .hasValue(
            Violation.ofBody(
                "JSON that its schema fails on (StackOverflowError)", "a schema that ends"));
  }

  @Property
  void noBytesWhateverMakeItThrow(@ForAll byte[] body) {
    assertThatCode(() -> ANY_JSON.bodyViolation(body)).doesNotThrowAnyException();
  }

  @Property(tries = 2_000)
  void noDamageToABodyMakesItThrow(
      @ForAll @IntRange(max = 3) int which,
      @ForAll @IntRange(max = 1_000) int at,
      @ForAll byte value,
      @ForAll @IntRange(max = 1_000) int cut)
      throws IOException {
    String name = ChainIqContractsTest.NAMES.stream().sorted().toList().get(which);
    byte[] body = bytes(ChainIqContractsTest.BODIES.get(name));
    body[at % body.length] = value;
    byte[] damaged = Arrays.copyOf(body, Math.min(body.length, cut));
    Contract contract = ChainIqContractsTest.contract(name);
    assertThatCode(() -> contract.bodyViolation(damaged)).doesNotThrowAnyException();
    assertThatCode(() -> contract.bodyViolation(body)).doesNotThrowAnyException();
  }

  private static Contract contract(String schema) {
    return new Contract(200, "application/json", Optional.of(Json.schema(schema)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static byte[] hex(String hex) {
    return HexFormat.of().parseHex(hex);
  }
}
