package io.chainbridge.shadow.fault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.chainbridge.shadow.process.Order;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** WireMock before a service that answers with what it was asked, in 10,000 bytes. */
@Isolated("times that faults add are measured")
class WireMockProxyIT {
  private static final Duration TIMEOUT = Duration.ofSeconds(2);
  private static final byte[] BODY = "0123456789".repeat(1_000).getBytes(UTF_8);

  private static final Map<String, String> ASKED = new ConcurrentHashMap<>();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static HttpServer target;
  private static WireMockProxy proxy;

  @BeforeAll
  static void start() throws IOException {
    target = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    target.setExecutor(Executors.newCachedThreadPool());
    target.createContext("/", WireMockProxyIT::answer);
    target.start();
    URI uri = URI.create("http://127.0.0.1:" + target.getAddress().getPort());
    proxy = WireMockProxy.start(uri, List.of("stats", "events"), TIMEOUT);
  }

  @BeforeEach
  void withoutAFault() {
    clear();
    ASKED.clear();
  }

  @AfterAll
  static void stop() {
    proxy.close();
    target.stop(0);
  }

  private static void answer(HttpExchange exchange) throws IOException {
    ASKED.put("method", exchange.getRequestMethod());
    ASKED.put("uri", exchange.getRequestURI().toString());
    ASKED.put("body", new String(exchange.getRequestBody().readAllBytes(), UTF_8));
    exchange.getRequestHeaders().forEach((name, values) -> ASKED.put(name, values.get(0)));
    byte[] body = BODY;
    if (exchange.getRequestHeaders().containsKey("X-Gzip")) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
        gzip.write(BODY);
      }
      body = bytes.toByteArray();
      exchange.getResponseHeaders().add("Content-Encoding", "gzip");
    }
    exchange.getResponseHeaders().add("X-Answer", "4-2");
    exchange.sendResponseHeaders(201, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(proxy.uri() + path)).timeout(TIMEOUT);
  }

  private HttpResponse<byte[]> get(String endpoint) throws Exception {
    return client.send(request("/" + endpoint + "/a").build(), BodyHandlers.ofByteArray());
  }

  private void fault(String text) {
    assertThat(proxy.tell(Order.parse("fault " + text))).isEqualTo(Order.of("done"));
  }

  private long clear() {
    return FaultOrder.hit(proxy.tell(Order.of("clear"))).orElseThrow();
  }

  private Duration duration(String endpoint) throws Exception {
    long start = System.nanoTime();
    assertThat(get(endpoint).body()).isEqualTo(BODY);
    return Duration.ofNanos(System.nanoTime() - start);
  }

  @Test
  void allButTheNameOfTheEndpointIsPassedOnAsItIs() throws Exception {
    HttpResponse<byte[]> answer =
        client.send(
            request("/stats/a%20b/c%2Fd/?q=%C3%A4&q=1&e=")
                .header("User-Agent", "shadow-load")
                .header("X-Of-Mine", "a, b")
                .header("Accept-Encoding", "gzip")
                .header("X-Gzip", "1")
                .method("PATCH", BodyPublishers.ofString("{\"a\": 1}"))
                .build(),
            BodyHandlers.ofByteArray());
    assertThat(ASKED)
        .containsEntry("method", "PATCH")
        .containsEntry("uri", "/a%20b/c%2Fd/?q=%C3%A4&q=1&e=")
        .containsEntry("body", "{\"a\": 1}")
        .containsEntry("X-of-mine", "a, b")
        .containsEntry("Accept-encoding", "gzip")
        .containsEntry("User-agent", "shadow-load")
        .containsEntry("Host", "127.0.0.1:" + target.getAddress().getPort());
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.headers().map())
        .containsEntry("X-Answer", List.of("4-2"))
        .containsEntry("Content-Encoding", List.of("gzip"))
        .containsEntry("Content-Length", List.of(String.valueOf(answer.body().length)));
    assertThat(answer.body().length).isLessThan(BODY.length);
  }

  @Test
  void latencyIsAddedToTheEndpointsOfTheFaultAlone() throws Exception {
    fault("kind=latency share=1 endpoints=stats latency=400ms");
    assertThat(duration("stats")).isBetween(Duration.ofMillis(400), Duration.ofMillis(1_500));
    fault("kind=latency share=1 endpoints=stats latency=500ms distribution=uniform jitter=100ms");
    assertThat(duration("stats")).isGreaterThan(Duration.ofMillis(400));
    fault("kind=latency share=1 endpoints=stats latency=300ms distribution=log-normal sigma=0.001");
    assertThat(duration("stats")).isBetween(Duration.ofMillis(250), Duration.ofMillis(1_500));
    assertThat(duration("events")).isLessThan(Duration.ofMillis(250));
    assertThat(clear()).isEqualTo(1);
    assertThat(duration("stats")).isLessThan(Duration.ofMillis(250));
  }

  @Test
  void aBodyComesAsSlowlyAsTheBandwidthSays() throws Exception {
    fault("kind=bandwidth share=1 endpoints=stats,events rate_kb_s=20");
    assertThat(duration("stats")).isBetween(Duration.ofMillis(450), Duration.ofMillis(1_500));
  }

  @Test
  void aResetAnswersNothing() throws Exception {
    fault("kind=reset share=1 endpoints=stats,events");
    assertThatThrownBy(() -> get("stats")).isInstanceOf(IOException.class);
    assertThat(ASKED).isEmpty();
    assertThat(clear()).isPositive(); // the JDK's client asks once more
    assertThat(get("stats").statusCode()).isEqualTo(201);
  }

  @Test
  void aTruncatedBodyIsABrokenConnection() throws Exception {
    fault("kind=truncate share=1 endpoints=stats,events bytes=50");
    assertThatThrownBy(() -> get("stats")).isInstanceOf(IOException.class);
    HttpResponse<InputStream> answer =
        client.send(request("/stats/a").build(), BodyHandlers.ofInputStream());
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.headers().firstValue("Content-Length")).hasValue("10000");
    assertThatThrownBy(() -> answer.body().readAllBytes()).isInstanceOf(IOException.class);
  }

  @Test
  void anErrorComesInPlaceOfTheAnswer() throws Exception {
    fault("kind=error share=1 endpoints=stats");
    assertThat(get("stats").statusCode()).isEqualTo(503);
    fault("kind=error share=1 endpoints=stats status=599");
    assertThat(get("stats").statusCode()).isEqualTo(599);
    assertThat(ASKED).isEmpty();
    assertThat(get("events").statusCode()).isEqualTo(201);
  }

  @Test
  void aBlackholeAnswersNothingUntilTheClientGivesUp() {
    fault("kind=blackhole share=1 endpoints=stats");
    assertThatThrownBy(() -> get("stats")).isInstanceOf(HttpTimeoutException.class);
  }

  @Test
  void theShareIsThatOfTheRequests() throws Exception {
    fault("kind=error share=0.3 endpoints=stats,events");
    int failed = 0;
    for (int i = 0; i < 500; i++) {
      failed += get(i % 2 == 0 ? "stats" : "events").statusCode() == 503 ? 1 : 0;
    }
    assertThat(failed).isBetween(100, 200);
    assertThat(clear()).isEqualTo(failed);
  }
}
