package io.chainbridge.shadow.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.chainbridge.shadow.reference.Client.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Isolated("latencies are measured")
class MisbehaviourIT {

  @Test
  void latencyDelaysManyAnswersWithoutHoldingThreads() throws Exception {
    Duration latency = Duration.ofSeconds(3);
    try (ReferenceService service = start(Faults.NONE.withLatency(latency))) {
      Client client = new Client(service.uri());
      int requests = 4 * HttpServer.threads().getMaxThreads();
      long start = System.nanoTime();
      List<CompletableFuture<Answer>> answers =
          Stream.generate(() -> client.later("/iq/shadow/stats")).limit(requests).toList();
      for (CompletableFuture<Answer> answer : answers) {
        assertThat(answer.get(20, TimeUnit.SECONDS).status()).isEqualTo(200);
      }
      // They would take four times the latency if each held a thread.
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .isBetween(latency, latency.multipliedBy(4).minusMillis(1));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/iq/shadow/stats?hours=0", "/iq/shadow/nothing"})
  void latencyDelaysErrorsToo(String path) throws Exception {
    Duration latency = Duration.ofMillis(200);
    try (ReferenceService service = start(Faults.NONE.withLatency(latency))) {
      long start = System.nanoTime();
      Answer answer = new Client(service.uri()).get(path);
      assertThat(answer.status()).isIn(404, 422);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(latency);
    }
  }

  @Test
  void errorsComeAtTheirRateAndTheSameForTheSameSeed() throws Exception {
    List<Integer> first = statuses(Faults.NONE.withErrorRate(0.3));
    assertThat(first.stream().filter(status -> status == 500).count()).isBetween(15L, 45L);
    assertThat(statuses(Faults.NONE.withErrorRate(0.3))).isEqualTo(first);
  }

  @Test
  void healthStaysHonest() throws Exception {
    try (ReferenceService service = start(Faults.NONE.withErrorRate(1))) {
      Client client = new Client(service.uri());
      assertThat(client.get("/health").status()).isEqualTo(200);
      Answer answer = client.get("/iq/shadow/stats");
      assertThat(answer.status()).isEqualTo(500);
      assertThat(answer.json().path("detail").isTextual()).isTrue();
    }
  }

  @Test
  void eventsCanBeMadeLarge() throws Exception {
    try (ReferenceService service = start(Faults.NONE.withEventsKb(40))) {
      Client client = new Client(service.uri());
      Answer answer = client.get("/iq/shadow/events");
      assertThat(answer.bytes()).isEqualTo(40 * 1_024);
      assertThat(answer.json().path("events")).hasSize(50);
      assertThat(client.post("/iq/shadow/events", "{}").bytes()).isEqualTo(40 * 1_024);
      assertThat(client.get("/iq/shadow/stats").bytes()).isLessThan(2_048);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"stats", "events", "corridors", "drift"})
  void theModelVersionCanBeMissingEverywhere(String endpoint) throws Exception {
    try (ReferenceService service = start(Faults.NONE.withModelVersion(false))) {
      Answer answer = new Client(service.uri()).get("/iq/shadow/" + endpoint);
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.response().body()).doesNotContain("model_version").contains("delta");
    }
  }

  private static List<Integer> statuses(Faults faults) throws Exception {
    try (ReferenceService service = start(faults)) {
      Client client = new Client(service.uri());
      List<Integer> statuses = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        statuses.add(client.get("/iq/shadow/drift").status());
      }
      return statuses;
    }
  }

  private static ReferenceService start(Faults faults) throws Exception {
    ReferenceService service = ReferenceService.start(ReferenceOptions.DEFAULT.withFaults(faults));
    service.ready().get(10, TimeUnit.SECONDS);
    return service;
  }
}
