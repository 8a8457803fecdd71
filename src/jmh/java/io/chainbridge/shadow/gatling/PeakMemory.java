package io.chainbridge.shadow.gatling;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** The most memory that a process had resident, as Linux counts it; looked at while it lives. */
final class PeakMemory {
  private static final int PERIOD_MILLIS = 50;

  private final Path status;
  private volatile double megabytes = Double.NaN;

  private PeakMemory(Process process) {
    status = Path.of("/proc", Long.toString(process.pid()), "status");
  }

  static PeakMemory of(Process process) {
    PeakMemory peak = new PeakMemory(process);
    ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    ScheduledFuture<?> unusedLooks =
        clock.scheduleAtFixedRate(peak::look, 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    CompletableFuture<Void> unused = process.onExit().thenRun(clock::shutdownNow);
    return peak;
  }

  private void look() {
    try {
      Files.readAllLines(status).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024.0)
          .forEach(found -> megabytes = found);
    } catch (IOException e) {
      // It has ended, or the system has no such file: what was seen stands.
    }
  }

  /** Not a number where nobody counts it. */
  double megabytes() {
    return megabytes;
  }
}
