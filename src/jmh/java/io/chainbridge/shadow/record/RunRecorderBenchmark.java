package io.chainbridge.shadow.record;

import io.chainbridge.shadow.bench.Baseline;
import io.chainbridge.shadow.bench.Row;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
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
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** What Gatling's threads pay for an answer to be counted; an operation is an answer. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(jvmArgs = "-Xmx512m")
public class RunRecorderBenchmark {
  private static final String STEP = "step 1";

  private RunRecorder recorder;

  /** Begins to count. */
  @Setup(Level.Trial)
  public void begin() {
    recorder =
        new RunRecorder(
            List.of(RunSample.endpoint("stats", Map.of()), RunSample.endpoint("events", Map.of())));
    recorder.phaseBegins(STEP, true, 100, System.currentTimeMillis());
  }

  /** Latencies of one of Gatling's threads. */
  @State(Scope.Thread)
  public static class Answers {
    private final SplittableRandom random = new SplittableRandom(1);

    private long latency() {
      return (long) Math.exp(2 + random.nextDouble() * 3);
    }

    private String endpoint() {
      return random.nextBoolean() ? "stats" : "events";
    }
  }

  /** One call, from one thread. */
  @Benchmark
  @Row("an answer counted, by one thread alone")
  @Baseline
  @Threads(1)
  public void requestAlone(Answers answers) {
    request(RunRecorder.NO_PHASE, answers);
  }

  /** One call, from four threads at once. */
  @Benchmark
  @Row("an answer counted, by four threads at once")
  @Threads(4)
  public void requestOfFour(Answers answers) {
    request(RunRecorder.NO_PHASE, answers);
  }

  /** All calls that an answer makes in an open model with phases, from four threads at once. */
  @Benchmark
  @Row("an arrival with all that is counted of it, by four threads at once")
  @Threads(4)
  public void everythingOfFour(Answers answers) {
    long now = System.currentTimeMillis();
    String endpoint = answers.endpoint();
    recorder.due(STEP, now);
    recorder.userStarted("Stress", now);
    recorder.arrived(STEP, now, now);
    recorder.body(STEP, endpoint, 300);
    recorder.contractKept(STEP, endpoint);
    request(STEP, answers);
    recorder.userEnded("Stress", now);
  }

  private void request(String phase, Answers answers) {
    long now = System.currentTimeMillis();
    recorder.request(phase, answers.endpoint(), now - answers.latency(), now, true, "");
  }
}
