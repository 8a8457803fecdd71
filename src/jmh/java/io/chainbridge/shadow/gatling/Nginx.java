package io.chainbridge.shadow.gatling;

import io.chainbridge.shadow.bench.Folders;
import io.chainbridge.shadow.process.SearchPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** nginx with one worker, in a folder of its own that is deleted at the end. */
final class Nginx implements FixedService {
  private static final String VERSION = "v0.3.0";

  /** A word of its configuration may be that long. */
  private static final int LONGEST_WORD = 4_000;

  private final Process process;
  private final Path folder;
  private final URI uri;

  private Nginx(Process process, Path folder, URI uri) {
    this.process = process;
    this.folder = folder;
    this.uri = uri;
  }

  private static Optional<Path> program() {
    return SearchPath.find("nginx", "/usr/sbin", "/usr/local/sbin");
  }

  static boolean isInstalled() {
    return program().isPresent();
  }

  /** Starts it, and waits until it listens. */
  static Nginx start() throws IOException {
    Path folder = Files.createTempDirectory("nginx");
    try {
      return start(folder, freePort());
    } catch (IOException e) {
      Folders.delete(folder);
      throw e;
    }
  }

  private static Nginx start(Path folder, int port) throws IOException {
    Path configuration =
        Files.writeString(folder.resolve("nginx.conf"), configuration(folder, port));
    Process process =
        new ProcessBuilder(program().orElseThrow().toString(), "-c", configuration.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("out").toFile())
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    awaitPort(process, port, folder);
    return new Nginx(process, folder, URI.create("http://127.0.0.1:" + port));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void awaitPort(Process process, int port, Path folder) throws IOException {
    long deadline = System.nanoTime() + 10_000_000_000L;
    while (process.isAlive() && System.nanoTime() < deadline) {
      try {
        new Socket(InetAddress.getLoopbackAddress(), port).close();
        return;
      } catch (IOException e) {
        Thread.onSpinWait();
      }
    }
    process.destroyForcibly().onExit().join();
    throw new IOException("nginx does not listen: " + Files.readString(folder.resolve("out")));
  }

  private static String configuration(Path folder, int port) {
    return """
        daemon off;
        master_process off;
        pid %1$s/pid;
        error_log stderr;
        events { worker_connections 16384; }
        http {
          access_log off;
          default_type application/json;
          keepalive_requests 1000000000;
          client_body_temp_path %1$s/body;
          proxy_temp_path %1$s/proxy;
          fastcgi_temp_path %1$s/fastcgi;
          uwsgi_temp_path %1$s/uwsgi;
          scgi_temp_path %1$s/scgi;
          server {
            listen 127.0.0.1:%2$d backlog=4096;
            location = /health { return 200 '{}'; }
            location = /count { stub_status; }
        %3$s%4$s  }
        }
        """
        .formatted(folder, port, locations("stats"), locations("events"));
  }

  /** Both from memory; the other has the connection's and the request's number for a version. */
  private static String locations(String endpoint) {
    String body = FixedService.body(endpoint);
    return location("/" + endpoint, body)
        + location(
            "/different/" + endpoint, body.replace(VERSION, "v0.$connection.$connection_requests"));
  }

  private static String location(String path, String body) {
    int words = body.length() / LONGEST_WORD + 1;
    return """
            location = %s {
        %s      return 200 "%s";
            }
        """
        .formatted(
            path,
            IntStream.range(0, words)
                .mapToObj(
                    i ->
                        "      set $part%d '%s';\n"
                            .formatted(
                                i,
                                body.substring(
                                    i * LONGEST_WORD,
                                    Math.min(body.length(), (i + 1) * LONGEST_WORD))))
                .collect(Collectors.joining()),
            IntStream.range(0, words).mapToObj(i -> "$part" + i).collect(Collectors.joining()));
  }

  @Override
  public URI uri() {
    return uri;
  }

  @Override
  public long pid() {
    return process.pid();
  }

  @Override
  public String name() {
    return "nginx";
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
    try {
      Folders.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
