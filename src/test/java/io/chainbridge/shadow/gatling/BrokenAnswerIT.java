package io.chainbridge.shadow.gatling;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers in time that are not what was agreed: one endpoint for each defect, in one run. */
class BrokenAnswerIT {
  private static final String JSON = "application/json";

  private static GateResult result;
  private static int askedElsewhere;

  @BeforeAll
  static void run(@TempDir Path folder) {
    try (Target elsewhere = Target.start().on("/moved", Answer.json(Bodies.STATS));
        Target target =
            Target.start()
                .on("/large", Answer.json(Bodies.events(40)))
                .on("/packed", Answer.gzipped(Bodies.events(30)))
                .on("/unversioned", json(Bodies.STATS.replace("model_version", "version")))
                .on("/quoted", json(Bodies.STATS.replace("0.4", "\"0.4\"")))
                .on("/quoted-event", json(Bodies.events(5).replace("0.125", "\"0.125\"")))
                .on("/page", Answer.body("text/html", "<html>maintenance</html>".getBytes(UTF_8)))
                .on("/page-as-json", json("<html>maintenance</html>"))
                .on("/truncated", json(Bodies.STATS.substring(0, 40)))
                .on("/empty", Answer.body(JSON, new byte[0]))
                .on("/latin", Answer.body(JSON, "{\"é\": 1}".getBytes(ISO_8859_1)))
                .on("/text", Answer.body("text/plain", Bodies.STATS.getBytes(UTF_8)))
                .on("/untyped", Answer.body("", Bodies.STATS.getBytes(UTF_8)))
                .on("/no-events", json("{\"model_version\": \"v0.3.0\", \"events\": []}"))
                .on("/garbled", Answer.with("Content-Encoding", "gzip", json(Bodies.STATS)))
                .on("/moved", Answer.redirect(elsewhere.uri().resolve("/moved")))) {
      Budget budget = new Budget();
      for (String name : List.of("large", "packed", "quoted-event", "no-events")) {
        budget.endpoint(name, "events");
      }
      for (String name :
          List.of(
              "unversioned",
              "quoted",
              "page",
              "page-as-json",
              "truncated",
              "empty",
              "latin",
              "text",
              "untyped",
              "garbled",
              "moved")) {
        budget.endpoint(name, "stats");
      }
      result = GateRun.in(folder).against(target).with("iterations", 5).withBudget(budget).run();
      askedElsewhere = elsewhere.requests("/moved");
    }
  }

  private static Answer json(String body) {
    return Answer.json(body);
  }

  @Test
  void breaches() {
    assertThat(result.exitCode()).as(result::console).isEqualTo(2);
    assertThat(result.status()).isEqualTo("breached");
    assertThat(result.run().path("endpoints"))
        .hasSize(15)
        .allMatch(endpoint -> endpoint.path("requests").asInt() == 5)
        .allMatch(endpoint -> endpoint.path("failures").asInt() == 5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          unversioned  | /model_version   | nothing               | a value
          quoted       | /p95             | string                | number
          quoted-event | /events/*/delta  | string                | number
          page         | body      | text/html             | application/json
          page-as-json | body      | HTML                  | JSON in UTF-8
          truncated    | body      | JSON that ends too early | JSON in UTF-8
          empty        | body      | an empty body         | JSON in UTF-8
          latin        | body      | not UTF-8             | JSON in UTF-8
          text         | body      | text/plain            | application/json
          untyped      | body      | content type          | application/json
          no-events    | /events          | empty array           | at least 1 item
          """)
  void namesWhatBreaksTheContract(String endpoint, String place, String found, String expected) {
    assertThat(result.notMet(endpoint))
        .contains("contract breached", "max_failure_rate breached")
        .doesNotContain("max_response_size_kb breached");
    assertThat(result.outcome(endpoint, "contract").path("measured").asInt()).isEqualTo(5);
    assertThat(result.endpoint(endpoint).path("contract_violations"))
        .singleElement()
        .satisfies(
            violation -> {
              assertThat(violation.path("found").asText()).contains(found);
              assertThat(violation.path("expected").asText()).contains(expected);
              assertThat(violation.path("count").asInt()).isEqualTo(5);
            });
    assertThat(result.errors(endpoint).keySet())
        .singleElement()
        .satisfies(message -> assertThat(message).contains("contract", place, found, expected));
    assertThat(result.out().lines())
        .filteredOn(line -> line.contains(endpoint + " breaks its contract"))
        .singleElement()
        .satisfies(line -> assertThat(line).contains(place, found, expected, "5 of 5"));
  }

  @Test
  void tellsWhoWantsTheModelVersion() {
    assertThat(result.reasons())
        .anyMatch(reason -> reason.contains("unversioned") && reason.contains("SAM"));
  }

  @Test
  void tellsThatAnEmptyServiceProvesNothing() {
    assertThat(result.reasons())
        .anyMatch(reason -> reason.contains("no-events") && reason.contains("holds no events"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"large", "packed"})
  void countsTheSizeOfABodyAsDecoded(String endpoint) {
    assertThat(result.notMet(endpoint))
        .contains("max_response_size_kb breached", "max_failure_rate breached")
        .doesNotContain("contract breached");
    assertThat(result.errors(endpoint).keySet())
        .singleElement()
        .satisfies(message -> assertThat(message).contains("size", "25", "KB"));
    assertThat(result.endpoint(endpoint).path("mean_response_size_kb").asDouble())
        .isEqualTo(Bodies.events(endpoint.equals("large") ? 40 : 30).length() / 1024.0);
  }

  @Test
  void followsNoRedirect() {
    assertThat(askedElsewhere).isZero();
    assertThat(result.notMet("moved")).contains("max_failure_rate breached", "contract no_data");
    assertThat(result.errors("moved").keySet())
        .singleElement()
        .satisfies(message -> assertThat(message).contains("status", "307"));
  }

  @Test
  void failsOnABodyThatCannotBeDecoded() {
    assertThat(result.notMet("garbled")).contains("max_failure_rate breached");
    assertThat(result.errors("garbled").keySet())
        .singleElement()
        .satisfies(message -> assertThat(message).contains("GZIP"));
  }
}
