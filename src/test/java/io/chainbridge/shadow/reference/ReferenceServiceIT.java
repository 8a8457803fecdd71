package io.chainbridge.shadow.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.chainbridge.shadow.reference.Client.Answer;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceServiceIT {

  private static final Offset<Double> EXACT = Offset.offset(1e-9);

  private static ReferenceService service;
  private static Client client;

  @BeforeAll
  static void start() throws Exception {
    service = ReferenceService.start(ReferenceOptions.DEFAULT);
    service.ready().get(10, TimeUnit.SECONDS);
    client = new Client(service.uri());
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void healthIsOkOnceSeeded() throws Exception {
    assertThat(client.get("/health").status()).isEqualTo(200);
  }

  @Test
  void statsHaveTheFieldsOfBothContracts() throws Exception {
    Answer answer = client.get("/iq/shadow/stats");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("content-type")).isEqualTo("application/json");
    assertThat(answer.bytes()).isLessThan(2_048);
    assertThat(answer.json().fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder(
            "count",
            "mean_delta",
            "median_delta",
            "std_delta",
            "p50_delta",
            "p95_delta",
            "p99_delta",
            "max_delta",
            "drift_flag",
            "model_version",
            "time_window_hours",
            "p50",
            "p95",
            "p99",
            "avg_delta",
            "corridors");
    assertThat(answer.json().path("time_window_hours").intValue()).isEqualTo(24);
    assertThat(answer.json().path("drift_flag").isBoolean()).isTrue();
  }

  @Test
  void statsAreThoseOfTheEventsListed() throws Exception {
    JsonNode stats = client.get("/iq/shadow/stats?hours=8").json();
    JsonNode page = client.get("/iq/shadow/events?hours=8&limit=1000").json();
    List<Double> deltas = doubles(page.path("events"), "delta");
    double mean = deltas.stream().mapToDouble(d -> d).average().orElseThrow();
    double variance =
        deltas.stream().mapToDouble(d -> (d - mean) * (d - mean)).average().orElseThrow();
    assertThat(page.path("total_count").intValue()).isEqualTo(deltas.size());
    assertThat(stats.path("count").intValue()).isEqualTo(deltas.size());
    assertThat(stats.path("mean_delta").doubleValue()).isEqualTo(mean, EXACT);
    assertThat(stats.path("avg_delta")).isEqualTo(stats.path("mean_delta"));
    assertThat(stats.path("std_delta").doubleValue()).isEqualTo(Math.sqrt(variance), EXACT);
    assertThat(stats.path("p50_delta").doubleValue()).isEqualTo(percentile(deltas, 0.50), EXACT);
    assertThat(stats.path("p95_delta").doubleValue()).isEqualTo(percentile(deltas, 0.95), EXACT);
    assertThat(stats.path("p99_delta").doubleValue()).isEqualTo(percentile(deltas, 0.99), EXACT);
    assertThat(stats.path("max_delta").doubleValue()).isEqualTo(percentile(deltas, 1), EXACT);
    assertThat(stats.path("median_delta")).isEqualTo(stats.path("p50_delta"));
    assertThat(stats.path("p50")).isEqualTo(stats.path("p50_delta"));
    assertThat(stats.path("p95")).isEqualTo(stats.path("p95_delta"));
    assertThat(stats.path("p99")).isEqualTo(stats.path("p99_delta"));
    assertThat(texts(stats.path("corridors")))
        .containsExactlyElementsOf(
            new TreeSet<>(
                Client.items(page.path("events")).stream()
                    .map(event -> event.path("corridor"))
                    .filter(JsonNode::isTextual)
                    .map(JsonNode::textValue)
                    .toList()));
  }

  @Test
  void corridorsAddUpToTheEventsThatHaveOne() throws Exception {
    JsonNode corridors = client.get("/iq/shadow/corridors?hours=8").json().path("corridors");
    JsonNode events = client.get("/iq/shadow/events?hours=8&limit=1000").json().path("events");
    assertThat(Client.items(corridors).stream().mapToLong(c -> c.path("count").longValue()).sum())
        .isEqualTo(
            Client.items(events).stream()
                .filter(event -> event.path("corridor").isTextual())
                .count());
    for (JsonNode corridor : corridors) {
      List<Double> deltas =
          Client.items(events).stream()
              .filter(event -> event.path("corridor").equals(corridor.path("corridor")))
              .map(event -> event.path("delta").doubleValue())
              .sorted()
              .toList();
      assertThat(corridor.path("count").intValue()).isEqualTo(deltas.size());
      assertThat(corridor.path("p95_delta").doubleValue())
          .isEqualTo(percentile(deltas, 0.95), EXACT);
    }
  }

  @Test
  void driftComparesAWindowWithTheOneBefore() throws Exception {
    JsonNode drift = client.get("/iq/shadow/drift?hours=4").json();
    JsonNode now = client.get("/iq/shadow/stats?hours=4").json();
    JsonNode both = client.get("/iq/shadow/stats?hours=8").json();
    assertThat(drift.path("drift_flag")).isEqualTo(now.path("drift_flag"));
    assertThat(drift.path("mean_delta").doubleValue())
        .isEqualTo(now.path("mean_delta").doubleValue(), EXACT);
    assertThat(drift.path("baseline_count").intValue())
        .isEqualTo(both.path("count").intValue() - now.path("count").intValue());
    assertThat(drift.path("drift").doubleValue())
        .isEqualTo(
            drift.path("mean_delta").doubleValue()
                - drift.path("baseline_mean_delta").doubleValue(),
            EXACT);
  }

  @Test
  void theSameSeedServesTheSameEvents() throws Exception {
    try (ReferenceService other = ReferenceService.start(ReferenceOptions.DEFAULT)) {
      other.ready().get(10, TimeUnit.SECONDS);
      String newest = "/iq/shadow/events?limit=1&hours=168";
      assertThat(new Client(other.uri()).get(newest).json().at("/events/0/shipment_id"))
          .isEqualTo(client.get(newest).json().at("/events/0/shipment_id"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"stats", "events", "corridors", "drift"})
  void aWindowWithoutEventsHasAnAnswer(String endpoint) throws Exception {
    try (ReferenceService empty = ReferenceService.start(ReferenceOptions.DEFAULT.withEvents(0))) {
      empty.ready().get(10, TimeUnit.SECONDS);
      Answer answer = new Client(empty.uri()).get("/iq/shadow/" + endpoint);
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.json().path("count").asInt(0)).isZero();
      assertThat(answer.json().path("p95_delta").asDouble(0)).isZero();
      assertThat(answer.json().path("drift_flag").asBoolean(false)).isFalse();
    }
  }

  @Test
  void aPortInUseIsToldInOneLine() {
    assertThatExceptionOfType(ReferenceException.class)
        .isThrownBy(
            () ->
                ReferenceService.start(ReferenceOptions.DEFAULT.withPort(service.uri().getPort())))
        .withMessageContaining("port " + service.uri().getPort())
        .withMessageNotContaining("\n");
  }

  /** The percentile of sorted or unsorted values, interpolated linearly, as NumPy has it. */
  private static double percentile(List<Double> values, double q) {
    List<Double> sorted = values.stream().sorted().toList();
    double position = q * (sorted.size() - 1);
    int below = (int) position;
    double low = sorted.get(below);
    double high = sorted.get(Math.min(below + 1, sorted.size() - 1));
    return low + (position - below) * (high - low);
  }

  private static List<Double> doubles(JsonNode array, String name) {
    return Client.items(array).stream().map(node -> node.path(name).doubleValue()).toList();
  }

  private static List<String> texts(JsonNode array) {
    return Client.items(array).stream().map(JsonNode::textValue).toList();
  }
}
