package io.chainbridge.shadow.gatling;

import io.chainbridge.shadow.bench.Bench;
import io.chainbridge.shadow.bench.Comparison;
import io.chainbridge.shadow.bench.Findings;
import io.chainbridge.shadow.bench.Spread;
import io.chainbridge.shadow.bench.Target;
import io.chainbridge.shadow.budget.Quantile;
import io.chainbridge.shadow.record.EndpointRecord;
import io.chainbridge.shadow.record.Latencies;
import io.chainbridge.shadow.record.Phase;
import io.chainbridge.shadow.record.Timeline;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What checks add to the latencies that a run measures: half the rate that 32 users of Gatling
 * alone come to, due at their times, with contracts checked as under any load, a sample of them
 * aside, and by Gatling alone, in turns. As long before, code is compiled at lower rates.
 *
 * <p>On two cores that are two thirds busy, whatever else happens for a hundredth of the time
 * decides a p99. So what counts is the median of those of windows of about a second.
 */
public final class CheckCost implements Bench {
  private static final int STEPS = 2;
  private static final Duration STEP = Duration.ofSeconds(20);
  private static final Duration BEFORE = STEP.multipliedBy(STEPS - 1);

  /** A multiple of the slices of a run of that length, which are 80 ms long. */
  private static final Duration WINDOW = Duration.ofMillis(960);

  /** Of the rate; with fewer, the latencies are not those at that rate. */
  private static final double LEAST_SENT = 0.97;

  private static final String PATH = "/different/events";

  /**
   * The p99, in ms, of the last step.
   *
   * @param typical the median of its windows
   * @param whole of all requests
   */
  private record Measured(double typical, double whole) {}

  @Override
  public void measure(Findings findings) throws IOException {
    try (FixedService service = FixedService.start()) {
      double rate = Throughput.ofGatling(findings, service, PATH) / 2;
      List<Measured> ours = new ArrayList<>();
      List<Measured> bare = new ArrayList<>();
      for (int round = 0; round < findings.rounds(); round++) {
        bare.add(bare(findings, service, rate));
        ours.add(ours(findings, service, rate));
      }
      String what =
          "p99 at %,.0f requests/s, half of what Gatling alone comes to, bodies of 18 KB, all different, a sample checked aside: "
              .formatted(rate);
      String beside = "Gatling alone, status checked, " + service.name();
      findings.add(
          new Comparison(
              what + "the median second",
              "ms",
              each(ours, Measured::typical),
              beside,
              each(bare, Measured::typical),
              Optional.of(Target.differenceAtMost(1))));
      findings.add(
          new Comparison(
              what + "all %d s".formatted(STEP.toSeconds()),
              "ms",
              each(ours, Measured::whole),
              beside,
              each(bare, Measured::whole),
              Optional.empty()));
    }
  }

  private static List<Double> each(List<Measured> rounds, Function<Measured, Double> figure) {
    return rounds.stream().map(figure).toList();
  }

  private static Measured bare(Findings findings, FixedService service, double rate)
      throws IOException {
    BareResult result =
        BareRun.in(findings.folder("bare"), service.uri(), PATH).arrivals(rate, BEFORE, STEP).run();
    double sent = result.sentPerSecond(STEP);
    if (sent < LEAST_SENT * rate) {
      throw new IOException("Gatling alone sent %,.0f of %,.0f requests/s".formatted(sent, rate));
    }
    List<Double> windows = new ArrayList<>();
    for (int i = 0; i < STEP.dividedBy(WINDOW); i++) {
      windows.add(result.millis(Quantile.P99, BEFORE.plus(WINDOW.multipliedBy(i)), WINDOW));
    }
    return new Measured(Spread.of(windows).median(), result.millis(Quantile.P99, BEFORE));
  }

  private static Measured ours(Findings findings, FixedService service, double rate)
      throws IOException {
    GateResult result =
        GateRun.in(findings.folder("run"))
            .withEveryCompiler()
            .against(service.uri())
            .withBudget(new Budget().endpoint("events", "events").below("events", "/different"))
            .simulation("Stress")
            .with("startRate", rate / STEPS)
            .with("stepRate", rate / STEPS)
            .with("steps", STEPS)
            .with("stepDuration", STEP.toSeconds() + "s")
            .with("stopEarly", false)
            .with("warmup", 1_000)
            .with("progress", false)
            .run();
    Phase step = result.record().phases().get(STEPS - 1);
    EndpointRecord endpoint = step.endpoints().get(0);
    if (!step.arrivals().keptUp() || endpoint.failures() > 0) {
      throw new IOException(result.console());
    }
    return new Measured(
        Spread.of(windows(result.record().timeline(), endpoint.name())).median(),
        p99(endpoint.latencies()));
  }

  private static List<Double> windows(Timeline timeline, String endpoint) {
    int slices = (int) WINDOW.dividedBy(timeline.interval());
    int first = (int) BEFORE.dividedBy(timeline.interval());
    List<Double> windows = new ArrayList<>();
    for (int i = 0; i < STEP.dividedBy(WINDOW); i++) {
      Latencies latencies = Latencies.none();
      for (int slice = first + i * slices; slice < first + (i + 1) * slices; slice++) {
        latencies =
            latencies.plus(
                timeline.slices().get(slice).latencies().getOrDefault(endpoint, Latencies.none()));
      }
      windows.add(p99(latencies));
    }
    return windows;
  }

  private static double p99(Latencies latencies) {
    return latencies.at(Quantile.P99).orElseThrow().toNanos() / 1e6;
  }
}
