package io.chainbridge.shadow.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** The contracts in budgets/contracts, each with a body that keeps it and with changes to it. */
class ChainIqContractsTest {
  static final Map<String, String> BODIES =
      Map.of(
          "shadow-stats",
          """
          {"model_version": "v1", "p50": 0.1, "p95": 0.2, "p99": 0.3, "count": 5, "avg_delta": 0.1}
          """,
          "shadow-events",
          """
          {"model_version": "v1", "events": [
            {"corridor": "DE-PL", "timestamp": "2026-01-01T00:00:00", "delta": 0.1},
            {"corridor": null, "timestamp": "2026-01-01T00:00:00", "delta": -1}]}
          """,
          "chainiq-v0.3-stats",
          """
          {"model_version": "v1", "count": 5, "mean_delta": 0.1, "median_delta": 0.1,
           "std_delta": 0, "p50_delta": 0.1, "p95_delta": 0.2, "p99_delta": 0.3, "max_delta": 0.4,
           "drift_flag": false, "time_window_hours": 24}
          """,
          "chainiq-v0.3-events",
          """
          {"model_version": "v1", "events": [
             {"id": 1, "shipment_id": "S1", "dummy_score": 0.5, "real_score": 0.6, "delta": 0.1,
              "model_version": "v1", "corridor": null, "created_at": "2026-01-01T00:00:00.123"}],
           "total_count": 1, "limit": 50, "corridor": null, "time_window_hours": 24}
          """);

  static Contract contract(String name) throws IOException {
    Path file = Path.of("budgets", "contracts", name + ".schema.json");
    JsonSchema schema = Json.schema(Files.readString(file));
    return new Contract(200, "application/json", Optional.of(schema));
  }

  static final Set<String> NAMES = BODIES.keySet();

  /** What a value is put for; by text, because 1e400 has no node of its own. */
  private static final String HERE = "here";

  @ParameterizedTest
  @FieldSource("NAMES")
  void aBodyAsTheServiceSendsItKeepsItsContract(String name) throws IOException {
    assertThat(contract(name).bodyViolation(BODIES.get(name).getBytes(UTF_8))).isEmpty();
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void keysThatTheContractDoesNotKnowAreNoneOfItsBusiness(String name) throws IOException {
    assertThat(violation(name, "/new_in_v0_4", "{\"a\": [1]}")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          shadow-stats        | /corridors             | {}
          shadow-stats        | /corridors             | []
          shadow-stats        | /max_delta             | 3
          shadow-stats        | /p99                   | 1e400
          shadow-stats        | /count                 | 5.0
          shadow-stats        | /count                 | 12345678901234567890
          shadow-events       | /events/0/corridor     | null
          shadow-events       | /events/0/delta        | -0.0
          chainiq-v0.3-stats  | /drift_flag            | true
          chainiq-v0.3-stats  | /time_window_hours     | 168
          chainiq-v0.3-events | /corridor              | "DE-PL"
          chainiq-v0.3-events | /time_window_hours     | null
          chainiq-v0.3-events | /events/0/id           | "a7"
          chainiq-v0.3-events | /events/0/created_at   | "2026-01-01T00:00:00+00:00"
          """)
  void whatTheServiceMayAlsoSayKeepsTheContract(String name, String place, String value)
      throws IOException {
    assertThat(violation(name, place, value)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          shadow-stats        | /p50                   | "0.1"        | string       | number
          shadow-stats        | /p95                   | null         | null         | number
          shadow-stats        | /p99                   | gone         | nothing      | a value
          shadow-stats        | /count                 | "5"          | string       | integer
          shadow-stats        | /count                 | 1.5          | number       | integer
          shadow-stats        | /count                 | 1e400        | number       | integer
          shadow-events       | /events                | gone         | nothing      | a value
          shadow-events       | /events                | {}           | empty object | array
          shadow-events       | /events/1              | []           | empty array  | object
          shadow-events       | /events/1/corridor     | gone         | nothing      | a value
          shadow-events       | /events/1/corridor     | 7            | number       | string or null
          shadow-events       | /events/1/timestamp    | ""           | empty string | a string of at least 1 characters
          chainiq-v0.3-stats  | /std_delta             | -0.1         | number       | a number of at least 0
          chainiq-v0.3-stats  | /p95_delta             | gone         | nothing      | a value
          chainiq-v0.3-stats  | /time_window_hours     | 169          | number       | a number of at most 168
          chainiq-v0.3-stats  | /time_window_hours     | 0            | number       | a number of at least 1
          chainiq-v0.3-stats  | /time_window_hours     | null         | null         | integer
          chainiq-v0.3-events | /limit                 | 1001         | number       | a number of at most 1000
          chainiq-v0.3-events | /total_count           | -1           | number       | a number of at least 0
          chainiq-v0.3-events | /corridor              | gone         | nothing      | a value
          chainiq-v0.3-events | /events/0/shipment_id  | 1            | number       | string
          chainiq-v0.3-events | /events/0/real_score   | "0.6"        | string       | number
          chainiq-v0.3-events | /events/0/dummy_score  | gone         | nothing      | a value
          chainiq-v0.3-events | /events/0/id           | null         | null         | integer or string
          chainiq-v0.3-events | /events/0/created_at   | "1.1.2026"   | string       | a string that matches ^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}
          """)
  void aChangeBreaksTheContractWhereItIs(
      String name, String place, String value, String found, String expected) throws IOException {
    assertThat(violation(name, place, value))
        .hasValueSatisfying(
            violation -> {
              assertThat(violation.pointer()).isEqualTo(place);
              assertThat(violation.found()).isEqualTo(found);
              assertThat(violation.expected()).isEqualTo(expected);
              assertThat(violation.reason()).isEmpty();
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          shadow-stats        | /model_version          | gone     | SAM requires the version of the model that scored
          shadow-stats        | /model_version          | null     | SAM requires the version of the model that scored
          shadow-stats        | /model_version          | ""       | SAM requires the version of the model that scored
          shadow-events       | /model_version          | gone     | SAM requires the version of the model that scored
          chainiq-v0.3-stats  | /model_version          | gone     | SAM requires the version of the model that scored
          chainiq-v0.3-events | /model_version          | 3        | SAM requires the version of the model that scored
          chainiq-v0.3-events | /events/0/model_version | gone     | SAM requires the version of the model that scored
          shadow-stats        | /avg_delta              | gone     | ALEX requires drift figures: avg_delta, max_delta or corridors
          shadow-stats        | /avg_delta              | "0.1"    | ALEX requires drift figures
          shadow-stats        | /corridors              | 7        | ALEX requires drift figures
          shadow-events       | /events/1/delta         | gone     | ALEX requires drift figures
          shadow-events       | /events/1/delta         | "0.1"    | ALEX requires drift figures
          chainiq-v0.3-stats  | /drift_flag             | gone     | ALEX requires drift figures
          chainiq-v0.3-stats  | /drift_flag             | 0        | ALEX requires drift figures
          chainiq-v0.3-stats  | /median_delta           | null     | ALEX requires drift figures
          chainiq-v0.3-stats  | /max_delta              | gone     | ALEX requires drift figures
          chainiq-v0.3-events | /events/0/delta         | null     | ALEX requires drift figures
          shadow-stats        | /count                  | 0        | the service holds no events; a budget met on an empty table proves nothing
          shadow-events       | /events                 | []       | the service holds no events; a budget met on an empty table proves nothing
          chainiq-v0.3-stats  | /count                  | 0        | the service holds no events; a budget met on an empty table proves nothing
          chainiq-v0.3-events | /events                 | []       | the service holds no events; a budget met on an empty table proves nothing
          """)
  void whatSomeoneAsksForIsRefusedInTheirName(
      String name, String place, String value, String reason) throws IOException {
    assertThat(violation(name, place, value))
        .hasValueSatisfying(
            violation -> {
              assertThat(violation.pointer()).isEqualTo(place);
              assertThat(violation.reason()).hasValue(reason);
            });
  }

  private static Optional<Violation> violation(String name, String place, String value)
      throws IOException {
    JsonNode body = Json.of(BODIES.get(name));
    change(body, JsonPointer.compile(place), value.equals("gone"));
    return contract(name)
        .bodyViolation(body.toString().replace("\"" + HERE + "\"", value).getBytes(UTF_8));
  }

  private static void change(JsonNode body, JsonPointer place, boolean gone) {
    JsonNode parent = body.at(place.head());
    if (parent instanceof ArrayNode array) {
      array.set(place.last().getMatchingIndex(), HERE);
    } else if (gone) {
      ((ObjectNode) parent).remove(place.last().getMatchingProperty());
    } else {
      ((ObjectNode) parent).put(place.last().getMatchingProperty(), HERE);
    }
  }
}
