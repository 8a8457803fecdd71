package io.chainbridge.shadow.live;

import io.chainbridge.shadow.settings.Durations;
import io.chainbridge.shadow.settings.Settings;
import io.opentelemetry.common.ComponentLoader;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.HttpResponse;
import io.opentelemetry.sdk.common.export.HttpSender;
import io.opentelemetry.sdk.common.export.HttpSenderProvider;
import io.opentelemetry.sdk.common.export.MessageWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * An OpenTelemetry collector as it is seen from here: by one request at a time, which takes no
 * longer than it is given, to the last byte of the answer. It is contacted directly: the forked JVM
 * has a proxy that is not there. Used by one thread.
 */
final class Collector implements HttpSender {
  /** An answer is a few bytes; of one that goes on, the rest is dropped. */
  private static final int MOST_BYTES = 64 * 1024;

  private final Settings.Live live;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .proxy(HttpClient.Builder.NO_PROXY)
          .build();
  private Duration patience = Duration.ZERO;
  private Optional<String> complaint = Optional.empty();

  Collector(Settings.Live live) {
    this.live = live;
  }

  URI uri() {
    return live.otlp();
  }

  /** As an exporter finds it. */
  ComponentLoader asComponent() {
    HttpSenderProvider provider = config -> this;
    return new ComponentLoader() {
      @Override
      public <T> Iterable<T> load(Class<T> spi) {
        return spi.isInstance(provider) ? List.of(spi.cast(provider)) : List.of();
      }
    };
  }

  /** How long the next request may take. */
  void allow(Duration longest) {
    patience = longest;
    complaint = Optional.of("not sent");
  }

  /** What was wrong with the last request, in a few words of ours; empty if nothing was. */
  Optional<String> complaint() {
    return complaint;
  }

  /** Returns when it is over. */
  @Override
  public void send(
      MessageWriter message, Consumer<HttpResponse> onResponse, Consumer<Throwable> onError) {
    try {
      CollectorAnswer answer = ask(request(message));
      complaint = answer.complaint();
      onResponse.accept(answer);
    } catch (TimeoutException e) {
      fail("no answer within " + Durations.text(patience), e, onError);
    } catch (ExecutionException e) {
      fail(reason(e.getCause()), e, onError);
    } catch (IOException e) {
      fail(e.getClass().getSimpleName(), e, onError);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      fail("interrupted", e, onError);
    }
  }

  private HttpRequest request(MessageWriter message) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    message.writeMessage(body);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(live.otlp()).POST(BodyPublishers.ofByteArray(body.toByteArray()));
    request.setHeader("User-Agent", "shadow-load");
    live.headers().values().forEach(request::setHeader);
    return request.setHeader("Content-Type", "application/x-protobuf").build();
  }

  /** The client's own time limit ends with the head of the answer; this one does not. */
  private CollectorAnswer ask(HttpRequest request)
      throws InterruptedException, ExecutionException, TimeoutException {
    CompletableFuture<java.net.http.HttpResponse<byte[]>> exchange =
        client.sendAsync(request, atMost());
    try {
      var answer = exchange.get(patience.toNanos(), TimeUnit.NANOSECONDS);
      return new CollectorAnswer(answer.statusCode(), answer.body());
    } finally {
      exchange.cancel(true);
    }
  }

  private static BodyHandler<byte[]> atMost() {
    return head -> {
      ByteArrayOutputStream kept = new ByteArrayOutputStream();
      return BodySubscribers.mapping(
          BodySubscribers.ofByteArrayConsumer(part -> part.ifPresent(bytes -> keep(bytes, kept))),
          end -> kept.toByteArray());
    };
  }

  private static void keep(byte[] bytes, ByteArrayOutputStream kept) {
    kept.write(bytes, 0, Math.min(bytes.length, MOST_BYTES - kept.size()));
  }

  private void fail(String why, Exception failure, Consumer<Throwable> onError) {
    complaint = Optional.of(why);
    onError.accept(failure);
  }

  private static String reason(@Nullable Throwable failure) {
    if (failure instanceof ConnectException) {
      return failure.getCause() instanceof ConnectException cause
              && cause.getCause() instanceof UnresolvedAddressException
          ? "unknown host"
          : "connection refused";
    }
    return failure instanceof SSLException
        ? "no TLS connection"
        : "connection closed before the end of an answer";
  }

  /** There is nothing to close. */
  @Override
  public CompletableResultCode shutdown() {
    return CompletableResultCode.ofSuccess();
  }
}
