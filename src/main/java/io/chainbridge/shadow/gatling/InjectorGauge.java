package io.chainbridge.shadow.gatling;

import com.sun.management.OperatingSystemMXBean;
import io.chainbridge.shadow.record.InjectorHealth;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads how this process and its machine fared from one moment to another. Immutable. */
final class InjectorGauge {
  private static final Path LINUX_CPU = Path.of("/proc/stat");

  private final long nanoTime;
  private final long processCpuNanos;
  private final long gcPauses;
  private final long gcMillis;

  /** Ticks of all processors: user, nice, system, idle, iowait, irq, softirq, steal; or none. */
  private final long[] ticks;

  private InjectorGauge(
      long nanoTime, long processCpuNanos, long gcPauses, long gcMillis, long[] ticks) {
    this.nanoTime = nanoTime;
    this.processCpuNanos = processCpuNanos;
    this.gcPauses = gcPauses;
    this.gcMillis = gcMillis;
    this.ticks = ticks;
  }

  /** As it is now. */
  static InjectorGauge read() {
    var collectors = ManagementFactory.getGarbageCollectorMXBeans();
    return new InjectorGauge(
        System.nanoTime(),
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime(),
        collectors.stream().mapToLong(GarbageCollectorMXBean::getCollectionCount).sum(),
        collectors.stream().mapToLong(GarbageCollectorMXBean::getCollectionTime).sum(),
        readTicks());
  }

  private static long[] readTicks() {
    try {
      String line = Files.readString(LINUX_CPU).lines().findFirst().orElse("");
      return Arrays.stream(line.replaceFirst("^cpu +", "").split(" +"))
          .limit(8)
          .mapToLong(Long::parseLong)
          .toArray();
    } catch (IOException | NumberFormatException e) {
      return new long[0];
    }
  }

  /** What happened since an earlier reading. */
  InjectorHealth since(InjectorGauge earlier) {
    long span = Math.max(1, nanoTime - earlier.nanoTime);
    int processors = Runtime.getRuntime().availableProcessors();
    return new InjectorHealth(
        Duration.ofNanos(span),
        Math.min(1, (double) (processCpuNanos - earlier.processCpuNanos) / span / processors),
        share(earlier, ticksSince(earlier, 0) - ticksOf(earlier, 3) - ticksOf(earlier, 4)),
        share(earlier, ticksOf(earlier, 7)),
        gcPauses - earlier.gcPauses,
        Duration.ofMillis(gcMillis - earlier.gcMillis),
        Optional.empty());
  }

  private OptionalDouble share(InjectorGauge earlier, long part) {
    long all = ticksSince(earlier, 0);
    return all <= 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / all);
  }

  private long ticksOf(InjectorGauge earlier, int kind) {
    return ticks.length == 8 && earlier.ticks.length == 8 ? ticks[kind] - earlier.ticks[kind] : 0;
  }

  private long ticksSince(InjectorGauge earlier, int first) {
    long sum = 0;
    for (int kind = first; kind < 8; kind++) {
      sum += ticksOf(earlier, kind);
    }
    return sum;
  }
}
