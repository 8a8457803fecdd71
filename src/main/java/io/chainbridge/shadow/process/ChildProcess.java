package io.chainbridge.shadow.process;

import io.chainbridge.shadow.settings.NoticeSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A process that takes the end of its standard input as the order to end. So it never outlives this
 * JVM, however that ends: the operating system closes the pipes of one that was killed. Safe for
 * use by many threads.
 */
public final class ChildProcess implements AutoCloseable {
  private final Process process;
  private final Duration endedWithin;

  private ChildProcess(Process process, Duration endedWithin) {
    this.process = process;
    this.endedWithin = endedWithin;
  }

  /**
   * Starts it, without the secrets that are in this JVM's environment for notices; the caller
   * closes it.
   *
   * @param endedWithin how long it may take to end before it is killed
   * @throws IOException if the operating system cannot start it
   */
  public static ChildProcess start(ProcessBuilder builder, Duration endedWithin)
      throws IOException {
    builder.environment().keySet().removeAll(NoticeSettings.secretVariables());
    return new ChildProcess(builder.start(), endedWithin);
  }

  /** As the operating system knows it. */
  public Process process() {
    return process;
  }

  /** Ends it, by force if it takes too long. May be repeated. */
  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(endedWithin.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
