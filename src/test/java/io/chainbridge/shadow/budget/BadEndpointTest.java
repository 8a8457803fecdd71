package io.chainbridge.shadow.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BadEndpointTest {
  private static final String PATH_RULE =
      ", expected a string that matches ^/[A-Za-z0-9._~!$&'()*+,;=:@%/-]*$;"
          + " a path starts with / and is percent-encoded; a query belongs in the key query";

  @TempDir private Path folder;

  @BeforeEach
  void writeContracts() throws IOException {
    Files.writeString(folder.resolve("no-json.json"), "{\n  type: 1}");
    Files.writeString(folder.resolve("no-schema.json"), "{\"type\": \"strin\", \"minLength\": -1}");
    Files.writeString(folder.resolve("remote.json"), "{\"$ref\": \"http://127.0.0.1:9/x.json\"}");
  }

  static Stream<Arguments> anEndpointIsRefused() {
    return Stream.of(
        argumentSet(
            "an unknown method",
            "'method': 'PSOT', 'path': '/a'",
            "/method: found \"PSOT\", expected one of GET, POST, PUT, PATCH, DELETE."
                + " Did you mean POST?"),
        argumentSet(
            "a method in small letters",
            "'method': 'get', 'path': '/a'",
            "/method: found \"get\", expected one of GET, POST, PUT, PATCH, DELETE."
                + " Did you mean GET?"),
        argumentSet(
            "a method of another kind",
            "'method': 'OPTIONS', 'path': '/a'",
            "/method: found \"OPTIONS\", expected one of GET, POST, PUT, PATCH, DELETE"),
        argumentSet("no path", "'method': 'GET'", "/path: found nothing, expected a value"),
        argumentSet(
            "a path without slash",
            "'method': 'GET', 'path': 'a'",
            "/path: found \"a\"" + PATH_RULE),
        argumentSet(
            "a path with query",
            "'method': 'GET', 'path': '/a?hours=24'",
            "/path: found \"/a?hours=24\"" + PATH_RULE),
        argumentSet(
            "a whole address",
            "'method': 'GET', 'path': 'http://h/a'",
            "/path: found \"http://h/a\"" + PATH_RULE),
        argumentSet(
            "a long path",
            "'method': 'GET', 'path': '" + "x".repeat(100) + "'",
            "/path: found \"" + "x".repeat(59) + "..." + PATH_RULE),
        argumentSet(
            "a list in the query",
            "'method': 'GET', 'path': '/a', 'query': {'hours': [24]}",
            "/query/hours: found [24], expected string or number or boolean"),
        argumentSet(
            "GET with a body",
            "'method': 'GET', 'path': '/a', 'body': {}",
            "/body: a GET has no body; use the key query, or another method"),
        argumentSet(
            "an unknown key",
            "'method': 'GET', 'path': '/a', 'header': {}",
            "/header: unknown key; allowed: description, method, path, query, headers, body,"
                + " feeder, weight, contract, limits. Did you mean headers?"),
        argumentSet(
            "an unsuitable name of a header",
            "'method': 'GET', 'path': '/a', 'headers': {'X Y': ''}",
            "/headers/X Y: unknown key; allowed: other names; the name of a header has letters,"
                + " digits and some signs, but no space, colon or quotation mark"),
        argumentSet(
            "a header with line break",
            "'method': 'GET', 'path': '/a', 'headers': {'X': 'a\\nb'}",
            "/headers/X: found \"a\\nb\", expected a string that matches ^[^\\r\\n]*$"),
        argumentSet(
            "an unset variable",
            "'method': 'GET', 'path': '/a', 'headers': {'X': 'k ${NOT_SET}'}",
            "/headers/X: names the environment variable NOT_SET, which is not set"),
        argumentSet(
            "an empty variable",
            "'method': 'GET', 'path': '/a', 'headers': {'X': '${EMPTY}'}",
            "/headers/X: names the environment variable EMPTY, which is not set"),
        argumentSet(
            "a variable with line break",
            "'method': 'GET', 'path': '/a', 'headers': {'X': '${LINES}'}",
            "/headers/X: names the environment variable LINES, whose value has a line break"),
        argumentSet(
            "no weight",
            "'method': 'GET', 'path': '/a', 'weight': 0",
            "/weight: found 0, expected a number of at least 1;"
                + " an endpoint that should get no traffic is left out of the file"),
        argumentSet(
            "too large a weight",
            "'method': 'GET', 'path': '/a', 'weight': 1001",
            "/weight: found 1001, expected a number of at most 1000"),
        argumentSet(
            "a broken weight",
            "'method': 'GET', 'path': '/a', 'weight': 1.5",
            "/weight: found 1.5, expected integer"),
        argumentSet(
            "an impossible status",
            "'method': 'GET', 'path': '/a', 'contract': {'status': 600}",
            "/contract/status: found 600, expected a number of at most 599"),
        argumentSet(
            "a content type with parameter",
            "'method': 'GET', 'path': '/a', 'contract': {'content_type': 'a/b; c=d'}",
            "/contract/content_type: found \"a/b; c=d\", expected a string that matches"
                + " ^[a-z0-9.+-]+/[a-z0-9.+-]+$"),
        argumentSet(
            "no contract file",
            "'method': 'GET', 'path': '/a', 'contract': {'schema': 'contracts/a.json'}",
            "/contract/schema: contracts/a.json: no such file;"
                + " relative paths start at the budget file"),
        argumentSet(
            "a contract that is no path",
            "'method': 'GET', 'path': '/a', 'contract': {'schema': 'a\\u0000b'}",
            "/contract/schema: is no path: Nul character not allowed: a\0b"),
        argumentSet(
            "a contract that is no JSON",
            "'method': 'GET', 'path': '/a', 'contract': {'schema': 'no-json.json'}",
            "/contract/schema: no-json.json, line 2, column 3: is no JSON: Unexpected character"
                + " ('t' (code 116)): was expecting double-quote to start field name"),
        argumentSet(
            "a contract with a remote reference",
            "'method': 'GET', 'path': '/a', 'contract': {'schema': 'remote.json'}",
            "/contract/schema: remote.json: no JSON Schema of draft 2020-12: refers to"
                + " http://127.0.0.1:9/x.json, but a schema may refer only to itself:"
                + " nothing is fetched"));
  }

  @ParameterizedTest
  @MethodSource
  void anEndpointIsRefused(String keys, String problem) throws IOException {
    assertThat(problems(keys)).containsExactly("gate.json at /endpoints/a" + problem);
  }

  @Test
  void aContractThatIsNoSchemaHasAllItsProblemsReported() throws IOException {
    assertThat(problems("'method': 'GET', 'path': '/a', 'contract': {'schema': 'no-schema.json'}"))
        .containsExactly(
            "gate.json at /endpoints/a/contract/schema: no-schema.json: no JSON Schema of draft"
                + " 2020-12: found string at /type, expected one of array, boolean, integer, null,"
                + " number, object, string",
            "gate.json at /endpoints/a/contract/schema: no-schema.json: no JSON Schema of draft"
                + " 2020-12: found string at /type, expected array",
            "gate.json at /endpoints/a/contract/schema: no-schema.json: no JSON Schema of draft"
                + " 2020-12: found number at /minLength, expected a number of at least 0");
  }

  private List<String> problems(String keys) throws IOException {
    return BudgetProblems.of(
        folder,
        "{'gate': 'g', 'limits': {'p95_latency_ms': 1}, 'endpoints': {'a': {" + keys + "}}}");
  }
}
