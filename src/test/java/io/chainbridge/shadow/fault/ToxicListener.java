package io.chainbridge.shadow.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A proxy of connections with one toxic at most, which it draws once for each connection. */
final class ToxicListener implements AutoCloseable {
  private final ServerSocket socket;
  private final String upstream;
  private final ExecutorService threads;
  private volatile @Nullable JsonNode toxic;

  private ToxicListener(ServerSocket socket, String upstream, ExecutorService threads) {
    this.socket = socket;
    this.upstream = upstream;
    this.threads = threads;
  }

  static ToxicListener open(String upstream, ExecutorService threads) throws IOException {
    ToxicListener listener =
        new ToxicListener(
            new ServerSocket(0, 100, InetAddress.getLoopbackAddress()), upstream, threads);
    threads.execute(listener::accept);
    return listener;
  }

  String listen() {
    return "127.0.0.1:" + socket.getLocalPort();
  }

  String upstream() {
    return upstream;
  }

  @Nullable JsonNode toxic() {
    return toxic;
  }

  void toxic(@Nullable JsonNode other) {
    toxic = other;
  }

  private void accept() {
    try {
      while (true) {
        Socket client = socket.accept();
        threads.execute(() -> connect(client));
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  private void connect(Socket client) {
    String[] address = upstream.split(":", -1);
    try (client;
        Socket server = new Socket(address[0], Integer.parseInt(address[1]))) {
      threads.execute(() -> ask(client, server));
      answer(server.getInputStream(), client);
    } catch (IOException e) {
      // The other side hears of it.
    }
  }

  private static void ask(Socket client, Socket server) {
    try {
      client.getInputStream().transferTo(server.getOutputStream());
      server.shutdownOutput();
    } catch (IOException e) {
      // The other side hears of it.
    }
  }

  private void answer(InputStream in, Socket client) throws IOException {
    OutputStream out = client.getOutputStream();
    byte[] bytes = new byte[1_024];
    long left = Long.MAX_VALUE;
    boolean first = true;
    @Nullable JsonNode drawn = null;
    boolean hit = false;
    for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
      JsonNode now = toxic;
      if (!Objects.equals(now, drawn)) {
        drawn = now;
        hit =
            now != null
                && ThreadLocalRandom.current().nextDouble() < now.path("toxicity").asDouble();
      }
      String type = hit && now != null ? now.path("type").asText() : "none";
      JsonNode attributes = hit && now != null ? now.path("attributes") : MissingNode.getInstance();
      switch (type) {
        case "latency" -> {
          if (first) {
            hold(attributes.path("latency").asLong() * 1_000_000);
          }
        }
        case "bandwidth" -> hold(read * 1_000_000_000L / 1_024 / attributes.path("rate").asLong());
        case "reset_peer" -> {
          client.setSoLinger(true, 0);
          return;
        }
        case "limit_data" -> left = Math.min(left, attributes.path("bytes").asLong());
        case "timeout" -> {
          while (toxic != null) {
            hold(10_000_000);
          }
          return;
        }
        default -> {}
      }
      first = false;
      out.write(bytes, 0, (int) Math.min(left, read));
      left -= read;
      if (left <= 0) {
        return;
      }
    }
  }

  private static void hold(long nanos) {
    long end = System.nanoTime() + nanos;
    for (long rest = nanos; rest > 0; rest = end - System.nanoTime()) {
      LockSupport.parkNanos(rest);
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
