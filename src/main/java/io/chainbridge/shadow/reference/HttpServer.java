package io.chainbridge.shadow.reference;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.servlet.JavalinServlet;
import io.javalin.http.servlet.ServletEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ServerSocketChannel;
import java.util.function.Consumer;
import kotlin.LazyKt;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Javalin on a socket that is bound already: without banner, web sockets or compression. */
final class HttpServer {

  private HttpServer() {}

  /**
   * A pool of daemon threads to serve with; the server stops it when it is stopped. Four do what is
   * always to be done, as many may wait for the database as it has connections, and two a core
   * answer: of more, each would be interrupted by the others.
   */
  static QueuedThreadPool threads() {
    int most = 4 + Database.CONNECTIONS + 2 * Runtime.getRuntime().availableProcessors();
    QueuedThreadPool threads = new QueuedThreadPool(most, 4);
    threads.setName("reference");
    threads.setDaemon(true);
    return threads;
  }

  /** Starts to answer on the socket, which the server closes when it is stopped. */
  static Javalin start(
      ServerSocketChannel socket, QueuedThreadPool threads, Consumer<RoutesConfig> routes) {
    return Javalin.create(
            config -> {
              configure(config);
              config.jetty.threadPool = threads;
              config.jetty.addConnector((server, http) -> connector(server, http, socket));
              routes.accept(config.routes);
            })
        .start();
  }

  private static void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.prefer405over404 = true;
    config.http.compressionStrategy = CompressionStrategy.NONE;
    config.http.asyncTimeout = 0;
    config.jetty.modifyHttpConfiguration(HttpServer::configure);
    // In place of the servlet that would set up web sockets first.
    config.unsafe.servlet =
        LazyKt.lazyOf(new ServletEntry(null, new JavalinServlet(config.unsafe)));
  }

  private static void configure(HttpConfiguration http) {
    http.setSendServerVersion(false);
    // The cache is some 100 KB a connection, and a load test opens thousands.
    http.setHeaderCacheSize(0);
  }

  private static Connector connector(
      Server server, HttpConfiguration http, ServerSocketChannel socket) {
    ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    try {
      connector.open(socket);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return connector;
  }
}
