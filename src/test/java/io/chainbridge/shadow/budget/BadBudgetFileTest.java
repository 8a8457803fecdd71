package io.chainbridge.shadow.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BadBudgetFileTest {
  private static final String NAME_RULE =
      "; a name has 1 to 64 letters, digits, dots, dashes and underscores, a letter or digit first";
  private static final String LIMITS =
      "p50_latency_ms, p95_latency_ms, p99_latency_ms, max_response_size_kb, max_failure_rate";

  @TempDir private Path folder;

  static Stream<Arguments> aFileIsRefused() {
    return Stream.of(
        argumentSet("empty", "", "gate.json: is empty; must be JSON"),
        argumentSet("blank", " \n", "gate.json: is empty; must be JSON"),
        argumentSet(
            "no JSON",
            "{\n  'gate': tru\n}",
            "gate.json, line 2, column 11: is no JSON: Unrecognized token 'tru': was expecting"
                + " (JSON String, Number, Array, Object or token 'null', 'true' or 'false')"),
        argumentSet(
            "truncated",
            "{'gate': 'g'",
            "gate.json, line 1, column 13: is no JSON: Unexpected end-of-input:"
                + " expected close marker for Object"),
        argumentSet(
            "trailing garbage",
            "{} x",
            "gate.json, line 1, column 4: is no JSON: Unrecognized token 'x': was expecting"
                + " (JSON String, Number, Array, Object or token 'null', 'true' or 'false')"),
        argumentSet(
            "duplicate key",
            "{'gate': 'g',\n 'gate': 'h'}",
            "gate.json, line 2, column 8: is no JSON: Duplicate field 'gate'"),
        argumentSet("an array", "[]", "gate.json at /: found [], expected object"),
        argumentSet(
            "another version",
            gate("'schema_version': 2,", ""),
            "gate.json at /schema_version: found 2, expected 1"),
        argumentSet(
            "no endpoints",
            "{'gate': 'g'}",
            "gate.json at /endpoints: found nothing, expected a value"),
        argumentSet(
            "an empty list of endpoints",
            "{'gate': 'g', 'endpoints': {}}",
            "gate.json at /endpoints: found {}, expected at least 1 keys"),
        argumentSet(
            "an unknown key",
            gate("'limit': {},", ""),
            "gate.json at /limit: unknown key; allowed: $schema, schema_version, gate, description,"
                + " health, limits, on_inconclusive, shapes, regions, faults, endpoints. Did you mean limits?"),
        argumentSet(
            "an unsuitable name of a gate",
            "{'gate': 'a b', 'endpoints': {'a': {'method': 'GET', 'path': '/', 'limits': {'p95_latency_ms': 1}}}}",
            "gate.json at /gate: found \"a b\", expected a string that matches"
                + " ^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$"
                + NAME_RULE),
        argumentSet(
            "an unsuitable name of an endpoint",
            "{'gate': 'g', 'limits': {'p95_latency_ms': 1}, 'endpoints': {'a b': {'method': 'GET', 'path': '/'}}}",
            "gate.json at /endpoints/a b: unknown key; allowed: other names" + NAME_RULE),
        argumentSet(
            "no limit at all",
            gate("", ""),
            "gate.json at /endpoints/a: has no limit, so it gates nothing;"
                + " give it or the gate limits"));
  }

  static Stream<Arguments> aLimitIsRefused() {
    return Stream.of(
        argumentSet(
            "misspelt",
            "'p9_latency_ms': 75",
            "p9_latency_ms: unknown key; allowed: " + LIMITS + ". Did you mean p95_latency_ms?"),
        argumentSet("of no kind", "'rps': 75", "rps: unknown key; allowed: " + LIMITS),
        argumentSet(
            "a string", "'p95_latency_ms': '75'", "p95_latency_ms: found \"75\", expected number"),
        argumentSet(
            "null", "'p95_latency_ms': null", "p95_latency_ms: found null, expected number"),
        argumentSet(
            "zero", "'p50_latency_ms': 0", "p50_latency_ms: found 0, expected a number above 0"),
        argumentSet(
            "negative",
            "'max_response_size_kb': -25",
            "max_response_size_kb: found -25, expected a number above 0"),
        argumentSet(
            "beyond all numbers",
            "'p99_latency_ms': 1e400",
            "p99_latency_ms: found \"Infinity\", expected a number below 1000000000"),
        argumentSet(
            "in percent",
            "'max_failure_rate': 5",
            "max_failure_rate: found 5, expected a number of at most 1;"
                + " a rate is a ratio: 5 % is 0.05"),
        argumentSet(
            "no failure at all",
            "'max_failure_rate': 0",
            "max_failure_rate: found 0, expected a number above 0; the rate must stay below its"
                + " limit, so 0 can never be met; 0.000001 allows no failure"));
  }

  @ParameterizedTest
  @MethodSource
  void aFileIsRefused(String text, String problem) throws IOException {
    assertThat(problems(text)).containsExactly(problem);
  }

  @ParameterizedTest
  @MethodSource
  void aLimitIsRefused(String limit, String problem) throws IOException {
    assertThat(problems(gate("'limits': {" + limit + "},", "")))
        .containsExactly("gate.json at /limits/" + problem);
    assertThat(problems(gate("", ", 'limits': {" + limit + "}")))
        .containsExactly("gate.json at /endpoints/a/limits/" + problem);
  }

  @Test
  void everythingThatIsWrongWithTheFormIsReportedAtOnce() throws IOException {
    assertThat(
            problems(
                """
                {'gate': '', 'limits': {'p95_latency_ms': 0, 'p99': 1}, 'endpoints': {
                  'a': {'method': 'HEAD', 'path': 'a'}, 'b': {'method': 'GET'}}}
                """))
        .extracting(problem -> problem.substring(0, problem.indexOf(':')))
        .containsExactly(
            "gate.json at /gate",
            "gate.json at /limits/p95_latency_ms",
            "gate.json at /limits/p99",
            "gate.json at /endpoints/a/method",
            "gate.json at /endpoints/a/path",
            "gate.json at /endpoints/b/path");
  }

  @Test
  void everythingThatIsWrongWithTheMeaningIsReportedAtOnce() throws IOException {
    assertThat(
            problems(
                """
                {'gate': 'g', 'endpoints': {
                  'a': {'method': 'GET', 'path': '/a', 'body': 1, 'headers': {'X': '${NO}'}},
                  'b': {'method': 'GET', 'path': '/b', 'contract': {'schema': 'no.json'}}}}
                """))
        .extracting(problem -> problem.substring(0, problem.indexOf(':')))
        .containsExactly(
            "gate.json at /endpoints/a",
            "gate.json at /endpoints/a/body",
            "gate.json at /endpoints/a/headers/X",
            "gate.json at /endpoints/b",
            "gate.json at /endpoints/b/contract/schema");
  }

  @Test
  void aFileThatIsNotThereIsRefused() {
    assertThat(BudgetProblems.of(folder.resolve("no.json")))
        .containsExactly("no.json: no such file; relative paths start at the project");
  }

  @Test
  void noProblemShowsASecretOfTheEnvironment() throws IOException {
    assertThat(problems(gate("", ", 'headers': {'X': '${SECRET} ${NO} ${LINES}'}, 'body': 1")))
        .isNotEmpty()
        .allSatisfy(problem -> assertThat(problem).doesNotContain("s3cret"));
  }

  /** A gate with more keys of its own and of its endpoint. */
  private static String gate(String keys, String endpoint) {
    return "{'gate': 'g', %s 'endpoints': {'a': {'method': 'GET', 'path': '/a'%s}}}"
        .formatted(keys, endpoint);
  }

  private List<String> problems(String text) throws IOException {
    return BudgetProblems.of(folder, text);
  }
}
