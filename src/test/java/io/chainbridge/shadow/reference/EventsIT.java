package io.chainbridge.shadow.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.chainbridge.shadow.reference.Client.Answer;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EventsIT {

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
  void eventsHaveTheFieldsOfBothContracts() throws Exception {
    Answer answer = client.get("/iq/shadow/events");
    JsonNode page = answer.json();
    assertThat(answer.bytes()).isBetween(12 * 1_024, 16 * 1_024);
    assertThat(page.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder(
            "events", "total_count", "limit", "corridor", "model_version", "time_window_hours");
    assertThat(page.path("events")).hasSize(50);
    assertThat(page.path("corridor").isNull()).isTrue();
    assertThat(page.path("total_count").intValue()).isBetween(1_500, 1_850);
    assertThat(page.path("events"))
        .allSatisfy(
            event -> {
              assertThat(event.fieldNames())
                  .toIterable()
                  .containsExactlyInAnyOrder(
                      "id",
                      "shipment_id",
                      "dummy_score",
                      "real_score",
                      "delta",
                      "model_version",
                      "corridor",
                      "created_at",
                      "timestamp");
              LocalDateTime created = LocalDateTime.parse(event.path("created_at").textValue());
              assertThat(Instant.parse(event.path("timestamp").textValue()))
                  .isEqualTo(created.toInstant(ZoneOffset.UTC));
            });
  }

  @Test
  void eventsComeNewestFirst() throws Exception {
    JsonNode page = client.get("/iq/shadow/events?limit=1000&hours=168").json();
    assertThat(page.path("total_count").intValue()).isEqualTo(5_000);
    assertThat(Client.items(page.path("events")))
        .hasSize(1_000)
        .extracting(event -> event.path("created_at").textValue())
        .isSortedAccordingTo(Comparator.reverseOrder());
  }

  @Test
  void eventsHonourHoursAndCorridor() throws Exception {
    JsonNode all = client.get("/iq/shadow/events?limit=1000&hours=12").json();
    LocalDateTime start = Window.end(LocalDateTime.now(ZoneOffset.UTC)).minusHours(6);
    long expected =
        Client.items(all.path("events")).stream()
            .filter(event -> event.path("corridor").asText().equals("CN-US"))
            .filter(
                event -> LocalDateTime.parse(event.path("created_at").textValue()).isAfter(start))
            .count();
    JsonNode page = client.get("/iq/shadow/events?limit=1000&hours=6&corridor=CN-US").json();
    assertThat(page.path("total_count").longValue()).isBetween(expected - 1, expected + 1);
    assertThat(page.path("corridor").textValue()).isEqualTo("CN-US");
    assertThat(Client.items(page.path("events")))
        .hasSize(page.path("total_count").intValue())
        .allMatch(event -> event.path("corridor").textValue().equals("CN-US"));
  }

  @Test
  void aCorridorThatNoEventHasIsNoError() throws Exception {
    Answer answer = client.get("/iq/shadow/events?corridor=%27%20OR%201=1--");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("total_count").intValue()).isZero();
    assertThat(answer.json().path("corridor").textValue()).isEqualTo("' OR 1=1--");
  }

  @Test
  void postAsksTheSameAsGet() throws Exception {
    JsonNode posted =
        client
            .post(
                "/iq/shadow/events?hours=1",
                "{\"limit\": 3, \"corridor\": \"CN-US\", \"hours\": 48}")
            .json();
    assertThat(posted)
        .isEqualTo(client.get("/iq/shadow/events?limit=3&corridor=CN-US&hours=48").json());
    assertThat(client.post("/iq/shadow/events", "").json().path("limit").intValue()).isEqualTo(50);
  }
}
