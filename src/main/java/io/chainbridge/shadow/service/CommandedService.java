package io.chainbridge.shadow.service;

import io.chainbridge.shadow.budget.Gate;
import io.chainbridge.shadow.process.ChildProcess;
import io.chainbridge.shadow.process.ProcessGroup;
import io.chainbridge.shadow.settings.Settings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A service that a command of the user starts. The command's text may hold a secret and is never
 * told.
 */
final class CommandedService implements MeasuredService {
  private static final Duration TO_CONNECT = Duration.ofSeconds(1);

  private final URI uri;
  private final String command;
  private final String name;
  private final Settings.Start start;
  private Optional<ChildProcess> child = Optional.empty();
  private Optional<Path> log = Optional.empty();
  private boolean closed;

  /**
   * @param name in the command's setting, and of the log
   */
  CommandedService(URI uri, String command, String name, Settings.Start start) {
    this.uri = uri;
    this.command = command;
    this.name = name;
    this.start = start;
  }

  @Override
  public URI uri() {
    return uri;
  }

  @Override
  public Optional<String> await(Gate gate) {
    if (someoneListens()) {
      return Optional.of(
          "something listens at %s already, and would be measured in place of what -D%sCommand starts. Stop it, or leave out -D%sCommand to measure it."
              .formatted(uri, name, name));
    }
    try {
      Process process = start();
      Instant deadline = Instant.now().plus(start.timeout());
      Optional<String> silence =
          new Readiness(uri, gate, start, deadline, () -> !process.isAlive()).await("");
      return silence.isEmpty()
          ? Optional.empty()
          : Optional.of(
              "%s The last lines of %s.log: %s"
                  .formatted(
                      process.isAlive() ? silence.get() : ending(process),
                      name,
                      LastLines.of(log().orElseThrow())));
    } catch (IOException e) {
      return Optional.of("the command of -D%sCommand could not be started: %s".formatted(name, e));
    }
  }

  private String ending(Process process) {
    return "the command of -D%sCommand ended with status %d before a service answered at %s."
        .formatted(name, process.exitValue(), uri);
  }

  private boolean someoneListens() {
    int standard = uri.getScheme().equals("https") ? 443 : 80;
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(uri.getHost(), uri.getPort() < 0 ? standard : uri.getPort()),
          Math.toIntExact(TO_CONNECT.toMillis()));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Not once it is closed: then nobody would end it before this JVM does. */
  private synchronized Process start() throws IOException {
    if (closed) {
      throw new IOException("the run is ending");
    }
    Path file = Files.createTempFile("shadow-service-", ".log");
    log = Optional.of(file);
    ChildProcess started = ProcessGroup.start(command, file);
    child = Optional.of(started);
    return started.process();
  }

  @Override
  public synchronized Optional<Path> log() {
    return log;
  }

  @Override
  public synchronized void close() {
    closed = true;
    child.ifPresent(ChildProcess::close);
  }
}
