package io.chainbridge.shadow.gatling;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * An endpoint on loopback that has nothing to do: any request is answered at once, by no more than
 * a status. What it takes to ask it is what it takes to ask. Serves one connection.
 */
final class TrivialEndpoint implements AutoCloseable {
  private static final byte[] ANSWER =
      "HTTP/1.1 204 No Content\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private static final byte[] LOOPBACK = {127, 0, 0, 1};

  private final ServerSocket server;
  private volatile Optional<Socket> connection = Optional.empty();

  private TrivialEndpoint(ServerSocket server) {
    this.server = server;
  }

  /** Listens on a free port; the caller closes it. */
  static TrivialEndpoint start() {
    try {
      TrivialEndpoint endpoint =
          new TrivialEndpoint(new ServerSocket(0, 1, InetAddress.getByAddress(LOOPBACK)));
      Thread thread = new Thread(endpoint::serve, "trivial-endpoint");
      thread.setDaemon(true);
      thread.start();
      return endpoint;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/");
  }

  /** A request without a body ends with its first empty line. */
  private void serve() {
    try (Socket client = server.accept();
        BufferedReader requests =
            new BufferedReader(
                new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))) {
      connection = Optional.of(client);
      client.setTcpNoDelay(true);
      for (String line = requests.readLine(); line != null; line = requests.readLine()) {
        if (line.isEmpty()) {
          client.getOutputStream().write(ANSWER);
        }
      }
    } catch (IOException e) {
      // It is closed, or whoever asked has gone.
    }
  }

  @Override
  public void close() {
    try {
      server.close();
      if (connection.isPresent()) {
        connection.get().close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
