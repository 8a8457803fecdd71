package io.chainbridge.shadow.gatling;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.Executors;

/**
 * A service in a JVM of its own that holds each answer for a time drawn in advance, and knows how
 * long each has truly taken: from having read the request to having written the answer. A thread
 * for each connection, and no HTTP library in between. Ends with its standard input.
 */
public final class HoldingService implements AutoCloseable {
  private static final byte[] HEALTH = answer("{}");
  private static final byte[] STATS = answer(FixedService.body("stats"));

  private final ServiceJvm jvm;

  private HoldingService(ServiceJvm jvm) {
    this.jvm = jvm;
  }

  /** Starts one. */
  static HoldingService start() throws IOException {
    return new HoldingService(ServiceJvm.start(HoldingService.class));
  }

  /** Where it listens; {@code /stats} is what it holds. */
  URI uri() {
    return jvm.uri();
  }

  /** Forgets all requests, and begins again with the first of the times drawn. */
  void forget() throws IOException {
    ask("/forget");
  }

  /** What the answers took so far, in ns, in the order in which they were asked for. */
  List<Long> times() throws IOException {
    return ask("/times").lines().map(Long::valueOf).toList();
  }

  private String ask(String path) throws IOException {
    try {
      return HttpClient.newHttpClient()
          .send(HttpRequest.newBuilder(uri().resolve(path)).build(), BodyHandlers.ofString())
          .body();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  @Override
  public void close() {
    jvm.close();
  }

  /** Serves. */
  public static void main(String[] args) throws IOException {
    HeldTimes times = new HeldTimes();
    ServerSocket server = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
    var threads = Executors.newCachedThreadPool();
    threads.execute(
        () -> {
          while (true) {
            try {
              Socket socket = server.accept();
              threads.execute(() -> serve(socket, times));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          }
        });
    System.out.println(server.getLocalPort());
    while (System.in.read() >= 0) {
      // whoever started it is there
    }
    System.exit(0);
  }

  private static void serve(Socket socket, HeldTimes times) {
    try (socket) {
      socket.setTcpNoDelay(true);
      BufferedReader requests =
          new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
      String line = requests.readLine();
      while (line != null) {
        String path = line.split(" ", 3)[1];
        while (line != null && !line.isEmpty()) {
          line = requests.readLine();
        }
        answer(socket, path, times);
        line = requests.readLine();
      }
    } catch (IOException e) {
      // the client has gone, as it may
    }
  }

  private static void answer(Socket socket, String path, HeldTimes times) throws IOException {
    switch (path) {
      case "/health" -> socket.getOutputStream().write(HEALTH);
      case "/times" -> socket.getOutputStream().write(answer(times.text()));
      case "/forget" -> {
        times.forget();
        socket.getOutputStream().write(HEALTH);
      }
      default -> {
        HeldTimes.Hold hold = times.next();
        hold.await();
        socket.getOutputStream().write(STATS);
        hold.end();
      }
    }
  }

  private static byte[] answer(String body) {
    return """
    HTTP/1.1 200 OK\r
    Content-Type: application/json\r
    Content-Length: %d\r
    \r
    %s"""
        .formatted(body.getBytes(UTF_8).length, body)
        .getBytes(UTF_8);
  }
}
