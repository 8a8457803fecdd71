package io.chainbridge.shadow.notice;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Receivers that are none, or that do not play by the rules: each is told of, and soon. */
@Timeout(120)
class BadReceiverIT {
  private static final String LEAK = "/hooks/s3cr3t-7d1e?sig=s3cr3t";

  @Test
  void aBodyThatDoesNotEndIsNotWaitedFor() {
    CountDownLatch over = new CountDownLatch(1);
    try (Receiver slack =
        Receiver.answering(
            (exchange, number) -> {
              exchange.sendResponseHeaders(200, 0);
              OutputStream body = exchange.getResponseBody();
              body.write('o');
              body.flush();
              await(over);
            })) {
      assertThat(told(slack.at(LEAK))).isEmpty();
      over.countDown();
      assertThat(slack.posts()).hasSize(1);
    }
  }

  @Test
  void aPortThatRefusesIsTold() throws IOException {
    URI nobody = URI.create("http://127.0.0.1:" + freePort() + LEAK);
    assertThat(told(nobody))
        .singleElement()
        .asString()
        .matches("Slack was not told: connection refused, after [2-9] tries");
  }

  /** The kernel takes the connection, and nobody the request. */
  @Test
  void aSocketThatNeverAcceptsIsTold() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      assertThat(told(at(silent)))
          .singleElement()
          .asString()
          .matches("Slack was not told: no answer, after [2-9] tries");
    }
  }

  @Test
  void aServerThatHangsUpIsTold() throws IOException {
    try (Bad hangsUp = new Bad(connection -> {})) {
      assertThat(told(at(hangsUp.socket)))
          .singleElement()
          .asString()
          .matches("Slack was not told: the connection broke off, after [2-9] tries");
    }
  }

  @Test
  void headersThatDripAreNotWaitedForTooLong() throws IOException {
    try (Bad drips =
        new Bad(
            connection -> {
              OutputStream out = connection.getOutputStream();
              out.write("HTTP/1.1 200 OK\r\nX-Slow: ".getBytes(US_ASCII));
              while (true) {
                out.write('x');
                out.flush();
                await(new CountDownLatch(1), Duration.ofMillis(50));
              }
            })) {
      assertThat(told(at(drips.socket)))
          .singleElement()
          .asString()
          .matches("Slack was not told: no answer, after [2-9] tries");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"SSH-2.0-x\r\n", "HTTP/9.9 hello\r\n\r\n", "\r\n\r\n"})
  void whatIsNoHttpIsTold(String nonsense) throws IOException {
    try (Bad talks = new Bad(c -> c.getOutputStream().write(nonsense.getBytes(US_ASCII)))) {
      assertThat(told(at(talks.socket)))
          .singleElement()
          .asString()
          .startsWith("Slack was not told: ")
          .doesNotContain("s3cr3t", "127.0.0.1");
    }
  }

  @Test
  void aHostThatDoesNotExistIsTold() {
    assertThat(told(URI.create("http://no-such-host.invalid" + LEAK)))
        .singleElement()
        .asString()
        .startsWith("Slack was not told: ")
        .doesNotContain("s3cr3t", "invalid");
  }

  /**
   * What is said of a message to that address; generously in time, since the machine may be busy.
   */
  private static List<String> told(URI address) {
    Courier brief = new Courier(Duration.ofMillis(1_500), Duration.ofMillis(400));
    Instant begin = Instant.now();
    List<String> warnings =
        brief.deliver(List.of(new Delivery(Channel.SLACK, address, List.of("{}")))).stream()
            .map(NotTold::warning)
            .toList();
    assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(6));
    return warnings;
  }

  private static URI at(ServerSocket socket) {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort() + LEAK);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void await(CountDownLatch latch) {
    await(latch, Duration.ofMinutes(1));
  }

  private static void await(CountDownLatch latch, Duration patience) {
    try {
      if (latch.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A server that does something with each connection, and closes it. */
  private static final class Bad implements AutoCloseable {
    private interface Behaviour {
      void on(Socket connection) throws IOException;
    }

    private final ServerSocket socket;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    Bad(Behaviour behaviour) throws IOException {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      threads.execute(
          () -> {
            while (!socket.isClosed()) {
              try {
                Socket connection = socket.accept();
                threads.execute(() -> handle(connection, behaviour));
              } catch (IOException e) {
                return; // closed
              }
            }
          });
    }

    private static void handle(Socket connection, Behaviour behaviour) {
      try (connection) {
        behaviour.on(connection);
      } catch (IOException e) {
        // The other side has had enough.
      }
    }

    @Override
    public void close() throws IOException {
      socket.close();
      threads.shutdownNow();
    }
  }
}
