package io.chainbridge.shadow.service;

import io.chainbridge.shadow.budget.Endpoint;
import io.chainbridge.shadow.budget.Gate;
import io.chainbridge.shadow.budget.Variant;
import io.chainbridge.shadow.settings.Durations;
import io.chainbridge.shadow.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

/** Waits until a target answers, so that a service that is still starting is not measured. */
final class Readiness {
  private static final Duration LONGEST_ATTEMPT = Duration.ofSeconds(5);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(10);
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(200);

  private final URI target;
  private final Gate gate;
  private final Settings.Start start;
  private final Instant deadline;
  private final BooleanSupplier gone;

  /**
   * Until the next attempt: a service that has just come up is found soon, a late one not asked
   * often.
   */
  private Duration pause = FIRST_PAUSE;

  /** The last reason for which an attempt had no answer. */
  private String silence = "no answer";

  /** Whether anything answered over HTTP as it must to be measured, be it with an error. */
  private boolean answered;

  /** Whether TLS was spoken to someone who does not speak it, which waiting will not change. */
  private boolean plain;

  /**
   * @param deadline until which to wait
   * @param gone whether there is nobody left to wait for
   */
  Readiness(URI target, Gate gate, Settings.Start start, Instant deadline, BooleanSupplier gone) {
    this.target = target;
    this.gate = gate;
    this.start = start;
    this.deadline = deadline;
    this.gone = gone;
  }

  /** Of a target that nobody here can see end; its time counts from now. */
  static Readiness of(URI target, Gate gate, Settings.Start start) {
    return new Readiness(target, gate, start, Instant.now().plus(start.timeout()), () -> false);
  }

  /**
   * Waits until the address that the user gave answers 2xx; without one, until the target's health
   * path does, or its first endpoint answers anything but a server error. A target that answers
   * there with server errors until the deadline is measured as it is.
   *
   * @param advice what to do where nobody answers, after the sentence that says so
   * @return empty when there is something to measure; else why not, in sentences
   */
  Optional<String> await(String advice) {
    while (!ready() && !plain && !gone.getAsBoolean() && Instant.now().isBefore(deadline)) {
      pause();
    }
    if (plain) {
      return Optional.of(
          "what listens at %s speaks no TLS. Give http:// instead of https://."
              .formatted(health()));
    }
    return answered && !gone.getAsBoolean()
        ? Optional.empty()
        : Optional.of(
            "no service answered %s within %s (%s).%s"
                .formatted(health(), Durations.text(start.timeout()), silence, advice));
  }

  private URI health() {
    return start
        .healthUrl()
        .map(url -> url.isAbsolute() ? url : URI.create(target + url.toString()))
        .orElseGet(() -> URI.create(target + gate.health()));
  }

  private boolean ready() {
    int health = status(health(), connection -> {});
    boolean well = health >= 200 && health < 300;
    if (start.healthUrl().isPresent()) {
      silence = health == 0 ? silence : "status %d, not 2xx".formatted(health);
      answered = well;
      return well;
    }
    answered |= health != 0;
    if (well || health == 0) {
      return well;
    }
    Endpoint endpoint = gate.endpoints().get(0);
    Variant variant = endpoint.variants().get(0);
    int first =
        status(
            URI.create(target + variant.pathAndQuery()),
            connection -> ask(connection, endpoint, variant));
    return first != 0 && first < 500;
  }

  private interface Question {
    void ask(HttpURLConnection connection) throws IOException;
  }

  /** The status of the answer; 0 without one. */
  private int status(URI uri, Question question) {
    Duration left = Duration.between(Instant.now(), deadline);
    if (left.toMillis() <= 0) {
      return 0;
    }
    Duration timeout = left.compareTo(LONGEST_ATTEMPT) < 0 ? left : LONGEST_ATTEMPT;
    HttpURLConnection connection;
    try {
      connection = (HttpURLConnection) uri.toURL().openConnection(Proxy.NO_PROXY);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try {
      connection.setInstanceFollowRedirects(false);
      connection.setConnectTimeout((int) timeout.toMillis());
      connection.setReadTimeout((int) timeout.toMillis());
      question.ask(connection);
      return Math.max(0, connection.getResponseCode());
    } catch (SSLHandshakeException e) {
      return 200; // by someone whom Java does not trust, as Gatling does
    } catch (SSLException e) {
      plain = true;
      return 0;
    } catch (IOException e) {
      silence = reason(e, timeout);
      return 0;
    } finally {
      connection.disconnect();
    }
  }

  private static String reason(IOException failure, Duration timeout) {
    if (failure instanceof SocketTimeoutException) {
      return "no answer for %d ms".formatted(timeout.toMillis());
    }
    if (failure instanceof UnknownHostException) {
      return "unknown host";
    }
    return failure instanceof ConnectException
        ? "connection refused"
        : "connection closed without an answer";
  }

  /** As users will, but that this client of the JDK's knows no PATCH. */
  private static void ask(HttpURLConnection connection, Endpoint endpoint, Variant variant)
      throws IOException {
    endpoint
        .headers()
        .forEach(header -> connection.setRequestProperty(header.name(), header.value()));
    if (endpoint.method().equals("PATCH")) {
      connection.setRequestMethod("OPTIONS");
      return;
    }
    connection.setRequestMethod(endpoint.method());
    if (variant.body().isPresent()) {
      if (connection.getRequestProperty("Content-Type") == null) {
        connection.setRequestProperty("Content-Type", "application/json");
      }
      connection.setDoOutput(true);
      connection.getOutputStream().write(variant.body().get().getBytes(StandardCharsets.UTF_8));
    }
  }

  private void pause() {
    CompletableFuture.runAsync(
            () -> {}, CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS))
        .join();
    Duration longer = pause.multipliedBy(2);
    pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
  }
}
