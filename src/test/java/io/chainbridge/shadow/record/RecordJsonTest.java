package io.chainbridge.shadow.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chainbridge.shadow.Golden;
import io.chainbridge.shadow.PublishedSchema;
import io.chainbridge.shadow.contract.Violation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordJsonTest {
  private static final Golden GOLDEN = new Golden("run.json");

  /** One endpoint of each kind: with errors and violations, without a success, without anything. */
  private static final RunRecord RUN =
      RunSample.run(
          new Ending(Ending.Kind.INTERRUPTED, "stopped after 25 of 60 requests"),
          RunSample.measured(
              RunSample.endpoint("stats", Map.of()),
              RunSample.sizes(1_000, 2_000, 3_000),
              List.of(
                  RunSample.broken(
                      new Violation(
                          "/events/3/delta",
                          "/events/*/delta",
                          "string",
                          "number",
                          List.of(),
                          Optional.of("ALEX requires drift figures")),
                      2),
                  RunSample.broken(
                      new Violation("", "", "HTML", "JSON in UTF-8", List.of(), Optional.empty()),
                      1)),
              RunSample.ok(17, 12),
              RunSample.ko(3, 40, "contract, found string at /events/*/delta, expected number")),
          RunSample.measured(
              RunSample.endpoint("events", "POST", "/iq/shadow/events", Map.of()),
              RunSample.ko(5, 3, "status 200 expected, found 503")),
          RunSample.measured(RunSample.endpoint("drift", Map.of())));

  @Test
  void readsWhatItWrote() {
    assertThat(RecordJson.read(RecordJson.write(RUN))).isEqualTo(RUN);
  }

  @Test
  void whatBecameOfStreamedFiguresIsKept() {
    for (Optional<String> reason : List.of(Optional.of("status 503"), Optional.<String>empty())) {
      RunRecord run =
          RunSample.streamed(
              RUN, new LiveMetrics("http://127.0.0.1:4318/v1/metrics", 9, 4, 1, reason));
      String json = RecordJson.write(run);
      PublishedSchema.RUN.read(json);
      assertThat(RecordJson.read(json)).isEqualTo(run);
    }
  }

  @Test
  void aBranchIsKeptWhereItIsKnown() {
    RunRecord onBranch = RUN.withBranch(Optional.of("feature/x"));
    assertThat(PublishedSchema.RUN.read(RecordJson.write(onBranch)).path("branch").asText())
        .isEqualTo("feature/x");
    assertThat(RecordJson.read(RecordJson.write(onBranch))).isEqualTo(onBranch);
  }

  @Test
  void writesTheGoldenFile() {
    GOLDEN.assertIs(RecordJson.write(RUN), RecordJsonTest::withoutHistograms);
  }

  /** How a histogram is compressed is a matter of the JVM's zlib. */
  private static String withoutHistograms(String json) {
    return json.replaceAll("(histogram\" : \")[^\"]+", "$1...");
  }

  @Test
  void readsTheGoldenFile() {
    assertThat(RecordJson.read(GOLDEN.text())).isEqualTo(RUN);
  }

  @ParameterizedTest
  @EnumSource
  void everyEndingIsKept(Ending.Kind kind) {
    RunRecord run = RUN.withEnding(new Ending(kind, "why"));
    assertThat(RecordJson.read(RecordJson.write(run)).ending()).isEqualTo(run.ending());
  }

  @Test
  void keysAreInSnakeCase() throws IOException {
    assertThat(keys(new ObjectMapper().readTree(RecordJson.write(RUN))))
        .isNotEmpty()
        .allMatch(key -> key.matches("[a-z][a-z0-9]*(_[a-z0-9]+)*"));
  }

  private static List<String> keys(JsonNode node) {
    List<String> keys = new ArrayList<>();
    node.fieldNames().forEachRemaining(keys::add);
    node.forEach(child -> keys.addAll(keys(child)));
    return keys;
  }

  @Test
  void keysOfALaterVersionArePassedOver() throws IOException {
    ObjectNode json = (ObjectNode) new ObjectMapper().readTree(RecordJson.write(RUN));
    json.put("region", "eu").withObject("/load").put("rate", 5);
    assertThat(RecordJson.read(json.toString())).isEqualTo(RUN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``                     | schema_version: found , this reads 1
          {}                     | schema_version: found , this reads 1
          []                     | schema_version: found , this reads 1
          {"schema_version": 2}  | schema_version: found 2, this reads 1
          {"schema_version": {}} | schema_version: found {}, this reads 1
          """)
  void anotherVersionIsRefused(String text, String message) {
    assertThatThrownBy(() -> RecordJson.read(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void aRecordCutAnywhereIsRefused() {
    String text = RecordJson.write(RUN).strip();
    for (int length = 0; length < text.length(); length++) {
      String cut = text.substring(0, length);
      assertThatThrownBy(() -> RecordJson.read(cut))
          .as("cut at %d", length)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/run_id",
        "/started_at",
        "/duration_ms",
        "/load",
        "/load/timeout_ms",
        "/ending/kind",
        "/endpoints",
        "/endpoints/0/latency_histogram",
        "/endpoints/0/response_size/histogram",
        "/endpoints/0/errors/0/count",
        "/endpoints/0/contract_violations/0/found"
      })
  void aRecordWithoutOneOfItsKeysIsRefused(String pointer) throws IOException {
    JsonNode json = new ObjectMapper().readTree(RecordJson.write(RUN));
    int last = pointer.lastIndexOf('/');
    ((ObjectNode) json.at(pointer.substring(0, last))).remove(pointer.substring(last + 1));
    assertThatThrownBy(() -> RecordJson.read(json.toString()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "/started_at, yesterday",
    "/ending/kind, exploded",
    "/endpoints/0/latency_histogram, HISTF",
    "/endpoints/0/success_latency_histogram, ''"
  })
  void aRecordWithAValueThatMakesNoSenseIsRefused(String pointer, String value) throws IOException {
    JsonNode json = new ObjectMapper().readTree(RecordJson.write(RUN));
    int last = pointer.lastIndexOf('/');
    ((ObjectNode) json.at(pointer.substring(0, last))).put(pointer.substring(last + 1), value);
    assertThatThrownBy(() -> RecordJson.read(json.toString()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
