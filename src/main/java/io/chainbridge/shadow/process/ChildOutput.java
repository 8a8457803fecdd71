package io.chainbridge.shadow.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * What a child process writes: read all its life, so that it never waits for a full pipe, the last
 * lines kept for an error message. Its standard output has its address and its answers to orders.
 * Safe for use by many threads.
 */
final class ChildOutput {

  private static final String ANNOUNCEMENT = "listening on ";
  private static final int KEPT = 20;

  private final Deque<String> last = new ArrayDeque<>();
  private final CompletableFuture<URI> announced = new CompletableFuture<>();
  private final String name;
  private CompletableFuture<String> answer = new CompletableFuture<>();

  /**
   * Begins to read.
   *
   * @param name of the child, for the names of threads
   */
  ChildOutput(Process process, String name) {
    this.name = name;
    CompletableFuture<Void> out = drained(process.inputReader(), "out", this::heard);
    CompletableFuture<Void> err = drained(process.errorReader(), "err", System.err::println);
    CompletableFuture<Void> unused =
        out.thenRun(this::silent)
            .thenCompose(ended -> err)
            .thenRun(() -> announced.completeExceptionally(new IOException("no announcement")));
  }

  /** The answer to come, in place of the one before; a failure once there can be none. */
  synchronized CompletableFuture<String> nextAnswer() {
    if (!answer.isCompletedExceptionally()) {
      answer = new CompletableFuture<>();
    }
    return answer;
  }

  private synchronized void silent() {
    IOException end = new IOException("it has ended");
    if (!answer.completeExceptionally(end)) {
      answer = CompletableFuture.failedFuture(end);
    }
  }

  /** The address announced, or a failure once the child has closed both streams without one. */
  CompletableFuture<URI> announced() {
    return announced;
  }

  /** The last lines, oldest first. */
  synchronized String last() {
    return last.isEmpty() ? "it wrote nothing" : String.join(System.lineSeparator(), last);
  }

  private void heard(String line) {
    if (line.startsWith(ANNOUNCEMENT)) {
      announced.complete(URI.create(line.substring(ANNOUNCEMENT.length())));
    } else {
      answered(line);
    }
  }

  private synchronized void answered(String line) {
    answer.complete(line);
  }

  private CompletableFuture<Void> drained(
      BufferedReader reader, String stream, Consumer<String> listener) {
    CompletableFuture<Void> end = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try (reader) {
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                  keep(line);
                  listener.accept(line);
                }
              } catch (IOException e) {
                keep(e.toString());
              } finally {
                end.complete(null);
              }
            },
            name + "-" + stream);
    thread.setDaemon(true);
    thread.start();
    return end;
  }

  private synchronized void keep(String line) {
    last.addLast(line);
    if (last.size() > KEPT) {
      last.removeFirst();
    }
  }
}
