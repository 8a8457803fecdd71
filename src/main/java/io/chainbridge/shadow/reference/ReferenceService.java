package io.chainbridge.shadow.reference;

import io.chainbridge.shadow.process.Order;
import io.chainbridge.shadow.process.Ordered;
import io.javalin.Javalin;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.ServerSocketChannel;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;

/**
 * ChainIQ's shadow API as a real service inside this JVM, over a database of its own.
 *
 * <p>Its port is bound before anything else is done, so that it can be announced at once; web
 * server, database and JSON come up behind it, side by side. Until both are there a connection
 * waits, or is answered with 503. It listens on 127.0.0.1 alone. Safe for use by many threads.
 */
public final class ReferenceService implements Ordered, AutoCloseable {

  private final URI uri;
  private final DatabaseLatency databaseLatency = new DatabaseLatency();
  private final CompletableFuture<EventStore> store;
  private final CompletableFuture<Javalin> server;

  private ReferenceService(ReferenceOptions options, ServerSocketChannel socket)
      throws IOException {
    int port = ((InetSocketAddress) socket.getLocalAddress()).getPort();
    uri = URI.create("http://127.0.0.1:" + port);
    CompletableFuture<Json> json =
        background("reference-json", () -> new Json(options.faults().modelVersion()));
    store = background("reference-database", () -> seed(options, json));
    server = background("reference-http", () -> serve(options, json, socket));
  }

  /**
   * Binds the port and lets the rest come up behind it; the caller closes the service.
   *
   * @throws ReferenceException if the port cannot be bound
   */
  public static ReferenceService start(ReferenceOptions options) {
    try {
      return new ReferenceService(options, bind(options.port()));
    } catch (IOException e) {
      throw new ReferenceException(
          "port %d of 127.0.0.1 cannot be bound (%s); stop what listens there, or use port 0 for any free one"
              .formatted(options.port(), e.getMessage()),
          e);
    }
  }

  /** Where it listens, without a path: {@code http://127.0.0.1:PORT}. */
  public URI uri() {
    return uri;
  }

  /** Completes when {@code /health} answers 200, or with what kept the service from starting. */
  public CompletableFuture<Void> ready() {
    return CompletableFuture.allOf(store, server);
  }

  /** Has its database answer late, by an order as {@link DatabaseLatency} takes it. */
  @Override
  public Order tell(Order order) {
    return databaseLatency.tell(order);
  }

  /** Stops listening and drops the database; waits for a start under way. May be repeated. */
  @Override
  public void close() {
    CompletableFuture<Void> stopped = server.thenAccept(Javalin::stop);
    CompletableFuture<Void> dropped = store.thenAccept(EventStore::close);
    try {
      CompletableFuture.allOf(stopped, dropped).join();
    } catch (CompletionException e) {
      // What failed to start, ready() has told.
    }
  }

  private static ServerSocketChannel bind(int port) throws IOException {
    ServerSocketChannel socket = ServerSocketChannel.open();
    try {
      return socket.bind(
          new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  /** Lets the second thread wait for the first: SLF4J would warn of two that set it up at once. */
  private static synchronized void setUpLogging() {
    ILoggerFactory unused = LoggerFactory.getILoggerFactory();
  }

  /** Does the work on a daemon thread of its own; the future tells how it ended. */
  private static <T> CompletableFuture<T> background(String name, Callable<T> work) {
    CompletableFuture<T> result = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                result.complete(work.call());
              } catch (Throwable e) {
                result.completeExceptionally(e);
              }
            },
            name);
    thread.setDaemon(true);
    thread.start();
    return result;
  }

  private EventStore seed(ReferenceOptions options, CompletableFuture<Json> json)
      throws SQLException {
    setUpLogging();
    LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
    EventStore store =
        EventStore.of(EventSeed.events(options.events(), options.seed(), now), databaseLatency);
    new ShadowAnswers(store, json.join()).warm();
    return store;
  }

  private Javalin serve(
      ReferenceOptions options, CompletableFuture<Json> json, ServerSocketChannel socket)
      throws IOException {
    setUpLogging();
    Faults faults = options.faults();
    QueuedThreadPool threads = HttpServer.threads();
    ShadowApi api = new ShadowApi(store, json.join(), faults.eventsKb());
    try {
      return HttpServer.start(
          socket,
          threads,
          routes -> {
            new Misbehaviour(faults, options.seed(), threads).route(routes);
            api.route(routes);
            new ErrorAnswers(json.join()).route(routes);
          });
    } catch (RuntimeException e) {
      socket.close();
      throw e;
    }
  }
}
