package io.chainbridge.shadow.gatling;

import io.chainbridge.shadow.budget.Endpoint;
import io.chainbridge.shadow.budget.Gate;
import io.chainbridge.shadow.budget.Variant;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

/** Waits until a target answers, so that a service that is still starting is not measured. */
final class Readiness {
  /** How long a target may take to answer, counted from the start of this process. */
  static final Duration BOUND = Duration.ofSeconds(30);

  private static final Duration LONGEST_ATTEMPT = Duration.ofSeconds(5);
  private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(200);

  private final URI target;
  private final Gate gate;
  private final Instant deadline;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .proxy(HttpClient.Builder.NO_PROXY)
          .build();

  /** The last reason for which an attempt had no answer. */
  private String silence = "no answer";

  /** Whether anything answered over HTTP at all, be it with an error. */
  private boolean answered;

  /** Whether TLS was spoken to someone who does not speak it, which waiting will not change. */
  private boolean plain;

  private Readiness(URI target, Gate gate, Instant deadline) {
    this.target = target;
    this.gate = gate;
    this.deadline = deadline;
  }

  /**
   * Waits until the target's health path answers 2xx, or its first endpoint anything but a server
   * error. A target that answers with server errors until the deadline is measured as it is.
   *
   * @return empty when there is something to measure; else why not, in one sentence
   */
  static Optional<String> await(URI target, Gate gate, Instant deadline) {
    return new Readiness(target, gate, deadline).await();
  }

  private Optional<String> await() {
    while (!ready() && !plain && Instant.now().isBefore(deadline)) {
      pause();
    }
    if (plain) {
      return Optional.of(
          "what listens at %s speaks no TLS. Give -DbaseUrl with http:// instead of https://."
              .formatted(target));
    }
    return answered
        ? Optional.empty()
        : Optional.of(
            "no service answered %s%s within %d s (%s). Start it, or leave out -DbaseUrl to use the embedded one."
                .formatted(target, gate.health(), BOUND.toSeconds(), silence));
  }

  private boolean ready() {
    int health = status(request(gate.health()).GET());
    if (health >= 200 && health < 300) {
      return true;
    }
    if (health == 0) {
      return false;
    }
    int first = status(firstRequest());
    return first != 0 && first < 500;
  }

  /** The status of the answer; 0 without one. */
  private int status(HttpRequest.Builder request) {
    Duration left = Duration.between(Instant.now(), deadline);
    if (left.isNegative() || left.isZero()) {
      return 0;
    }
    Duration timeout = left.compareTo(LONGEST_ATTEMPT) < 0 ? left : LONGEST_ATTEMPT;
    try {
      int status =
          client.send(request.timeout(timeout).build(), BodyHandlers.discarding()).statusCode();
      answered = true;
      return status;
    } catch (SSLHandshakeException e) {
      answered = true; // by someone whom Java does not trust, as Gatling does
      return 200;
    } catch (SSLException e) {
      plain = true;
      return 0;
    } catch (IOException e) {
      silence = reason(e, timeout);
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  private static String reason(IOException failure, Duration timeout) {
    if (failure instanceof HttpTimeoutException) {
      return "no answer for %d ms".formatted(timeout.toMillis());
    }
    if (failure instanceof ConnectException) {
      return hasCause(failure, UnresolvedAddressException.class)
          ? "unknown host"
          : "connection refused";
    }
    return "connection closed without an answer";
  }

  private static boolean hasCause(Throwable failure, Class<? extends Throwable> type) {
    return failure.getCause() != null
        && (type.isInstance(failure.getCause()) || hasCause(failure.getCause(), type));
  }

  private HttpRequest.Builder firstRequest() {
    Endpoint endpoint = gate.endpoints().get(0);
    Variant variant = endpoint.variants().get(0);
    HttpRequest.Builder request =
        request(variant.pathAndQuery())
            .method(
                endpoint.method(),
                variant.body().map(BodyPublishers::ofString).orElse(BodyPublishers.noBody()));
    variant.body().ifPresent(body -> request.setHeader("Content-Type", "application/json"));
    endpoint.headers().forEach(header -> request.setHeader(header.name(), header.value()));
    return request;
  }

  private HttpRequest.Builder request(String pathAndQuery) {
    return HttpRequest.newBuilder(URI.create(target + pathAndQuery));
  }

  private static void pause() {
    CompletableFuture.runAsync(
            () -> {},
            CompletableFuture.delayedExecutor(BETWEEN_ATTEMPTS.toMillis(), TimeUnit.MILLISECONDS))
        .join();
  }
}
