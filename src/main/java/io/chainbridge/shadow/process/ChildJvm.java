package io.chainbridge.shadow.process;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
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
 * One of our own servers in a JVM of its own, so that it takes no heap, no threads and no garbage
 * collection from whoever measures it.
 *
 * <p>It never outlives this JVM, however that ends. What it writes to standard error appears on
 * this JVM's. Safe for use by many threads.
 */
public final class ChildJvm implements Ordered, AutoCloseable {
  private static final String MAIN = "io.chainbridge.shadow.cli.Child";
  private static final Duration ANNOUNCED_WITHIN = Duration.ofSeconds(20);
  private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(5);
  private static final Duration ENDED_WITHIN = Duration.ofSeconds(2);

  /**
   * The client compiler alone is done soonest and takes least from whoever measures: on a core of
   * its own, the server compiler kept a service from answering in time for half a minute. The
   * collector that needs the least threads, and memory that it need not look through often; no file
   * of counters in the temporary directory.
   */
  private static final List<String> OPTIONS =
      List.of(
          "-Xshare:auto",
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "-XX:-UsePerfData",
          "-Dslf4j.internal.verbosity=ERROR",
          "-Xms64m",
          "-XX:NewSize=32m",
          "-Xmx256m");

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

  private ChildJvm(ChildProcess child, String name) {
    this.child = child;
    this.output = new ChildOutput(child.process(), name);
    this.announced =
        output.announced().orTimeout(ANNOUNCED_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * Starts the JVM and returns at once; the caller closes it.
   *
   * @param name for the names of threads
   * @param arguments of the command line, which begin with a command that listens
   * @throws IOException if the operating system cannot start it
   */
  public static ChildJvm start(String name, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>(DEAF);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(OPTIONS);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN));
    command.addAll(arguments);
    command.add("--until-stdin-closes");
    return new ChildJvm(ChildProcess.start(new ProcessBuilder(command), ENDED_WITHIN), name);
  }

  /**
   * Where it listens, without a path; waits until the child has said so.
   *
   * @throws IOException if the child ended, or said nothing within 20 s of its start; the message
   *     goes after its name, and holds what it wrote last
   */
  public URI uri() throws IOException, InterruptedException {
    try {
      return announced.get();
    } catch (ExecutionException e) {
      String what =
          e.getCause() instanceof TimeoutException
              ? "said nothing for " + ANNOUNCED_WITHIN.toSeconds() + " s"
              : "ended before it listened";
      throw new IOException(what + ": " + output.last(), e);
    }
  }

  @Override
  public synchronized Order tell(Order order) throws IOException {
    CompletableFuture<String> answer = output.nextAnswer();
    OutputStream orders = child.process().getOutputStream();
    orders.write((order.line() + "\n").getBytes(StandardCharsets.UTF_8));
    orders.flush();
    try {
      Order answered = Order.parse(answer.get(ANSWERED_WITHIN.toMillis(), TimeUnit.MILLISECONDS));
      if (!answered.word().equals(DONE)) {
        throw new IOException("it did not understand: " + output.last());
      }
      return answered;
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException(
          e instanceof TimeoutException
              ? "no answer within %d s".formatted(ANSWERED_WITHIN.toSeconds())
              : "it has ended: " + output.last(),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** The process id of the child. */
  public long pid() {
    return child.process().pid();
  }

  /** Completes when the child has ended, for whatever reason. */
  public CompletableFuture<Process> ended() {
    return child.process().onExit();
  }

  /** Ends the child, by force if it has not ended within 2 s. May be repeated. */
  @Override
  public void close() {
    child.close();
  }
}
