package io.chainbridge.shadow.report;

import io.chainbridge.shadow.bench.Baseline;
import io.chainbridge.shadow.bench.Row;
import io.chainbridge.shadow.budget.Endpoint;
import io.chainbridge.shadow.budget.Gate;
import io.chainbridge.shadow.budget.Limit;
import io.chainbridge.shadow.budget.OnInconclusive;
import io.chainbridge.shadow.budget.ShapeLimits;
import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.record.RunSample;
import io.chainbridge.shadow.trend.RunTrend;
import io.chainbridge.shadow.verdict.Verdict;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * All reports of a run, from its record; an operation is a run. Without warm-up, since a process
 * writes them once.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(jvmArgs = "-Xmx512m")
public class RunReportsBenchmark {
  private static final List<Endpoint> ENDPOINTS =
      List.of(
          RunSample.endpoint("stats", Map.of(Limit.P95_LATENCY_MS, 75.0)),
          RunSample.endpoint("events", Map.of(Limit.P95_LATENCY_MS, 75.0)));

  private RunRecord small;
  private RunRecord large;
  private RunRecord huge;

  /** Makes the records. */
  @Setup(Level.Trial)
  public void measure() {
    small = RunSample.random(ENDPOINTS, 1_000);
    large = RunSample.random(ENDPOINTS, 1_000_000);
    huge = RunSample.random(ENDPOINTS, 10_000_000);
  }

  /** Of 1,000,000 requests. */
  @Benchmark
  @Row("all reports of 1,000,000 requests, by cold code")
  public long ofAMillionRequests() throws IOException {
    return write(large);
  }

  /** Of 10,000,000. */
  @Benchmark
  @Row("all reports of 10,000,000 requests, by cold code")
  public long ofTenMillionRequests() throws IOException {
    return write(huge);
  }

  /** From the first of 1,000,000 requests that are counted to the last report. */
  @Benchmark
  @Row("1,000,000 requests counted, and all their reports, by cold code")
  public long ofAMillionRequestsAsTheyCome() throws IOException {
    return write(RunSample.random(ENDPOINTS, 1_000_000));
  }

  /** Of 1,000. */
  @Benchmark
  @Row("all reports of 1,000 requests, by cold code")
  @Baseline
  public long ofAThousandRequests() throws IOException {
    return write(small);
  }

  private static long write(RunRecord run) throws IOException {
    AtomicLong characters = new AtomicLong();
    Verdict verdict =
        Verdict.of(
            run,
            new Gate(
                "shadow",
                "/health",
                Map.of(),
                ShapeLimits.NONE,
                List.of(),
                OnInconclusive.WARN,
                ENDPOINTS));
    RunReports.write(
        run, verdict, RunTrend.NONE, true, (name, text) -> characters.addAndGet(text.length()));
    return characters.get();
  }
}
