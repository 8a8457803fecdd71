package io.chainbridge.shadow.report;

import io.chainbridge.shadow.budget.Endpoint;
import io.chainbridge.shadow.budget.Gate;
import io.chainbridge.shadow.budget.Limit;
import io.chainbridge.shadow.budget.OnInconclusive;
import io.chainbridge.shadow.budget.ShapeLimits;
import io.chainbridge.shadow.record.Ending;
import io.chainbridge.shadow.record.EndpointRecord;
import io.chainbridge.shadow.record.InjectorHealth;
import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.record.RunRecorder;
import io.chainbridge.shadow.record.RunSample;
import io.chainbridge.shadow.record.Shares;
import io.chainbridge.shadow.record.Sizes;
import io.chainbridge.shadow.record.ViolationCount;
import io.chainbridge.shadow.settings.ResolvedSetting;
import io.chainbridge.shadow.trend.RunTrend;
import io.chainbridge.shadow.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;

/** A run of made-up services in a closed model, counted by the recorder that counts real ones. */
final class SampleRun {
  static final Map<Limit, Double> LIMITS =
      Map.of(
          Limit.P95_LATENCY_MS, 75.0,
          Limit.P99_LATENCY_MS, 120.0,
          Limit.MAX_RESPONSE_SIZE_KB, 25.0,
          Limit.MAX_FAILURE_RATE, 0.05);

  private final Map<Endpoint, SampleService> services = new LinkedHashMap<>();
  private final Map<Endpoint, List<ViolationCount>> violations = new LinkedHashMap<>();
  private final Map<Endpoint, Sizes.Counter> sizes = new LinkedHashMap<>();
  private final Random random = new Random(42);
  private int requests = 20;
  private int users = 1;
  private String target = "http://127.0.0.1:35381";
  private String gate = "shadow";
  private Ending ending = Ending.COMPLETE;
  private double machineCpu = 0.31;

  private record Request(Endpoint endpoint, long startMs, long endMs, boolean ok, String message) {}

  SampleRun with(String name, SampleService service, ViolationCount... broken) {
    Endpoint endpoint =
        RunSample.endpoint(
            name, name.equals("events") ? "POST" : "GET", "/iq/shadow/" + name, LIMITS);
    services.put(endpoint, service);
    violations.put(endpoint, List.of(broken));
    sizes.put(endpoint, new Sizes.Counter());
    return this;
  }

  SampleRun load(int requests, int users) {
    this.requests = requests;
    this.users = users;
    return this;
  }

  SampleRun on(String gate, String target) {
    this.gate = gate;
    this.target = target;
    return this;
  }

  SampleRun ending(Ending ending) {
    this.ending = ending;
    return this;
  }

  SampleRun machineCpu(double share) {
    this.machineCpu = share;
    return this;
  }

  Gate gate() {
    return new Gate(
        gate,
        "/health",
        Map.of(),
        ShapeLimits.NONE,
        List.of(),
        OnInconclusive.WARN,
        List.copyOf(services.keySet()));
  }

  /** What was measured, with its verdict, as a page. */
  String page(boolean gatlingReport) {
    RunRecord run = record();
    return HtmlPage.write(run, Verdict.of(run, gate()), RunTrend.NONE, gatlingReport);
  }

  RunRecord record() {
    RunRecorder recorder = new RunRecorder(List.copyOf(services.keySet()));
    for (int user = 0; user < users; user++) {
      recorder.userStarted("gate", 0);
    }
    requests().stream()
        .sorted(Comparator.comparingLong(Request::endMs))
        .forEach(
            request ->
                recorder.request(
                    request.endpoint().name(),
                    request.startMs(),
                    request.endMs(),
                    request.ok(),
                    request.message()));
    List<EndpointRecord> endpoints =
        services.keySet().stream()
            .map(
                endpoint ->
                    RunSample.recorded(
                        recorder, endpoint, sizes.get(endpoint).sizes(), violations.get(endpoint)))
            .toList();
    return new RunRecord(
        "20261122-220240-probe",
        "Probe",
        gate,
        target,
        true,
        Optional.of("3f2c9d1e7b5a4860c1d2e3f4a5b6c7d8e9f00112"),
        Optional.empty(),
        Instant.parse("2026-11-22T22:02:40Z"),
        recorder.duration(),
        Optional.empty(),
        RunSample.load(requests, users),
        Shares.NONE,
        settings(),
        Map.of(
            "gatling", "3.15.1", "java", "17.0.16+8", "os", "Linux 6.1.0 amd64", "processors", "2"),
        recorder.start().isEmpty() ? Optional.empty() : Optional.of(injector(recorder)),
        Optional.empty(),
        Optional.empty(),
        ending,
        recorder.timeline(),
        List.of(),
        endpoints,
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  private InjectorHealth injector(RunRecorder recorder) {
    return new InjectorHealth(
        recorder.duration(),
        0.18,
        OptionalDouble.of(machineCpu),
        OptionalDouble.of(0.002),
        3,
        Duration.ofMillis(14),
        Optional.empty());
  }

  /** Users ask one endpoint after the other, and begin anew. */
  private List<Request> requests() {
    List<Request> requests = new ArrayList<>();
    for (int user = 0; user < users; user++) {
      long clock = 1_000_000;
      for (int i = user; i < this.requests; i += users) {
        for (Map.Entry<Endpoint, SampleService> asked : services.entrySet()) {
          Request request = request(asked.getKey(), asked.getValue(), clock);
          requests.add(request);
          clock = request.endMs();
        }
      }
    }
    return requests;
  }

  private Request request(Endpoint endpoint, SampleService service, long startMs) {
    boolean ok = random.nextDouble() >= service.failing();
    if (ok || !violations.get(endpoint).isEmpty()) {
      sizes.get(endpoint).add(service.size(random));
    }
    return new Request(
        endpoint, startMs, startMs + service.latency(random), ok, ok ? "" : service.message());
  }

  private List<ResolvedSetting> settings() {
    return List.of(
        new ResolvedSetting("baseUrl", "embedded", "default"),
        new ResolvedSetting("iterations", String.valueOf(requests), "property"),
        new ResolvedSetting("concurrency", String.valueOf(users), "environment"),
        new ResolvedSetting("warmup", "50", "default"),
        new ResolvedSetting("timeout", "10s", "default"),
        new ResolvedSetting("budgets", "budgets/shadow.json", "default"),
        new ResolvedSetting("p95Ms", "the file's", "default"),
        new ResolvedSetting("p99Ms", "the file's", "default"),
        new ResolvedSetting("maxSizeKb", "the file's", "default"),
        new ResolvedSetting("maxFailureRate", "the file's", "default"),
        new ResolvedSetting("output", "none", "default"),
        new ResolvedSetting("reference.events", "5000", "default"),
        new ResolvedSetting("reference.seed", "42", "default"),
        new ResolvedSetting("reference.latency", "0ms", "default"),
        new ResolvedSetting("reference.errorRate", "0", "default"),
        new ResolvedSetting("reference.eventsKb", "0", "default"),
        new ResolvedSetting("reference.modelVersion", "true", "default"));
  }
}
