package io.chainbridge.shadow.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Takes orders as Toxiproxy's documentation says it does, and has real connections do so. It stands
 * in where there is no Toxiproxy, of which nothing is known but that documentation.
 */
public final class ToxiproxyDouble implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool(ToxiproxyDouble::daemon);
  private final Map<String, ToxicListener> proxies = new ConcurrentHashMap<>();
  private final List<String> orders = new CopyOnWriteArrayList<>();

  private ToxiproxyDouble(HttpServer server) {
    this.server = server;
    server.setExecutor(threads);
    server.createContext("/", this::obey);
    server.start();
  }

  /** The caller closes it. */
  public static ToxiproxyDouble start() {
    try {
      return new ToxiproxyDouble(
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "toxiproxy-double");
    thread.setDaemon(true);
    return thread;
  }

  /** Where it takes orders. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Names of the proxies that there are. */
  public List<String> proxies() {
    return List.copyOf(proxies.keySet());
  }

  /** What it was told so far: method and path without the name of the proxy, and toxics. */
  public List<String> orders() {
    return orders;
  }

  private void obey(HttpExchange exchange) throws IOException {
    String[] path = exchange.getRequestURI().getPath().split("/", -1);
    byte[] body = exchange.getRequestBody().readAllBytes();
    JsonNode order = body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body);
    String method = exchange.getRequestMethod();
    if (path.length == 2) {
      ToxicListener proxy = ToxicListener.open(order.path("upstream").asText(), threads);
      proxies.put(order.path("name").asText(), proxy);
      answer(exchange, 201, proxy(order.path("name").asText(), proxy));
      return;
    }
    ToxicListener proxy = proxies.get(path[2]);
    if (proxy == null) {
      answer(exchange, 404, JSON.createObjectNode().put("title", "proxy not found"));
    } else if (path.length == 3 && method.equals("DELETE")) {
      proxies.remove(path[2]).close();
      answer(exchange, 204, null);
    } else if (path.length == 3) {
      answer(exchange, 200, proxy(path[2], proxy));
    } else {
      toxic(exchange, method, path, order, proxy);
    }
  }

  private void toxic(
      HttpExchange exchange, String method, String[] path, JsonNode order, ToxicListener proxy)
      throws IOException {
    if (method.equals("DELETE")) {
      orders.add("DELETE");
      proxy.toxic(null);
      answer(exchange, 204, null);
      return;
    }
    ObjectNode toxic = proxy.toxic() == null ? JSON.createObjectNode() : proxy.toxic().deepCopy();
    toxic.put("toxicity", 1.0);
    toxic.setAll((ObjectNode) order);
    if (path.length == 5 && proxy.toxic() != null) {
      ObjectNode attributes = JSON.createObjectNode();
      attributes.setAll((ObjectNode) proxy.toxic().path("attributes"));
      order.path("attributes").properties().forEach(e -> attributes.set(e.getKey(), e.getValue()));
      toxic.set("attributes", attributes);
    }
    orders.add(toxic.path("type").asText() + " " + toxic.path("attributes"));
    proxy.toxic(toxic);
    answer(exchange, 200, toxic);
  }

  private static ObjectNode proxy(String name, ToxicListener proxy) {
    ObjectNode node =
        JSON.createObjectNode()
            .put("name", name)
            .put("listen", proxy.listen())
            .put("upstream", proxy.upstream())
            .put("enabled", true);
    node.putArray("toxics");
    return node;
  }

  private static void answer(HttpExchange exchange, int status, JsonNode body) throws IOException {
    byte[] bytes = body == null ? new byte[0] : JSON.writeValueAsBytes(body);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    proxies.values().forEach(ToxicListener::close);
    threads.shutdownNow();
  }
}
