package io.chainbridge.shadow.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.chainbridge.shadow.reference.Client.Answer;
import io.javalin.Javalin;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorAnswersIT {

  private final CompletableFuture<EventStore> store = new CompletableFuture<>();
  private Javalin server;
  private Client client;

  @BeforeEach
  void start() throws Exception {
    ServerSocketChannel socket =
        ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    Json json = new Json(true);
    server =
        HttpServer.start(
            socket,
            HttpServer.threads(),
            routes -> {
              new ShadowApi(store, json, 0).route(routes);
              new ErrorAnswers(json).route(routes);
            });
    client = new Client(URI.create("http://127.0.0.1:" + server.port()));
  }

  @AfterEach
  void stop() {
    server.stop();
    if (store.isDone()) {
      store.join().close();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/health", "/iq/shadow/stats", "/iq/shadow/events", "/iq/shadow/drift"})
  void untilItIsSeededTheServiceIsUnavailable(String path) throws Exception {
    Answer before = client.get(path);
    assertThat(before.status()).isEqualTo(503);
    assertThat(before.json().path("detail").isTextual()).isTrue();
    store.complete(EventStore.of(Stream.empty(), new DatabaseLatency()));
    assertThat(client.get(path).status()).isEqualTo(200);
  }

  @Test
  void badParametersAreAllToldAtOnce() throws Exception {
    store.complete(EventStore.of(Stream.empty(), new DatabaseLatency()));
    Answer answer = client.get("/iq/shadow/events?hours=0&limit=abc");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json())
        .isEqualTo(
            new Json(true)
                .read(
                    """
                    {"detail": [
                      {"loc": ["query", "hours"], "type": "greater_than_equal",
                       "msg": "Input should be greater than or equal to 1"},
                      {"loc": ["query", "limit"], "type": "int_parsing",
                       "msg": "Input should be a valid integer, unable to parse string as an integer"}]}
                    """
                        .getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"stats", "corridors", "drift", "events"})
  void everyEndpointChecksItsHours(String endpoint) throws Exception {
    store.complete(EventStore.of(Stream.empty(), new DatabaseLatency()));
    assertThat(client.get("/iq/shadow/" + endpoint + "?hours=169").status()).isEqualTo(422);
  }

  @Test
  void aBodyIsJsonAndAnObject() throws Exception {
    store.complete(EventStore.of(Stream.empty(), new DatabaseLatency()));
    assertThat(client.post("/iq/shadow/events", "{\"limit\":").status()).isEqualTo(400);
    assertThat(client.post("/iq/shadow/events", "[]").status()).isEqualTo(422);
    assertThat(client.post("/iq/shadow/events", "{\"limit\": true}").status()).isEqualTo(422);
    assertThat(client.post("/iq/shadow/events", "{\"unknown\": true}").status()).isEqualTo(200);
  }

  @Test
  void aQueryThatCannotBeDecodedIsMalformed() throws Exception {
    store.complete(EventStore.of(Stream.empty(), new DatabaseLatency()));
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      String request = "GET /iq/shadow/stats?hours=%zz HTTP/1.0\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      assertThat(answer)
          .startsWith("HTTP/1.1 400")
          .endsWith("{\"detail\":\"The query is not valid percent-encoding\"}");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE", "PATCH"})
  void aWrongMethodIsToldTheRightOnes(String method) throws Exception {
    Answer answer = client.send(method, "/iq/shadow/events", BodyPublishers.noBody());
    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("allow").split(", ")).containsExactlyInAnyOrder("GET", "POST");
    assertThat(answer.json().path("detail").textValue()).isEqualTo("Method Not Allowed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/iq", "/iq/shadow", "/iq/shadow/statistics", "/iq%2fshadow"})
  void anUnknownPathIsNotFound(String path) throws Exception {
    Answer answer = client.get(path);
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.json().path("detail").textValue()).isEqualTo("Not Found");
  }

  @Test
  void anUnexpectedErrorTellsNoInternals() throws Exception {
    EventStore closed = EventStore.of(Stream.empty(), new DatabaseLatency());
    closed.close();
    store.complete(closed);
    Answer answer = client.get("/iq/shadow/stats");
    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.response().body()).isEqualTo("{\"detail\":\"Internal Server Error\"}");
  }
}
