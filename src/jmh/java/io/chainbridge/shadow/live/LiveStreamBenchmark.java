package io.chainbridge.shadow.live;

import com.sun.net.httpserver.HttpServer;
import io.chainbridge.shadow.bench.Baseline;
import io.chainbridge.shadow.bench.Row;
import io.chainbridge.shadow.record.RunRecorder;
import io.chainbridge.shadow.record.RunSample;
import io.chainbridge.shadow.settings.Settings;
import io.chainbridge.shadow.settings.Shape;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What one of Gatling's threads pays for an answer to be counted, with and without a stream to a
 * collector that takes an export each second; an operation is an answer.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(jvmArgs = "-Xmx512m")
@Threads(1)
public class LiveStreamBenchmark {
  private static final List<String> ENDPOINTS = List.of("stats", "events");

  private RunRecorder recorder;
  private HttpServer collector;
  private LiveStream stream;

  /** Begins to count, and to stream. */
  @Setup(Level.Trial)
  public void begin() throws IOException {
    recorder =
        new RunRecorder(
            ENDPOINTS.stream().map(name -> RunSample.endpoint(name, Map.of())).toList());
    collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    collector.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    collector.start();
    String otlp = "http://127.0.0.1:" + collector.getAddress().getPort();
    Settings.Live live =
        Settings.read(Shape.PROBE, Map.of("live.otlp", otlp), Map.of()).live().orElseThrow();
    stream = LiveStream.to(live, new StreamedRun("Probe", "shadow", Instant.now(), ENDPOINTS));
  }

  /** A stream that lost something was not measured. */
  @TearDown(Level.Trial)
  public void end() {
    long lost = stream.end().orElseThrow().lost();
    collector.stop(0);
    if (lost > 0) {
      throw new IllegalStateException(lost + " exports were lost");
    }
  }

  /** Latencies of one of Gatling's threads. */
  @State(Scope.Thread)
  public static class Answers {
    private final SplittableRandom random = new SplittableRandom(1);

    private long latency() {
      return (long) Math.exp(2 + random.nextDouble() * 3);
    }

    private String endpoint() {
      return ENDPOINTS.get(random.nextInt(2));
    }
  }

  /** As without the setting. */
  @Benchmark
  @Row("an answer counted, without a stream")
  @Baseline
  public void record(Answers answers) {
    record(LiveStream.NONE, answers);
  }

  /** As with it. */
  @Benchmark
  @Row("an answer counted, with a stream to a collector each second")
  public void recordAndStream(Answers answers) {
    record(stream, answers);
  }

  private void record(LiveStream to, Answers answers) {
    long now = System.currentTimeMillis();
    String endpoint = answers.endpoint();
    long latency = answers.latency();
    recorder.request(RunRecorder.NO_PHASE, endpoint, now - latency, now, true, "");
    to.request(endpoint, latency, true);
  }
}
