package io.chainbridge.shadow.report;

import static io.chainbridge.shadow.record.RunSample.complete;
import static io.chainbridge.shadow.record.RunSample.endpoint;
import static io.chainbridge.shadow.record.RunSample.gate;
import static io.chainbridge.shadow.record.RunSample.ko;
import static io.chainbridge.shadow.record.RunSample.measured;
import static io.chainbridge.shadow.record.RunSample.ok;

import io.chainbridge.shadow.budget.Endpoint;
import io.chainbridge.shadow.budget.Gate;
import io.chainbridge.shadow.budget.Limit;
import io.chainbridge.shadow.budget.OnInconclusive;
import io.chainbridge.shadow.budget.ShapeLimits;
import io.chainbridge.shadow.contract.Violation;
import io.chainbridge.shadow.record.Ending;
import io.chainbridge.shadow.record.EndpointRecord;
import io.chainbridge.shadow.record.LatencyPair;
import io.chainbridge.shadow.record.LiveMetrics;
import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.record.RunSample;
import io.chainbridge.shadow.record.Sizes;
import io.chainbridge.shadow.record.ViolationCount;
import io.chainbridge.shadow.settings.ResolvedSetting;
import io.chainbridge.shadow.verdict.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** A run and its verdict, green, red, or with words that a page must not take for its own. */
record ReportSample(RunRecord run, Gate judgedBy, Verdict verdict) {
  /** Markup, escape codes, line breaks, marks that turn the direction of reading. */
  static final String HOSTILE =
      "<script>alert('1')</script> \"a\" & \u001b[31mred\u001b[0m\r\nVerdict: passed\u202e\u0000é東";

  private static final String FLOOD =
      "</td></code> | `` | ![x](https://evil.example/x.png)\r\n\r\n# heading\n::error::no\n"
          + "@everyone #1 www.evil.example $x$ &lt; ]]> _a_ \uD800 \uFFFE";

  private static final Map<Limit, Double> LIMITS =
      Map.of(
          Limit.P95_LATENCY_MS, 75.0,
          Limit.P99_LATENCY_MS, 120.0,
          Limit.MAX_RESPONSE_SIZE_KB, 25.0,
          Limit.MAX_FAILURE_RATE, 0.05);

  private static final Endpoint STATS = endpoint("stats", LIMITS);
  private static final Endpoint EVENTS = endpoint("events", "POST", "/iq/shadow/events", LIMITS);
  private static final Endpoint DRIFT = endpoint("drift", LIMITS);

  static ReportSample green() {
    return of(
        gate(STATS, EVENTS),
        complete(measured(STATS, ok(300, 12)), measured(EVENTS, ok(19, 7), ok(1, 70))));
  }

  /** Slow and large stats, events that fail and break their contract, drift without an answer. */
  static ReportSample red() {
    return of(
        gate(STATS, EVENTS, DRIFT),
        complete(
            measured(STATS, sizes(200, 26_000), List.of(), ok(188, 12), ok(12, 89)),
            measured(
                EVENTS,
                sizes(196, 2_048),
                List.of(broken(delta(), 8)),
                ok(188, 7),
                ko(8, 7, "contract, found string at /events/*/delta, expected number"),
                ko(4, 3, "status 200 expected, found 503")),
            measured(DRIFT, ko(20, 2, "status 200 expected, found 404"))));
  }

  static ReportSample hostile() {
    Violation violation =
        new Violation(
            "/" + HOSTILE, "/" + HOSTILE, HOSTILE, HOSTILE, List.of(), Optional.of(HOSTILE));
    RunRecord run =
        complete(
            measured(
                STATS, sizes(2, 1), List.of(broken(violation, 1)), ok(1, 1), ko(1, 1, HOSTILE)));
    return of(
        gate(STATS),
        new RunRecord(
            HOSTILE,
            run.simulation(),
            HOSTILE,
            HOSTILE,
            false,
            run.commit(),
            run.branch(),
            run.startedAt(),
            run.duration(),
            run.budgetsDigest(),
            run.load(),
            run.shares(),
            List.of(new ResolvedSetting(HOSTILE, HOSTILE, HOSTILE)),
            run.environment(),
            run.injector(),
            Optional.of(new LiveMetrics(HOSTILE, 3, 2, 1, Optional.of(HOSTILE))),
            run.arrivals(),
            run.ending(),
            run.timeline(),
            run.phases(),
            run.endpoints(),
            run.regions(),
            run.baseline(),
            Optional.empty()));
  }

  /** Slow stats, by limits of which one is too fine for the machine to tell. */
  static ReportSample noisy() {
    Endpoint stats =
        endpoint("stats", Map.of(Limit.P95_LATENCY_MS, 0.5, Limit.MAX_FAILURE_RATE, 0.05));
    return of(
        gate(stats),
        RunSample.noisy(complete(measured(stats, ok(300, 12))), Optional.of(RunSample.NOISE)));
  }

  /** Stopped before the second endpoint was asked. */
  static ReportSample interrupted() {
    Ending ending = new Ending(Ending.Kind.INTERRUPTED, "the run was stopped before its end");
    return of(
        gate(STATS, EVENTS), RunSample.run(ending, measured(STATS, ok(3, 5)), measured(EVENTS)));
  }

  static ReportSample unreachable() {
    Ending ending =
        new Ending(Ending.Kind.UNREACHABLE, "no service answered http://127.0.0.1:8000");
    return of(gate(STATS, EVENTS), RunSample.run(ending, measured(STATS), measured(EVENTS)));
  }

  /** One user went on until the limits were proven; those on latency were not. */
  static ReportSample inconclusive(OnInconclusive onInconclusive) {
    return of(
        new Gate(
            "shadow",
            "/health",
            Map.of(),
            ShapeLimits.NONE,
            List.of(),
            onInconclusive,
            List.of(STATS)),
        RunSample.untilProven(0.95, measured(STATS, ok(4_750, 12), ok(190, 89), ok(60, 130))));
  }

  /**
   * A target whose stats are by a factor slower than its baseline's, its events not.
   *
   * @param pairs of each endpoint
   */
  static ReportSample compared(int pairs, double slower) {
    Random random = new Random(42);
    Map<String, List<LatencyPair>> latencies =
        Map.of("stats", pairs(pairs, slower, random), "events", pairs(pairs, 1, random));
    return of(
        gate(STATS, EVENTS),
        RunSample.compared(
            List.of(measured(STATS, ok(pairs, 20)), measured(EVENTS, ok(pairs, 20))),
            latencies,
            measured(STATS, ok(pairs, Math.round(20 * slower))),
            measured(EVENTS, ok(pairs, 20))));
  }

  /** A baseline that answers nothing but errors. */
  static ReportSample comparedWithNothing() {
    return of(
        gate(STATS),
        RunSample.compared(
            List.of(measured(STATS, ko(500, 1, "status 200 expected, found 503"))),
            Map.of("stats", pairs(500, 1, new Random(42))),
            measured(STATS, ok(500, 20))));
  }

  private static List<LatencyPair> pairs(int pairs, double slower, Random random) {
    return Stream.generate(
            () ->
                new LatencyPair(
                    Math.round(20_000 * Math.exp(0.1 * random.nextGaussian())),
                    Math.round(20_000 * slower * Math.exp(0.1 * random.nextGaussian()))))
        .limit(pairs)
        .toList();
  }

  /** Ten megabytes of a service's words, which Markdown and consoles must not take for marks. */
  static ReportSample flood() {
    String words = FLOOD.repeat(10 * 1024 * 1024 / FLOOD.length());
    Violation violation =
        new Violation("/" + words, "/" + words, words, words, List.of(), Optional.of(words));
    Ending ending = new Ending(Ending.Kind.INCOMPLETE, words);
    return of(
        gate(STATS, EVENTS),
        RunSample.run(
            ending,
            measured(STATS, sizes(9, 1), List.of(broken(violation, 9)), ok(1, 1), ko(9, 1, words)),
            measured(EVENTS, ok(1, 1), ko(9, 1, "`".repeat(300)))));
  }

  /** More of everything than anyone reads: 150 endpoints of 150 errors and violations each. */
  static ReportSample crowd() {
    List<Endpoint> endpoints =
        IntStream.range(0, 150)
            .mapToObj(number -> endpoint("|".repeat(300) + number, LIMITS))
            .toList();
    List<ViolationCount> violations =
        IntStream.range(0, 150)
            .mapToObj(number -> "@".repeat(500) + number)
            .map(words -> new Violation(words, words, words, words, List.of(), Optional.of(words)))
            .map(violation -> broken(violation, 1))
            .toList();
    RunSample.Requests[] failures =
        IntStream.range(0, 150)
            .mapToObj(number -> ko(1, 1, "|".repeat(500) + number))
            .toArray(RunSample.Requests[]::new);
    return of(
        gate(endpoints.toArray(Endpoint[]::new)),
        RunSample.run(
            new Ending(Ending.Kind.INCOMPLETE, "#".repeat(5_000)),
            endpoints.stream()
                .map(endpoint -> measured(endpoint, sizes(150, 1), violations, failures))
                .toArray(EndpointRecord[]::new)));
  }

  static Stream<ReportSample> all() {
    return Stream.concat(
        Stream.of(
            green(),
            red(),
            noisy(),
            inconclusive(OnInconclusive.WARN),
            inconclusive(OnInconclusive.FAIL),
            hostile(),
            interrupted(),
            unreachable(),
            flood(),
            crowd()),
        Arrays.stream(ShapeSample.values()).map(ShapeSample::sample));
  }

  private static Sizes sizes(int bodies, long bytes) {
    return RunSample.sizes(LongStream.generate(() -> bytes).limit(bodies).toArray());
  }

  /** With a sample that is as hostile as the rest. */
  private static ViolationCount broken(Violation violation, long count) {
    return new ViolationCount(violation, count, HOSTILE);
  }

  private static Violation delta() {
    return new Violation(
        "/events/3/delta",
        "/events/*/delta",
        "string",
        "number",
        List.of(),
        Optional.of("ALEX requires drift figures"));
  }

  private static ReportSample of(Gate gate, RunRecord run) {
    return new ReportSample(run, gate, Verdict.of(run, gate));
  }
}
