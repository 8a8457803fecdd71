package io.chainbridge.shadow.report;

import io.chainbridge.shadow.budget.Endpoint;
import io.chainbridge.shadow.budget.Fault;
import io.chainbridge.shadow.budget.Gate;
import io.chainbridge.shadow.budget.OnInconclusive;
import io.chainbridge.shadow.budget.ShapeLimits;
import io.chainbridge.shadow.record.Ending;
import io.chainbridge.shadow.record.FaultInjection;
import io.chainbridge.shadow.record.FaultWindow;
import io.chainbridge.shadow.record.Load;
import io.chainbridge.shadow.record.ProxyCost;
import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.record.RunRecorder;
import io.chainbridge.shadow.record.RunSample;
import io.chainbridge.shadow.record.Shares;
import io.chainbridge.shadow.settings.Pace;
import io.chainbridge.shadow.settings.Shape;
import io.chainbridge.shadow.verdict.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;

/**
 * A run of an open model in stages, of two endpoints in turn, counted by the recorder that counts
 * real ones.
 */
final class ShapedRun {
  private static final List<Endpoint> ENDPOINTS =
      List.of(
          RunSample.endpoint("stats", SampleRun.LIMITS),
          RunSample.endpoint("events", "POST", "/iq/shadow/events", SampleRun.LIMITS));

  private static final long START = 1_000_000;

  private final Shape shape;
  private final Pace pace;
  private final Slowness slowness;
  private final RunRecorder recorder = new RunRecorder(ENDPOINTS);
  private final List<Request> requests = new ArrayList<>();
  private final Random random = new Random(42);
  private ShapeLimits limits = ShapeLimits.NONE;
  private List<Fault> gateFaults = List.of();
  private Optional<FaultInjection> faults = Optional.empty();
  private Ending ending = Ending.COMPLETE;
  private double failing;
  private long latenessMs;
  private int checkedEvery = 1;
  private double seconds;

  /** The median latency at a rate, so many seconds after the start. */
  interface Slowness {
    double millis(double rate, double seconds);
  }

  private record Request(String phase, String endpoint, long startMs, long endMs, boolean ok) {}

  ShapedRun(Shape shape, Pace pace, Slowness slowness) {
    this.shape = shape;
    this.pace = pace;
    this.slowness = slowness;
  }

  /** From here on such a share of the requests fails. */
  ShapedRun failing(double share) {
    failing = share;
    return this;
  }

  /** From here on arrivals come so much too late. */
  ShapedRun late(long millis) {
    latenessMs = millis;
    return this;
  }

  /** Of so many answers the contract of one is checked. */
  ShapedRun checkedEvery(int answers) {
    checkedEvery = answers;
    return this;
  }

  ShapedRun limits(ShapeLimits shapeLimits) {
    limits = shapeLimits;
    return this;
  }

  /** What is made to go wrong, each in its stage, by a proxy of such a cost. */
  ShapedRun faults(ProxyCost cost, Fault... some) {
    gateFaults = List.of(some);
    faults =
        Optional.of(
            new FaultInjection(
                Optional.of(cost),
                gateFaults.stream()
                    .map(
                        fault ->
                            new FaultWindow(
                                fault.name(),
                                fault.kind().key(),
                                fault.parameters(),
                                fault.share(),
                                fault.endpoints(),
                                fault.from(),
                                fault.until(),
                                OptionalLong.of(20)))
                    .toList()));
    return this;
  }

  ShapedRun ending(Ending.Kind kind, String reason) {
    ending = new Ending(kind, reason);
    return this;
  }

  /** Goes on at a rate. */
  ShapedRun stage(String name, boolean judged, double rate, double length) {
    recorder.phaseBegins(name, judged, rate, at(seconds));
    long count = Math.round(rate * length);
    for (int i = 0; i < count; i++) {
      double due = seconds + i / rate;
      recorder.due(name, at(due));
      recorder.arrived(name, at(due), at(due) + latenessMs);
      double millis = slowness.millis(rate, due) * Math.exp(0.25 * random.nextGaussian());
      requests.add(
          new Request(
              name,
              ENDPOINTS.get(i % 2).name(),
              at(due) + latenessMs,
              at(due) + latenessMs + Math.max(1, Math.round(i % 2 == 0 ? millis : millis / 2)),
              random.nextDouble() >= failing));
    }
    seconds += length;
    recorder.phaseEnds(name, at(seconds));
    return this;
  }

  private static long at(double seconds) {
    return START + Math.round(seconds * 1_000);
  }

  ReportSample sample() {
    count();
    RunRecord base = RunSample.complete();
    RunRecord run =
        new RunRecord(
            "20260101-000000-" + shape.key(),
            shape.toString(),
            "shadow",
            base.target(),
            true,
            base.commit(),
            base.branch(),
            base.startedAt(),
            recorder.duration(),
            Optional.empty(),
            new Load(shape, pace, 50, Duration.ofSeconds(10)),
            Shares.NONE,
            base.settings(),
            base.environment(),
            base.injector(),
            base.live(),
            pace.open() ? recorder.arrivals() : Optional.empty(),
            ending,
            recorder.timeline(),
            recorder.phases(),
            recorder.endpoints(),
            List.of(),
            Optional.empty(),
            faults);
    return new ReportSample(run, gate(), Verdict.of(run, gate()));
  }

  Gate gate() {
    return new Gate(
        "shadow", "/health", Map.of(), limits, gateFaults, OnInconclusive.WARN, ENDPOINTS);
  }

  private void count() {
    recorder.userStarted("Sample", START);
    requests.sort(Comparator.comparingLong(Request::endMs));
    int answers = 0;
    for (Request request : requests) {
      String message = request.ok() ? "" : "status 200 expected, found 503";
      recorder.request(
          request.phase(),
          request.endpoint(),
          request.startMs(),
          request.endMs(),
          request.ok(),
          message);
      if (request.ok()) {
        recorder.body(request.phase(), request.endpoint(), 2_048);
        if (answers++ / 2 % checkedEvery == 0) {
          recorder.contractKept(request.phase(), request.endpoint());
        }
      }
    }
    requests.clear();
  }
}
