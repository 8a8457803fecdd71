package io.chainbridge.shadow.gatling;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;

/** What a {@link Target} does with a request: the many ways to answer one, well or not. */
@FunctionalInterface
interface Answer {
  /**
   * Answers.
   *
   * @param number of the request among those of its path, from 0
   */
  void to(HttpExchange exchange, int number) throws IOException;

  static Answer json(String body) {
    return body("application/json", body.getBytes(UTF_8));
  }

  static Answer body(String contentType, byte[] body) {
    return (exchange, number) -> {
      exchange.getResponseHeaders().set("Content-Type", contentType);
      exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(body);
      }
    };
  }

  static Answer status(int status) {
    return (exchange, number) -> {
      exchange.sendResponseHeaders(status, -1);
      exchange.close();
    };
  }

  static Answer redirect(URI elsewhere) {
    return with("Location", elsewhere.toString(), status(307));
  }

  static Answer closing(String json) {
    return with("Connection", "close", json(json));
  }

  static Answer gzipped(String json) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(json.getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return with("Content-Encoding", "gzip", body("application/json", packed.toByteArray()));
  }

  /** 304 to whoever asks for a newer one. */
  static Answer tagged(String json) {
    Answer whole = with("ETag", "\"1\"", json(json));
    return (exchange, number) ->
        (exchange.getRequestHeaders().containsKey("If-None-Match") ? status(304) : whole)
            .to(exchange, number);
  }

  /** In many small chunks. */
  static Answer chunked(String json) {
    return (exchange, number) -> {
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, 0);
      byte[] bytes = json.getBytes(UTF_8);
      try (OutputStream out = exchange.getResponseBody()) {
        for (int from = 0; from < bytes.length; from += 50) {
          out.write(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + 50)));
          out.flush();
        }
      }
    };
  }

  /** Closes the connection without a word. */
  static Answer hangUp() {
    return (exchange, number) -> exchange.close();
  }

  /** Closes the connection in the middle of the body. */
  static Answer cut() {
    return (exchange, number) -> {
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, 1000);
      exchange.getResponseBody().write('{');
      exchange.getResponseBody().flush();
      exchange.close();
    };
  }

  /** Keeps the connection open without a word. */
  static Answer silence() {
    return (exchange, number) -> {};
  }

  static Answer with(String header, String value, Answer answer) {
    return (exchange, number) -> {
      Headers headers = exchange.getResponseHeaders();
      headers.set(header, value);
      answer.to(exchange, number);
    };
  }

  /** The same, later; no thread waits. */
  default Answer after(Duration delay) {
    return (exchange, number) ->
        CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS)
            .execute(
                () -> {
                  try {
                    to(exchange, number);
                  } catch (IOException e) {
                    exchange.close(); // whoever asked has gone
                  }
                });
  }

  /**
   * The same, one at a time and each taking so long, so that the target can answer just so many a
   * second; who comes while it is busy waits for all who came before.
   */
  default Answer oneAtATime(Duration each) {
    AtomicLong free = new AtomicLong(System.nanoTime());
    return (exchange, number) -> {
      long now = System.nanoTime();
      long done = free.updateAndGet(last -> Math.max(last, now) + each.toNanos());
      after(Duration.ofNanos(done - now)).to(exchange, number);
    };
  }

  /**
   * The same, but as much later as is due so long after its first request.
   *
   * @param warmUps so many requests come before the first
   */
  default Answer after(int warmUps, Function<Duration, Duration> delay) {
    AtomicLong first = new AtomicLong();
    return (exchange, number) -> {
      if (number < warmUps) {
        to(exchange, number);
        return;
      }
      first.compareAndSet(0, System.nanoTime());
      after(delay.apply(Duration.ofNanos(System.nanoTime() - first.get()))).to(exchange, number);
    };
  }

  /** This answer, but another to the first few of each so many requests. */
  default Answer but(Answer other, int few, int each) {
    return (exchange, number) -> (number % each < few ? other : this).to(exchange, number);
  }
}
