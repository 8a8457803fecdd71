package io.chainbridge.shadow.notice;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A real HTTP server on loopback that keeps what it is posted and answers as a test decides. */
public final class Receiver implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Post> posts = new CopyOnWriteArrayList<>();
  private final Answer answer;

  /** What was posted, at which path and how. */
  public record Post(String path, String contentType, String body) {}

  /** Says how to answer the post of a number, from 0. */
  public interface Answer {
    void to(HttpExchange exchange, int number) throws IOException;
  }

  private Receiver(HttpServer server, Answer answer) {
    this.server = server;
    this.answer = answer;
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  public static Receiver answering(Answer answer) {
    try {
      return new Receiver(
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0), answer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** These in turn, and then the last of them for ever. */
  public static Receiver answering(int... statuses) {
    return answering(
        (exchange, number) ->
            exchange.sendResponseHeaders(statuses[Math.min(number, statuses.length - 1)], -1));
  }

  private void handle(HttpExchange exchange) throws IOException {
    int number;
    synchronized (posts) {
      number = posts.size();
      posts.add(
          new Post(
              exchange.getRequestURI().toString(),
              exchange.getRequestHeaders().getFirst("Content-Type"),
              new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
    }
    try (exchange) {
      answer.to(exchange, number);
    }
  }

  public URI at(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  public List<Post> posts() {
    return posts;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
