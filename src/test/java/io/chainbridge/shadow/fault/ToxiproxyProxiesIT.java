package io.chainbridge.shadow.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.chainbridge.shadow.budget.BudgetFile;
import io.chainbridge.shadow.budget.Endpoint;
import io.chainbridge.shadow.budget.Fault;
import io.chainbridge.shadow.budget.FaultKind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a Toxiproxy is told, by a double that takes orders as its documentation says. */
class ToxiproxyProxiesIT {
  private static final List<Endpoint> ENDPOINTS =
      BudgetFile.readForJudging(Path.of("budgets/shadow.json")).endpoints();

  private static final byte[] BODY = new byte[20_000];

  private final ToxiproxyDouble toxiproxy = ToxiproxyDouble.start();
  private HttpServer target;
  private ToxiproxyProxies proxies;

  @BeforeEach
  void open() throws IOException, FaultException {
    target = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    target.setExecutor(Executors.newCachedThreadPool());
    target.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, BODY.length);
          exchange.getResponseBody().write(BODY);
          exchange.close();
        });
    target.start();
    URI uri = URI.create("http://127.0.0.1:" + target.getAddress().getPort() + "/api");
    proxies = ToxiproxyProxies.open(toxiproxy.uri(), uri, ENDPOINTS);
  }

  @AfterEach
  void close() {
    proxies.close();
    toxiproxy.close();
    target.stop(0);
  }

  private static Fault fault(FaultKind kind, double share, Map<String, String> parameters) {
    return new Fault(
        "a",
        kind,
        parameters,
        share,
        Duration.ZERO,
        Duration.ofSeconds(1),
        List.of("stats"),
        Optional.empty(),
        Optional.empty());
  }

  private byte[] ask(String endpoint) throws Exception {
    Endpoint asked =
        ENDPOINTS.stream().filter(one -> one.name().equals(endpoint)).findFirst().orElseThrow();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(proxies.address(asked) + "/x"))
            .POST(BodyPublishers.ofString("{}"))
            .timeout(Duration.ofSeconds(2))
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray()).body();
  }

  @Test
  void thereIsAProxyForEachEndpointUntilTheRunEnds() throws Exception {
    assertThat(proxies.address(ENDPOINTS.get(0)).getPath()).isEqualTo("/api");
    assertThat(toxiproxy.proxies()).hasSize(2).allMatch(name -> name.startsWith("shadow-load-"));
    assertThat(ask("stats")).hasSize(BODY.length);
    proxies.close();
    assertThat(toxiproxy.proxies()).isEmpty();
  }

  @Test
  void latencyIsThatOfTheEndpointsOfTheFaultUntilItIsTakenOut() throws Exception {
    proxies.begin(
        fault(
            FaultKind.LATENCY,
            1,
            Map.of("latency", "300ms", "distribution", "uniform", "jitter", "20ms")));
    assertThat(toxiproxy.orders()).last().isEqualTo("latency {\"latency\":300,\"jitter\":20}");
    long start = System.nanoTime();
    assertThat(ask("stats")).hasSize(BODY.length);
    assertThat(System.nanoTime() - start).isGreaterThan(300_000_000L);
    assertThat(proxies.end()).isEmpty();
    assertThat(toxiproxy.orders()).last().isEqualTo("DELETE");
    proxies.begin(fault(FaultKind.BANDWIDTH, 1, Map.of("rate_kb_s", "50")));
    start = System.nanoTime();
    assertThat(ask("stats")).hasSize(BODY.length);
    assertThat(System.nanoTime() - start).isGreaterThan(300_000_000L);
  }

  @Test
  void connectionsAreBrokenInEachOfItsWays() throws Exception {
    proxies.begin(fault(FaultKind.RESET, 1, Map.of()));
    assertThatThrownBy(() -> ask("stats")).isInstanceOf(IOException.class);
    assertThat(ask("events")).hasSize(BODY.length);
    proxies.end();
    proxies.begin(fault(FaultKind.TRUNCATE, 1, Map.of("bytes", "1000")));
    assertThatThrownBy(() -> ask("stats")).isInstanceOf(IOException.class);
    proxies.end();
    proxies.begin(fault(FaultKind.BLACKHOLE, 1, Map.of()));
    assertThatThrownBy(() -> ask("stats")).isInstanceOf(HttpTimeoutException.class);
    proxies.end();
    assertThat(ask("stats")).hasSize(BODY.length);
  }

  @Test
  void theShareIsThatOfTheConnections() throws Exception {
    proxies.begin(fault(FaultKind.RESET, 0.25, Map.of()));
    int failed = 0;
    for (int i = 0; i < 100; i++) {
      try {
        ask("stats");
      } catch (IOException e) {
        failed++;
      }
    }
    assertThat(failed).isBetween(5, 95);
  }

  @Test
  void whatItCannotDoIsKnownBefore() {
    assertThat(ToxiproxyProxies.can(fault(FaultKind.ERROR, 1, Map.of()))).isFalse();
    assertThat(
            ToxiproxyProxies.can(
                fault(
                    FaultKind.LATENCY,
                    1,
                    Map.of("latency", "1s", "distribution", "log-normal", "sigma", "1"))))
        .isFalse();
    assertThat(ToxiproxyProxies.can(fault(FaultKind.RESET, 1, Map.of()))).isTrue();
  }
}
