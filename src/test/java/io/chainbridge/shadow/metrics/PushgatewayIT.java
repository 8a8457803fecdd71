package io.chainbridge.shadow.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.chainbridge.shadow.budget.Endpoint;
import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.record.RunSample;
import io.chainbridge.shadow.trend.RunTrend;
import io.chainbridge.shadow.verdict.Verdict;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a push does at servers that are no Pushgateway, or a poor one. */
class PushgatewayIT {
  private static final Endpoint STATS = RunSample.endpoint("stats", Map.of());
  private static final Endpoint EVENTS = RunSample.endpoint("events", Map.of());
  private static final RunRecord RUN =
      RunSample.complete(
          RunSample.measured(STATS, RunSample.ok(20, 12)),
          RunSample.measured(EVENTS, RunSample.ok(20, 7)));
  private static final RunMetrics METRICS =
      new RunMetrics(RUN, Verdict.of(RUN, RunSample.gate(STATS, EVENTS)), RunTrend.NONE);
  private static final Duration GENEROUS = Duration.ofSeconds(60);

  private final List<String> asked = new CopyOnWriteArrayList<>();

  @Test
  void eachEndpointAndTheGateReplaceTheirGroup() throws IOException {
    HttpServer server = server(202, "");
    try {
      new Pushgateway(uri(server.getAddress().getPort())).push(METRICS, GENEROUS);
    } finally {
      server.stop(0);
    }
    assertThat(asked)
        .containsExactlyInAnyOrder(
            "PUT /behind/a/proxy/metrics/job/shadow_load/endpoint/stats/gate/shadow",
            "PUT /behind/a/proxy/metrics/job/shadow_load/endpoint/events/gate/shadow",
            "PUT /behind/a/proxy/metrics/job/shadow_load/gate/shadow");
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 307, 400, 401, 503})
  void whatIsNotTakenIsToldAndNothingElseIsTried(int status) throws IOException {
    HttpServer server = server(status, "pushed metrics are <inconsistent>");
    try {
      Pushgateway gateway = new Pushgateway(uri(server.getAddress().getPort()));
      if (status == 200) {
        gateway.push(METRICS, GENEROUS);
      } else {
        assertThatThrownBy(() -> gateway.push(METRICS, GENEROUS))
            .isInstanceOf(IOException.class)
            .hasMessageContaining("was " + status);
      }
    } finally {
      server.stop(0);
    }
    assertThat(asked).hasSize(status == 200 ? 3 : 1);
  }

  @Test
  void oneThatTricklesItsAnswerHoldsNobodyUp() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<Void> trickling = CompletableFuture.runAsync(() -> trickle(server));
      Pushgateway gateway = new Pushgateway(uri(server.getLocalPort()));
      assertTimeoutPreemptively(
          GENEROUS,
          () ->
              assertThatThrownBy(() -> gateway.push(METRICS, Duration.ofSeconds(1)))
                  .isInstanceOf(IOException.class)
                  .hasMessage("not all groups within 1000 ms"));
      assertThat(trickling).isNotDone();
    }
  }

  @Test
  void oneThatDoesNotAnswerHoldsNobodyUp() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Pushgateway gateway = new Pushgateway(uri(server.getLocalPort()));
      assertTimeoutPreemptively(
          GENEROUS,
          () ->
              assertThatThrownBy(() -> gateway.push(METRICS, Duration.ofSeconds(1)))
                  .isInstanceOf(IOException.class));
    }
  }

  private HttpServer server(int status, String body) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> answer(exchange, status, body));
    server.start();
    return server;
  }

  private void answer(HttpExchange exchange, int status, String body) throws IOException {
    asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
    exchange.getRequestBody().readAllBytes();
    exchange.getResponseHeaders().add("Location", "/elsewhere");
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  /** A header without an end, until the other side has had enough. */
  private static void trickle(ServerSocket server) {
    Executor soon = CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS);
    try (Socket socket = server.accept()) {
      socket
          .getOutputStream()
          .write("HTTP/1.1 200 OK\r\nX-Endless: ".getBytes(StandardCharsets.UTF_8));
      while (!server.isClosed()) {
        socket.getOutputStream().write('x');
        CompletableFuture.runAsync(() -> {}, soon).join();
      }
    } catch (IOException e) {
      // It has had enough.
    }
  }

  private static URI uri(int port) {
    return URI.create("http://127.0.0.1:%d/behind/a/proxy".formatted(port));
  }
}
