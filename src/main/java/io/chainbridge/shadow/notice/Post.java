package io.chainbridge.shadow.notice;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/**
 * Posts JSON, once. Only to the very address: without a proxy, since a proxy of this JVM is none of
 * the user's, and without following redirects, since an address may be a secret. Safe for use by
 * many threads.
 */
final class Post {
  private final HttpClient client;

  /**
   * @param patience to connect
   */
  Post(Duration patience) {
    client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .proxy(HttpClient.Builder.NO_PROXY)
            .connectTimeout(patience)
            .build();
  }

  /**
   * Waits for status and headers; how long the body takes does not matter.
   *
   * @param patience for all of it, above zero
   */
  Reply send(URI address, String body, Duration patience) {
    CompletableFuture<Reply> reply = new CompletableFuture<>();
    CompletableFuture<HttpResponse<Void>> exchange =
        client.sendAsync(
            request(address, body, patience),
            head -> {
              reply.complete(Reply.of(head.statusCode(), head.headers(), Instant.now()));
              return HttpResponse.BodySubscribers.discarding();
            });
    CompletableFuture<?> failure =
        exchange.whenComplete(
            (response, e) -> {
              if (e != null) {
                reply.complete(Reply.failed(reason(e)));
              }
            });
    try {
      return reply.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      exchange.cancel(true);
      return Reply.failed("no answer");
    } catch (ExecutionException e) {
      return Reply.failed(reason(e));
    } catch (InterruptedException e) {
      failure.cancel(true);
      Thread.currentThread().interrupt();
      return Reply.failed("this process was stopped");
    }
  }

  private static HttpRequest request(URI address, String body, Duration patience) {
    return HttpRequest.newBuilder(address)
        .timeout(patience)
        .header("Content-Type", "application/json; charset=utf-8")
        .header("User-Agent", "shadow-load")
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  /** By its kind alone: what an exception says may hold the address. */
  private static String reason(Throwable failure) {
    if (has(failure, UnresolvedAddressException.class)) {
      return "its host is not known";
    }
    if (has(failure, HttpTimeoutException.class)) {
      return "no answer";
    }
    if (has(failure, ConnectException.class)) {
      return "connection refused";
    }
    if (has(failure, SSLException.class)) {
      return "no TLS connection";
    }
    return has(failure, IOException.class)
        ? "the connection broke off"
        : root(failure).getClass().getSimpleName();
  }

  private static boolean has(Throwable failure, Class<? extends Throwable> kind) {
    return causes(failure).anyMatch(kind::isInstance);
  }

  private static Throwable root(Throwable failure) {
    return causes(failure).reduce((one, next) -> next).orElse(failure);
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(
            Optional.of(failure),
            Optional::isPresent,
            cause -> cause.flatMap(one -> Optional.ofNullable(one.getCause())))
        .flatMap(Optional::stream);
  }
}
