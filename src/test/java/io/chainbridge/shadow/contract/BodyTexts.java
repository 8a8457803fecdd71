package io.chainbridge.shadow.contract;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Bodies of answers as texts, of members from a to g, in which a schema can find much. */
final class BodyTexts {
  private static final int DEPTH = 3;

  private BodyTexts() {}

  /** Of all sorts of values, now and then damaged by a character. */
  static Arbitrary<String> damaged() {
    return Arbitraries.oneOf(
        values(DEPTH),
        values(DEPTH)
            .flatMap(
                text ->
                    Arbitraries.integers()
                        .between(0, text.length())
                        .flatMap(
                            place ->
                                Arbitraries.of(
                                        "",
                                        "0",
                                        ",",
                                        "\"",
                                        "}",
                                        "]",
                                        "{",
                                        "\\",
                                        "\u0000",
                                        "é",
                                        "\ud83d\ude00",
                                        "\n",
                                        "-",
                                        ".",
                                        "e",
                                        "1e9")
                                    .map(
                                        other ->
                                            text.substring(0, place)
                                                + other
                                                + text.substring(
                                                    Math.min(text.length(), place + 1))))));
  }

  private static Arbitrary<String> values(int depth) {
    return depth == 0
        ? scalars()
        : Arbitraries.frequencyOf(
            Tuple.of(2, scalars()), Tuple.of(1, arrays(depth)), Tuple.of(4, objects(depth)));
  }

  private static Arbitrary<String> scalars() {
    return Arbitraries.of(
        "null",
        "true",
        "false",
        "0",
        "1",
        "3",
        "4",
        "-1",
        "1.0",
        "0.0",
        "-0.0",
        "-1e-400",
        "-0",
        "-",
        "+1",
        "1.",
        ".5",
        "2E+0",
        "25e-1",
        "1e",
        "tru",
        "1e300",
        "1e301",
        "1e400",
        "9223372036854775808",
        "3.0000000000000000001",
        "01",
        "NaN",
        "\"\"",
        "\"a\"",
        "\"ab\"",
        "\"abc\"",
        "\"aaaa\"",
        "\"\\ud83d\\ude00\"",
        "\"\\ud83d\\ude00aa\"",
        "\"\\u0061\"",
        "\"\\x\"",
        "\"\\u00g1\"",
        "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"",
        "\"\\ud800\"",
        "\"é\"",
        "'a'",
        "/**/1");
  }

  private static Arbitrary<String> arrays(int depth) {
    return values(depth - 1).list().ofMaxSize(3).flatMap(items -> around(items, "[%s]"));
  }

  private static Arbitrary<String> objects(int depth) {
    return Combinators.combine(
            Arbitraries.of("a", "b", "c", "d", "e", "f", "g", "\\u0061"),
            values(depth - 1),
            spaces())
        .as("\"%1$s\"%3$s: %2$s"::formatted)
        .list()
        .ofMaxSize(5)
        .flatMap(members -> around(members, "{%s}"));
  }

  /** With the same space around each of them. */
  private static Arbitrary<String> around(List<String> parts, String braces) {
    return Combinators.combine(spaces(), spaces())
        .as((before, after) -> before + String.join(after + "," + before, parts) + after)
        .map(braces::formatted);
  }

  private static Arbitrary<String> spaces() {
    return Arbitraries.frequency(
        Tuple.of(4, ""),
        Tuple.of(4, " "),
        Tuple.of(2, "\n\t"),
        Tuple.of(1, "\r\n  "),
        Tuple.of(1, "\f"));
  }
}
