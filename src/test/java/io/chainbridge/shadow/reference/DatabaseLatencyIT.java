package io.chainbridge.shadow.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.chainbridge.shadow.process.Order;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("latencies are measured")
class DatabaseLatencyIT {
  private final ReferenceService service = ReferenceService.start(ReferenceOptions.DEFAULT);
  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeEach
  void isReady() {
    service.ready().join();
  }

  @AfterEach
  void close() {
    service.close();
  }

  private Duration ask(String path) throws Exception {
    long start = System.nanoTime();
    HttpRequest request = HttpRequest.newBuilder(URI.create(service.uri() + path)).build();
    assertThat(client.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
    return Duration.ofNanos(System.nanoTime() - start);
  }

  @Test
  void statementsTakeLongerUntilTheyAreLetGoAndWhatNeedsNoneDoesNot() throws Exception {
    ask("/iq/shadow/stats?hours=24");
    assertThat(service.tell(Order.parse("fault kind=database_latency share=1 latency=500ms")))
        .isEqualTo(Order.of("done"));
    assertThat(ask("/iq/shadow/stats?hours=24")).isGreaterThan(Duration.ofMillis(500));
    assertThat(ask("/health")).isLessThan(Duration.ofMillis(500));
    Order cleared = service.tell(Order.of("clear"));
    assertThat(Integer.parseInt(cleared.value("hit").orElseThrow())).isPositive();
    assertThat(ask("/iq/shadow/stats?hours=24")).isLessThan(Duration.ofMillis(500));
  }

  @Test
  void aShareOfThemDoes() throws Exception {
    service.tell(Order.parse("fault share=0.5 latency=1ms"));
    for (int i = 0; i < 100; i++) {
      ask("/iq/shadow/stats?hours=24");
    }
    Order cleared = service.tell(Order.of("clear"));
    int statements = 100;
    assertThat(Integer.parseInt(cleared.value("hit").orElseThrow()))
        .isGreaterThan(statements / 5)
        .isLessThan(3 * statements);
  }
}
