package io.chainbridge.shadow.record;

import io.chainbridge.shadow.bench.Baseline;
import io.chainbridge.shadow.bench.Row;
import io.chainbridge.shadow.bench.TimesTheBaseline;
import io.gatling.charts.stats.LogFileData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * From a log of 3,000,000 requests, ten minutes at 5,000 a second, to response time statistics per
 * name; an operation is a record.
 *
 * <p>Without warm-up, since a log is read once, in a JVM that never read one. The file comes from
 * the page cache. A run of the gate itself counts while it lasts and reads no log.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(jvmArgs = {"-Xmx256m", "--add-opens=java.base/java.lang=ALL-UNNAMED"})
public class LogReadingBenchmark {
  private static final int RECORDS = 3_000_000;

  private Path log;

  /** Writes the log, about 66 MB. */
  @Setup(Level.Trial)
  public void write() throws IOException {
    log = Files.createTempDirectory("log-reading").resolve("simulation.log");
    SplittableRandom random = new SplittableRandom(1);
    List<String> names = List.of("stats", "events", "corridors", "drift");
    try (GatlingLogWriter out =
        new GatlingLogWriter(Files.newOutputStream(log)).header("S", "", List.of())) {
      for (int i = 0; i < RECORDS; i++) {
        int took = (int) Math.exp(2 + random.nextDouble() * 3);
        boolean ok = random.nextInt(100) > 0;
        String message = ok ? "" : "status().find.is(200), but actually found 503";
        out.request(List.of(), names.get(i % 4), i / 10, i / 10 + took, ok, message);
      }
    }
  }

  /** Deletes it. */
  @TearDown(Level.Trial)
  public void delete() throws IOException {
    Files.delete(log);
    Files.delete(log.getParent());
  }

  /** This reader, into exact counts and HdrHistograms of three digits. */
  @Benchmark
  @Row("Gatling's log of 3,000,000 requests read once, each a record, into a histogram per name")
  @TimesTheBaseline(atLeast = 50)
  @OperationsPerInvocation(RECORDS)
  public Map<String, Histogram> shadowLoad() throws IOException {
    Map<String, Histogram> times = new HashMap<>();
    GatlingLog.read(
        log,
        new GatlingLog.Listener() {
          @Override
          public void request(String name, long startMs, long endMs, boolean ok, String message) {
            times.computeIfAbsent(name, n -> new Histogram(3)).recordValue(endMs - startMs);
          }
        });
    return times;
  }

  /** Gatling's reader, into what its HTML report needs. */
  @Benchmark
  @Row("Gatling's own reader, into what its report is made of")
  @Baseline
  @OperationsPerInvocation(RECORDS)
  public LogFileData gatling() {
    return GatlingsOwnReader.read(log);
  }
}
