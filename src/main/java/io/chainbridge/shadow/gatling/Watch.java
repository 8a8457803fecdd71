package io.chainbridge.shadow.gatling;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Looks at a run from time to time while it goes on: ends it early, and says how it goes. */
final class Watch implements AutoCloseable {
  private static final Duration PERIOD = Duration.ofMillis(250);

  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "watch");
            thread.setDaemon(true);
            return thread;
          });

  private Watch() {}

  /** Begins to watch. */
  static Watch over(Run run) {
    Watch watch = new Watch();
    Future<?> unused =
        watch.clock.scheduleAtFixedRate(
            () -> look(run), PERIOD.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
    return watch;
  }

  /** A look that fails must not be the last. */
  @SuppressWarnings("CatchAndPrintStackTrace")
  private static void look(Run run) {
    try {
      run.look();
    } catch (RuntimeException | Error e) {
      e.printStackTrace();
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
