package io.chainbridge.shadow.gatling;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real HTTP service on a free port of loopback, whose answers a test decides path by path. Counts
 * what it is asked. {@code /health} is well until told otherwise, other paths are unknown.
 */
final class Target implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool(Target::daemon);
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> requests = new ConcurrentHashMap<>();
  private final CompletableFuture<Void> asked = new CompletableFuture<>();

  private Target(HttpServer server) {
    this.server = server;
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
    on("/health", Answer.json("{}"));
  }

  static Target start() {
    try {
      return new Target(
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Target on(String path, Answer answer) {
    answers.put(path, answer);
    return this;
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** How often a path was asked for, warm-up included. */
  int requests(String path) {
    return counter(path).get();
  }

  /** Completes when anything but its health was first asked for. */
  CompletableFuture<Void> asked() {
    return asked;
  }

  /** Closes every connection and takes no more. */
  void die() {
    server.stop(0);
  }

  @Override
  public void close() {
    die();
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    int number = counter(path).getAndIncrement();
    if (!path.equals("/health")) {
      asked.complete(null);
    }
    answers.getOrDefault(path, Answer.status(404)).to(exchange, number);
  }

  private AtomicInteger counter(String path) {
    return requests.computeIfAbsent(path, unknown -> new AtomicInteger());
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "target");
    thread.setDaemon(true);
    return thread;
  }
}
