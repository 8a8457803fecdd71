package io.chainbridge.shadow.fault;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * Has a proxy pass requests on to itself, many at once, before it is asked for anything else: the
 * first seconds of a fresh JVM would be taken for the service's. Takes five seconds at most.
 */
final class ProxyWarmUp {
  /** No endpoint has a name that begins so. */
  private static final String PREFIX = "/~";

  private static final int AT_ONCE = 32;
  private static final int ROUNDS = 100;
  private static final Duration LONGEST = Duration.ofSeconds(5);

  private ProxyWarmUp() {}

  /** Of a server that has started. */
  static void of(WireMockServer server) {
    String root = "http://127.0.0.1:" + server.port();
    ResponseDefinitionBuilder answer = ok("{}".repeat(2_000));
    StubMapping answered = server.stubFor(any(urlEqualTo(PREFIX)).willReturn(answer));
    StubMapping passedOn =
        server.stubFor(
            any(urlEqualTo(PREFIX + PREFIX))
                .willReturn(ok().proxiedFrom(root).withProxyUrlPrefixToRemove(PREFIX)));
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(root + PREFIX + PREFIX))
            .POST(BodyPublishers.ofString("{}"))
            .timeout(LONGEST)
            .build();
    long start = System.nanoTime();
    for (int round = 0; round < ROUNDS && System.nanoTime() - start < LONGEST.toNanos(); round++) {
      CompletableFuture.allOf(
              Stream.generate(() -> client.sendAsync(request, BodyHandlers.discarding()))
                  .limit(AT_ONCE)
                  .toArray(CompletableFuture<?>[]::new))
          .exceptionally(failure -> null)
          .join();
    }
    server.removeStubMapping(answered);
    server.removeStubMapping(passedOn);
  }
}
