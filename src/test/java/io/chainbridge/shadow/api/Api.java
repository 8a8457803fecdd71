package io.chainbridge.shadow.api;

import io.chainbridge.shadow.budget.Header;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/**
 * The API of the service under test.
 *
 * @param embedded whether it is the reference service, of whose data more is known
 * @param timeout of each request
 * @param headers that the budget file gives its first endpoint, such as one with a token
 */
record Api(URI service, boolean embedded, Duration timeout, List<Header> headers) {
  static final String STATS = "/iq/shadow/stats";
  static final String EVENTS = "/iq/shadow/events";

  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .proxy(HttpClient.Builder.NO_PROXY)
          .build();

  Reply get(String pathAndQuery) {
    return send("GET", pathAndQuery, "");
  }

  Reply post(String path, String body) {
    return send("POST", path, body);
  }

  /** With a body that says it is JSON, unless it is empty. */
  Reply send(String method, String pathAndQuery, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(service + pathAndQuery))
            .timeout(timeout)
            .header("Accept", "application/json")
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (!body.isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    headers.forEach(header -> request.setHeader(header.name(), header.value()));
    String question = "%s %s %s".formatted(method, pathAndQuery, body).strip();
    try {
      return new Reply(question, HTTP.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(question + " had no answer: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(question + " was interrupted", e);
    }
  }
}
