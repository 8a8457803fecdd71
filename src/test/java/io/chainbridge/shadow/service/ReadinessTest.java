package io.chainbridge.shadow.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.chainbridge.shadow.budget.BudgetFile;
import io.chainbridge.shadow.budget.Gate;
import io.chainbridge.shadow.settings.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service without a health path is asked for its first endpoint. */
class ReadinessTest {
  @TempDir private Path folder;

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private HttpServer service;
  private volatile int status = 200;
  private volatile int failures;

  @BeforeEach
  void start() throws IOException {
    service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    service.createContext("/health", exchange -> answer(exchange, 404));
    service.createContext(
        "/first",
        exchange -> {
          String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
          asked.add(
              "%s %s %s %s"
                  .formatted(
                      exchange.getRequestMethod(),
                      exchange.getRequestHeaders().getFirst("X-Tenant"),
                      exchange.getRequestHeaders().getFirst("Content-Type"),
                      body));
          answer(exchange, asked.size() > failures ? status : 500);
        });
    service.start();
  }

  private static void answer(HttpExchange exchange, int status) throws IOException {
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  @AfterEach
  void stop() {
    service.stop(0);
  }

  @Test
  void asUsersWillAskIt() throws IOException {
    assertThat(await("POST", "\"body\": {\"a\": 1},")).isEmpty();
    assertThat(asked).containsExactly("POST eu application/json {\"a\":1}");
  }

  @Test
  void withAnotherMethodForOneThatTheClientDoesNotKnow() throws IOException {
    assertThat(await("PATCH", "\"body\": {\"a\": 1},")).isEmpty();
    assertThat(asked).containsExactly("OPTIONS eu null ");
  }

  @Test
  void andIsWaitedForWhileItFails() throws IOException {
    failures = 2;
    assertThat(await("GET", "")).isEmpty();
    assertThat(asked).hasSize(3).containsOnly("GET eu null ");
  }

  @Test
  void aRedirectIsAnAnswer() throws IOException {
    status = 302;
    assertThat(await("GET", "")).isEmpty();
    assertThat(asked).hasSize(1);
  }

  private Optional<String> await(String method, String body) throws IOException {
    Path budgets =
        Files.writeString(
            folder.resolve("budgets.json"),
            """
            {"gate": "shadow", "limits": {"p95_latency_ms": 75, "p99_latency_ms": 120},
             "endpoints": {"first": {"method": "%s", %s "path": "/first",
                                     "headers": {"X-Tenant": "eu"}}}}
            """
                .formatted(method, body));
    Gate gate = BudgetFile.readForJudging(budgets);
    URI target = URI.create("http://127.0.0.1:" + service.getAddress().getPort());
    return Readiness.of(
            target,
            gate,
            new Settings.Start(Optional.empty(), Optional.empty(), Duration.ofSeconds(10)))
        .await("");
  }
}
