package io.chainbridge.shadow.gatling;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The most memory that a process had resident, as Linux counts it; looked at while it lives. */
final class PeakMemory {
  private volatile double megabytes = Double.NaN;

  private PeakMemory() {}

  static PeakMemory of(Process process) {
    PeakMemory peak = new PeakMemory();
    Thread thread = new Thread(() -> peak.watch(process), "peak-memory");
    thread.setDaemon(true);
    thread.start();
    return peak;
  }

  private void watch(Process process) {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    while (process.isAlive()) {
      try {
        Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("VmHWM:"))
            .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024.0)
            .forEach(found -> megabytes = found);
        Thread.sleep(50);
      } catch (IOException e) {
        return; // it has ended
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /** Not a number where nobody counts it. */
  double megabytes() {
    return megabytes;
  }
}
