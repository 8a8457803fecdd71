package io.chainbridge.shadow.gatling;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** The JDK's own server in a JVM of its own. Ends with its standard input. */
public final class FastService implements FixedService {
  /** Linux would try a connection again after a second that finds no place in the queue. */
  private static final int BACKLOG = 1_024;

  private static final String VERSION = "v0.3.0";

  private static final AtomicLong COUNT = new AtomicLong();

  private final ServiceJvm jvm;

  private FastService(ServiceJvm jvm) {
    this.jvm = jvm;
  }

  /** Starts one. */
  static FastService start() throws IOException {
    return new FastService(
        ServiceJvm.start(FastService.class, "-Dsun.net.httpserver.nodelay=true"));
  }

  @Override
  public URI uri() {
    return jvm.uri();
  }

  @Override
  public long pid() {
    return jvm.process().pid();
  }

  @Override
  public String name() {
    return "the JDK's HTTP server";
  }

  @Override
  public void close() {
    jvm.close();
  }

  /** Serves. */
  public static void main(String[] args) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/health", exchange -> answer(exchange, "{}".getBytes(UTF_8)));
    server.createContext(
        "/count", exchange -> answer(exchange, Long.toString(COUNT.get()).getBytes(UTF_8)));
    serve(server, "stats");
    serve(server, "events");
    server.start();
    System.out.println(server.getAddress().getPort());
    while (System.in.read() >= 0) {
      // whoever started it is there
    }
    System.exit(0);
  }

  private static void serve(HttpServer server, String endpoint) {
    String json = FixedService.body(endpoint);
    byte[] body = json.getBytes(UTF_8);
    int place = json.indexOf(VERSION) + VERSION.length() - 6;
    AtomicInteger count = new AtomicInteger();
    server.createContext("/" + endpoint, exchange -> answer(exchange, body));
    server.createContext(
        "/different/" + endpoint,
        exchange -> answer(exchange, numbered(body, place, count.getAndIncrement())));
  }

  /** With another version of six characters. */
  private static byte[] numbered(byte[] body, int place, int number) {
    byte[] other = body.clone();
    int rest = number;
    for (int i = place + 5; i >= place; i--) {
      other[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    return other;
  }

  private static void answer(HttpExchange exchange, byte[] body) throws IOException {
    COUNT.incrementAndGet();
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
