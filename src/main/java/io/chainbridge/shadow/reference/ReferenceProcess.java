package io.chainbridge.shadow.reference;

import io.chainbridge.shadow.process.ChildProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A reference service in a JVM of its own, so that it takes no heap, no threads and no garbage
 * collection from whoever measures it.
 *
 * <p>It never outlives this JVM, however that ends. What it writes to standard error appears on
 * this JVM's. Safe for use by many threads.
 */
public final class ReferenceProcess implements AutoCloseable {

  private static final String MAIN = "io.chainbridge.shadow.cli.Main";
  private static final Duration ANNOUNCED_WITHIN = Duration.ofSeconds(20);
  private static final Duration ENDED_WITHIN = Duration.ofSeconds(2);

  /**
   * What a terminal or a CI server tells all processes of a run is not for the child to hear: it
   * answers until its parent, which is ending in order, lets it go.
   */
  private static final List<String> DEAF =
      Files.isExecutable(Path.of("/bin/sh"))
          ? List.of("/bin/sh", "-c", "trap '' INT TERM HUP; exec \"$@\"", "sh")
          : List.of();

  private final ChildProcess child;
  private final ChildOutput output;
  private final CompletableFuture<URI> announced;

  private ReferenceProcess(ChildProcess child) {
    this.child = child;
    this.output = new ChildOutput(child.process());
    this.announced =
        output.announced().orTimeout(ANNOUNCED_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * Starts the JVM and returns at once; the caller closes it.
   *
   * @throws ReferenceException if the operating system cannot start it
   */
  public static ReferenceProcess start(ReferenceOptions options) {
    List<String> command = new ArrayList<>(DEAF);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JvmFlags.SMALL_AND_FAST);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN, "serve"));
    command.addAll(options.arguments());
    command.add("--until-stdin-closes");
    try {
      return new ReferenceProcess(ChildProcess.start(new ProcessBuilder(command), ENDED_WITHIN));
    } catch (IOException e) {
      throw new ReferenceException("no JVM could be started for the reference service", e);
    }
  }

  /**
   * Where it listens, without a path; waits until the child has said so. The service behind may
   * still be seeding: {@code /health} tells.
   *
   * @throws ReferenceException if the child ended, or said nothing within 20 s of its start; the
   *     message holds what it wrote last
   */
  public URI uri() {
    try {
      return announced.get();
    } catch (ExecutionException e) {
      String what =
          e.getCause() instanceof TimeoutException
              ? "said nothing for " + ANNOUNCED_WITHIN.toSeconds() + " s"
              : "ended before it listened";
      throw new ReferenceException("the reference service " + what + ": " + output.last(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ReferenceException("interrupted while the reference service started", e);
    }
  }

  /** The process id of the child. */
  public long pid() {
    return child.process().pid();
  }

  /** Ends the child, by force if it has not ended within 2 s. May be repeated. */
  @Override
  public void close() {
    child.close();
  }
}
