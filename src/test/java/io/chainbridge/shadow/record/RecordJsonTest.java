package io.chainbridge.shadow.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chainbridge.shadow.Golden;
import io.chainbridge.shadow.PublishedSchema;
import io.chainbridge.shadow.contract.Violation;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
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
        "/endpoints/0/contract_violations/0/found",
        "/timeline",
        "/timeline/interval_ms",
        "/timeline/slices",
        "/timeline/slices/1/active_users",
        "/timeline/slices/1/endpoints",
        "/timeline/slices/1/endpoints/stats/failures",
        "/timeline/slices/1/endpoints/stats/latency_histogram"
      })
  void aRecordWithoutOneOfItsKeysIsRefused(String pointer) throws IOException {
    JsonNode json = new ObjectMapper().readTree(RecordJson.write(RUN));
    int last = pointer.lastIndexOf('/');
    ((ObjectNode) json.at(pointer.substring(0, last))).remove(pointer.substring(last + 1));
    assertThatThrownBy(() -> RecordJson.read(json.toString()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(pointer.substring(last + 1));
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          /timeline                                | null | timeline: found null, must be an object
          /timeline/interval_ms                    | -1   | interval_ms: found -1, must be
          /timeline/interval_ms                    | 1.5  | interval_ms: found 1.5, must be
          /timeline/interval_ms                    | 1000000000000 | 1000000000000, must be
          /timeline/slices                         | {}   | slices: found {, must be an array
          /timeline/slices/1                       | 7    | slice: found 7, must be an object
          /timeline/slices/1/active_users          | "2"  | active_users: found 2, must be
          /timeline/slices/1/active_users          | 4294967296 | active_users: found 4294967296,
          /timeline/slices/1/active_users          | 123456789012345678901 | 123456789012345678901
          /timeline/slices/1/endpoints             | []   | endpoints: found [, must be an object
          /timeline/slices/1/endpoints/stats       | 1    | stats: found 1, must be an object
          /timeline/slices/1/endpoints/stats/failures | 1.5 | failures: found 1.5, must be
          /timeline/slices/1/endpoints/stats/latency_histogram | 5 | latency_histogram: found 5,
          /timeline/slices/1/endpoints/stats/latency_histogram | "****" | no HdrHistogram: Illegal
          """)
  void aTimelineThatMakesNoSenseIsRefused(String pointer, String value, String message)
      throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    JsonNode json = mapper.readTree(RecordJson.write(RUN));
    int last = pointer.lastIndexOf('/');
    String key = pointer.substring(last + 1);
    JsonNode parent = json.at(pointer.substring(0, last));
    if (parent instanceof ArrayNode array) {
      array.set(Integer.parseInt(key), mapper.readTree(value));
    } else {
      ((ObjectNode) parent).set(key, mapper.readTree(value));
    }
    assertThatThrownBy(() -> RecordJson.read(json.toString()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void keysMayBeInAnyOrder() throws IOException {
    JsonNode json = new ObjectMapper().readTree(RecordJson.write(RUN));
    assertThat(RecordJson.read(backwards(json).toString())).isEqualTo(RUN);
  }

  private static JsonNode backwards(JsonNode node) {
    if (node.isArray()) {
      ArrayNode same = JsonNodeFactory.instance.arrayNode();
      node.forEach(element -> same.add(backwards(element)));
      return same;
    }
    if (!node.isObject()) {
      return node;
    }
    ObjectNode backwards = JsonNodeFactory.instance.objectNode();
    keysOf(node)
        .descendingIterator()
        .forEachRemaining(key -> backwards.set(key, backwards(node.get(key))));
    return backwards;
  }

  private static Deque<String> keysOf(JsonNode node) {
    Deque<String> keys = new ArrayDeque<>();
    node.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  @Test
  void whatComesAfterARecordIsRefused() {
    assertThatThrownBy(() -> RecordJson.read(RecordJson.write(RUN) + "{}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no JSON: found more after its end");
  }
}
