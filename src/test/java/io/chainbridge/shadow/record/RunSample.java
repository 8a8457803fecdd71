package io.chainbridge.shadow.record;

import io.chainbridge.shadow.budget.Endpoint;
import io.chainbridge.shadow.budget.Gate;
import io.chainbridge.shadow.budget.Limit;
import io.chainbridge.shadow.budget.OnInconclusive;
import io.chainbridge.shadow.budget.Quantile;
import io.chainbridge.shadow.budget.ShapeLimits;
import io.chainbridge.shadow.budget.Variant;
import io.chainbridge.shadow.contract.Contract;
import io.chainbridge.shadow.contract.Violation;
import io.chainbridge.shadow.settings.Pace;
import io.chainbridge.shadow.settings.Pause;
import io.chainbridge.shadow.settings.ResolvedSetting;
import io.chainbridge.shadow.settings.Shape;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SplittableRandom;

/** Runs of any outcome, through the recorder that real ones go through. */
public final class RunSample {
  private static final InjectorHealth INJECTOR =
      new InjectorHealth(
          Duration.ofMillis(1_300),
          0.25,
          OptionalDouble.of(0.5),
          OptionalDouble.empty(),
          2,
          Duration.ofMillis(8),
          Optional.empty());

  /** That of a machine whose percentiles move by 40 us, 250 us and 3 ms. */
  public static final NoiseFloor NOISE =
      new NoiseFloor(
          300,
          Map.of(
              Quantile.P50, noise(120, 40),
              Quantile.P95, noise(400, 250),
              Quantile.P99, noise(2_100, 3_000)));

  private static NoiseFloor.Level noise(long typical, long difference) {
    return new NoiseFloor.Level(
        Duration.of(typical, ChronoUnit.MICROS), Duration.of(difference, ChronoUnit.MICROS));
  }

  private static final Timeline TIMELINE =
      new Timeline(
          Duration.ofMillis(10),
          List.of(
              new Timeline.Slice(1, Map.of(), Map.of()),
              new Timeline.Slice(2, Map.of("stats", latencies(12, 40)), Map.of("stats", 1L))));

  private RunSample() {}

  public static Latencies latencies(long... millis) {
    LatencyCounter counter = LatencyCounter.small();
    Arrays.stream(millis).forEach(counter::add);
    return counter.latencies();
  }

  /** A GET with these limits. */
  public static Endpoint endpoint(String name, Map<Limit, Double> limits) {
    return endpoint(name, "GET", "/iq/shadow/" + name, limits);
  }

  public static Endpoint endpoint(
      String name, String method, String path, Map<Limit, Double> limits) {
    return new Endpoint(
        name,
        method,
        path,
        List.of(),
        List.of(new Variant(path, Optional.empty())),
        1,
        new Contract(200, "application/json", Optional.empty()),
        limits);
  }

  public static Gate gate(Endpoint... endpoints) {
    return new Gate(
        "shadow",
        "/health",
        Map.of(),
        ShapeLimits.NONE,
        List.of(),
        OnInconclusive.WARN,
        List.of(endpoints));
  }

  /** So many requests that took that long, in ms; without a message they succeeded. */
  public record Requests(int count, long millis, String message) {}

  public static Requests ok(int count, long millis) {
    return new Requests(count, millis, "");
  }

  public static Requests ko(int count, long millis, String message) {
    return new Requests(count, millis, message);
  }

  /** What was measured, each successful body having 2,048 bytes. */
  public static EndpointRecord measured(Endpoint endpoint, Requests... requests) {
    Sizes.Counter sizes = new Sizes.Counter();
    for (Requests some : requests) {
      for (int i = 0; i < some.count() && some.message().isEmpty(); i++) {
        sizes.add(2_048);
      }
    }
    return measured(endpoint, sizes.sizes(), List.of(), requests);
  }

  /** Of bodies of so many bytes each. */
  public static Sizes sizes(long... bytes) {
    Sizes.Counter sizes = new Sizes.Counter();
    Arrays.stream(bytes).forEach(sizes::add);
    return sizes.sizes();
  }

  /** A violation of which there were so many. */
  public static ViolationCount broken(Violation violation, long count) {
    return new ViolationCount(violation, count, "{\"delta\": \"x\"}");
  }

  public static EndpointRecord measured(
      Endpoint endpoint, Sizes sizes, List<ViolationCount> violations, Requests... requests) {
    RunRecorder recorder = new RunRecorder(List.of(endpoint));
    for (Requests some : requests) {
      for (int i = 0; i < some.count(); i++) {
        recorder.request(
            endpoint.name(), 0, some.millis(), some.message().isEmpty(), some.message());
      }
    }
    return recorded(recorder, endpoint, sizes, violations);
  }

  /** What was counted at an endpoint, with these bodies and violations. */
  public static EndpointRecord recorded(
      RunRecorder recorder, Endpoint endpoint, Sizes sizes, List<ViolationCount> violations) {
    EndpointRecord counted =
        recorder.endpoints().stream()
            .filter(candidate -> candidate.name().equals(endpoint.name()))
            .findFirst()
            .orElseThrow();
    return new EndpointRecord(
        counted.name(),
        counted.method(),
        counted.path(),
        counted.latencies(),
        counted.successLatencies(),
        sizes,
        sizes.bodies(),
        counted.errors(),
        violations);
  }

  /** A closed model of so many requests and users. */
  public static Load load(int iterations, int users) {
    return new Load(
        Shape.PROBE,
        new Pace.Closed(users, OptionalInt.of(iterations), Optional.empty(), Pause.NONE),
        50,
        Duration.ofSeconds(10));
  }

  /**
   * A comparison of one user, with what its endpoints are compared with.
   *
   * @param pairs by endpoint, as many of each
   */
  public static RunRecord compared(
      List<EndpointRecord> baseline,
      Map<String, List<LatencyPair>> pairs,
      EndpointRecord... endpoints) {
    Pace pace = new Pace.Pairs(1, pairs.values().stream().mapToInt(List::size).max().orElse(500));
    RunRecord run =
        run(new Load(Shape.COMPARE, pace, 50, Duration.ofSeconds(10)), Ending.COMPLETE, endpoints);
    return beside(run, Optional.of(new Baseline("http://127.0.0.1:8001", false, baseline, pairs)));
  }

  /** The same run beside another baseline, or none. */
  public static RunRecord beside(RunRecord run, Optional<Baseline> baseline) {
    return with(run, run.injector(), run.live(), baseline);
  }

  /** The same run on a machine with another noise floor, or none that was looked for. */
  public static RunRecord noisy(RunRecord run, Optional<NoiseFloor> noise) {
    return with(
        run, run.injector().map(health -> health.withNoise(noise)), run.live(), run.baseline());
  }

  /** The same run, which streamed its figures. */
  public static RunRecord streamed(RunRecord run, LiveMetrics live) {
    return with(run, run.injector(), Optional.of(live), run.baseline());
  }

  private static RunRecord with(
      RunRecord run,
      Optional<InjectorHealth> injector,
      Optional<LiveMetrics> live,
      Optional<Baseline> baseline) {
    return new RunRecord(
        run.runId(),
        run.load().shape().toString(),
        run.gate(),
        run.target(),
        run.embedded(),
        run.commit(),
        run.branch(),
        run.startedAt(),
        run.duration(),
        run.budgetsDigest(),
        run.load(),
        run.shares(),
        run.settings(),
        run.environment(),
        injector,
        live,
        run.arrivals(),
        run.ending(),
        run.timeline(),
        run.phases(),
        run.endpoints(),
        run.regions(),
        baseline,
        Optional.empty());
  }

  /**
   * A complete run of so many requests in all, a hundredth of them failed, of latencies around 20
   * ms with a long tail, the same each time.
   */
  public static RunRecord random(List<Endpoint> endpoints, int requests) {
    SplittableRandom random = new SplittableRandom(1);
    RunRecorder recorder = new RunRecorder(endpoints);
    recorder.userStarted("Sample", 0);
    for (int i = 0; i < requests; i++) {
      long took = Math.round(Math.exp(2 + random.nextDouble() * 2));
      boolean ok = random.nextInt(100) > 0;
      recorder.request(
          endpoints.get(i % endpoints.size()).name(),
          i,
          i + took,
          ok,
          ok ? "" : "status 200 expected, found 503");
    }
    RunRecord run =
        complete(
            endpoints.stream()
                .map(endpoint -> recorded(recorder, endpoint, sizes(2_048), List.of()))
                .toArray(EndpointRecord[]::new));
    return new RunRecord(
        run.runId(),
        run.simulation(),
        run.gate(),
        run.target(),
        run.embedded(),
        run.commit(),
        run.branch(),
        run.startedAt(),
        recorder.duration(),
        run.budgetsDigest(),
        run.load(),
        run.shares(),
        run.settings(),
        run.environment(),
        run.injector(),
        run.live(),
        run.arrivals(),
        run.ending(),
        recorder.timeline(),
        run.phases(),
        run.endpoints(),
        run.regions(),
        Optional.empty(),
        Optional.empty());
  }

  public static RunRecord complete(EndpointRecord... endpoints) {
    return run(Ending.COMPLETE, endpoints);
  }

  public static RunRecord run(Ending ending, EndpointRecord... endpoints) {
    return run(load(20, 1), ending, endpoints);
  }

  /** A run of one user that was to go on until its limits are proven. */
  public static RunRecord untilProven(double confidence, EndpointRecord... endpoints) {
    Pace pace = new Pace.UntilProven(1, confidence, 5_000);
    return run(new Load(Shape.PROBE, pace, 50, Duration.ofSeconds(10)), Ending.COMPLETE, endpoints);
  }

  private static RunRecord run(Load load, Ending ending, EndpointRecord... endpoints) {
    return new RunRecord(
        "20260101T000000Z-Probe",
        "Probe",
        "shadow",
        "http://127.0.0.1:8000",
        true,
        Optional.of("0123456789abcdef0123456789abcdef01234567"),
        Optional.empty(),
        Instant.parse("2026-01-01T00:00:00.500Z"),
        Duration.ofMillis(1_234),
        Optional.empty(),
        load,
        Shares.NONE,
        List.of(
            new ResolvedSetting("iterations", "20", "default"),
            new ResolvedSetting("timeout", "10s", "property")),
        Map.of("java_version", "17.0.1", "cpus", "2"),
        Optional.of(INJECTOR),
        Optional.empty(),
        Optional.empty(),
        ending,
        TIMELINE,
        List.of(),
        Arrays.asList(endpoints),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }
}
