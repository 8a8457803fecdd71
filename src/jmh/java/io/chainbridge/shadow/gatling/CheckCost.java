package io.chainbridge.shadow.gatling;

import io.chainbridge.shadow.budget.Quantile;
import io.chainbridge.shadow.record.EndpointRecord;
import io.chainbridge.shadow.record.InjectorHealth;
import io.chainbridge.shadow.record.Latencies;
import io.chainbridge.shadow.record.Phase;
import io.chainbridge.shadow.record.RecordJson;
import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.record.Timeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What checking contracts adds to the latencies that a run measures: a fast service under half the
 * rate at which 32 users without a break can ask it, with its contracts and without, in turns. That
 * rate is reached in two steps, of which the second counts: in the first one code is compiled. Not
 * a benchmark of JMH's, because each sample is a whole run in a process of its own.
 */
public final class CheckCost {
  private static final int PAIRS = 3;
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Path folder;
  private final FastService service;

  private CheckCost(Path folder, FastService service) {
    this.folder = folder;
    this.service = service;
  }

  /**
   * Measures, for about two minutes while nothing else keeps the machine busy.
   *
   * @param folder where runs may leave what they do
   * @return a table in Markdown
   */
  public static String measure(Path folder) throws IOException {
    StringBuilder table =
        new StringBuilder(
            """
            | checks | model | requests/s | late arrivals | p99 | p99 of the median second | mean | checked | CPU a request | with checks |
            |---|---|--:|--:|--:|--:|--:|--:|--:|--:|
            """);
    try (FastService service = FastService.start()) {
      new CheckCost(folder, service).measure(table);
    }
    return table.append('\n').toString();
  }

  private void measure(StringBuilder table) throws IOException {
    closed(false); // the service compiles its code
    Sample bareMaximum = closed(false);
    Sample maximum = closed(true);
    row(table, bareMaximum, "off", "closed, 32 users", "");
    row(
        table,
        maximum,
        "on",
        "closed, 32 users",
        "%.2f times the throughput".formatted(maximum.perSecond() / bareMaximum.perSecond()));
    for (int pair = 0; pair < PAIRS; pair++) {
      boolean first = pair % 2 == 1;
      Sample one = open(first, bareMaximum.perSecond() / 2);
      Sample other = open(!first, bareMaximum.perSecond() / 2);
      Sample off = first ? other : one;
      Sample on = first ? one : other;
      row(table, off, "off", "open", "");
      row(
          table,
          on,
          "on",
          "open",
          "%+d ms; %+d ms in the median second"
              .formatted(on.p99Millis() - off.p99Millis(), on.medianP99() - off.medianP99()));
    }
  }

  private void row(
      StringBuilder table, Sample sample, String checks, String model, String comparison) {
    table.append(
        String.format(
            Locale.ROOT,
            "| %s | %s | %,.0f | %,d | %d ms | %d ms | %.2f ms | %.1f %% | %.2f ms | %s |%n",
            checks,
            model,
            sample.perSecond(),
            sample.late(),
            sample.p99Millis(),
            sample.medianP99(),
            sample.latencies().mean().map(Duration::toNanos).orElse(0L) / 1e6,
            sample.checkedPercent(),
            sample.cpuMillis(),
            comparison));
  }

  /** What was measured at all endpoints together, from some time on. */
  private record Sample(
      List<EndpointRecord> endpoints,
      Duration span,
      long late,
      Timeline timeline,
      Duration from,
      double cpuMillis) {
    double perSecond() {
      return latencies().count() / (span.toNanos() / 1e9);
    }

    long p99Millis() {
      return latencies().at(Quantile.P99).map(Duration::toMillis).orElse(0L);
    }

    Latencies latencies() {
      return endpoints.stream()
          .map(EndpointRecord::latencies)
          .reduce(Latencies.none(), Latencies::plus);
    }

    /** Of whole seconds; half of them may be spoilt by what else the machine does. */
    long medianP99() {
      int each = (int) SECOND.dividedBy(timeline.interval());
      int first = (int) from.dividedBy(timeline.interval());
      int last =
          Math.min(timeline.slices().size(), first + (int) span.dividedBy(timeline.interval()));
      List<Long> p99s = new ArrayList<>();
      for (int i = first; i + each <= last; i += each) {
        timeline.slices().subList(i, i + each).stream()
            .flatMap(slice -> slice.latencies().values().stream())
            .reduce(Latencies::plus)
            .flatMap(second -> second.at(Quantile.P99))
            .ifPresent(p99 -> p99s.add(p99.toMillis()));
      }
      return p99s.stream().sorted().skip(p99s.size() / 2).findFirst().orElse(0L);
    }

    double checkedPercent() {
      long checks = endpoints.stream().mapToLong(EndpointRecord::contractChecks).sum();
      return 100.0 * checks / latencies().count();
    }
  }

  private Sample closed(boolean checked) throws IOException {
    RunRecord run =
        run(gate(checked).simulation("Load").with("concurrency", 32).with("duration", "4s"));
    return new Sample(
        run.endpoints(), run.duration(), 0, run.timeline(), Duration.ZERO, cpuMillis(run));
  }

  private Sample open(boolean checked, double rate) throws IOException {
    RunRecord run =
        run(
            gate(checked)
                .simulation("Stress")
                .with("startRate", rate / 2)
                .with("stepRate", rate / 2)
                .with("steps", 2)
                .with("stepDuration", "4s")
                .with("stopEarly", false));
    Phase second = run.phases().get(1);
    return new Sample(
        second.endpoints(),
        second.length(),
        second.arrivals().late(),
        run.timeline(),
        second.start(),
        cpuMillis(run));
  }

  /** Of the whole process and run, over all its requests: what no other process can spoil. */
  private static double cpuMillis(RunRecord run) {
    double requests = run.endpoints().stream().mapToLong(EndpointRecord::requests).sum();
    InjectorHealth health = run.injector().orElseThrow();
    return health.processCpu()
        * Runtime.getRuntime().availableProcessors()
        * health.span().toMillis()
        / requests;
  }

  private GateRun gate(boolean checked) throws IOException {
    return GateRun.in(Files.createTempDirectory(folder, "run"))
        .withEveryCompiler()
        .against(service.uri())
        .withBudget(budget(checked))
        .with("warmup", 1_000)
        .with("gatlingReport", false)
        .with("progress", false);
  }

  private static RunRecord run(GateRun gate) throws IOException {
    GateResult result = gate.run();
    System.out.print(result.console());
    return RecordJson.read(Files.readString(result.reports().resolve("run.json")));
  }

  private static Budget budget(boolean checked) {
    return checked
        ? new Budget().endpoint("stats", "stats").endpoint("events", "events")
        : new Budget().endpoint("stats").endpoint("events");
  }
}
