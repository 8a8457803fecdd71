package io.chainbridge.shadow.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;

/** A plain HTTP client of a service, for tests. */
record Client(URI service) {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** What a service said. */
  record Answer(HttpResponse<String> response) {

    int status() {
      return response.statusCode();
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    int bytes() {
      return Integer.parseInt(header("content-length"));
    }

    JsonNode json() throws IOException {
      return MAPPER.readTree(response.body());
    }
  }

  static List<JsonNode> items(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }

  Answer get(String path) throws Exception {
    return send("GET", path, BodyPublishers.noBody());
  }

  Answer post(String path, String body) throws Exception {
    return send("POST", path, BodyPublishers.ofString(body));
  }

  Answer send(String method, String path, BodyPublisher body) throws Exception {
    return new Answer(HTTP.send(request(method, path, body), BodyHandlers.ofString()));
  }

  CompletableFuture<Answer> later(String path) {
    return HTTP.sendAsync(request("GET", path, BodyPublishers.noBody()), BodyHandlers.ofString())
        .thenApply(Answer::new);
  }

  private HttpRequest request(String method, String path, BodyPublisher body) {
    return HttpRequest.newBuilder(URI.create(service + path))
        .timeout(Duration.ofSeconds(20))
        .header("Content-Type", "application/json")
        .method(method, body)
        .build();
  }
}
