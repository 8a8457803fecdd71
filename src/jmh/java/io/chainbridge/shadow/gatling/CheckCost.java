package io.chainbridge.shadow.gatling;

import io.chainbridge.shadow.bench.Bench;
import io.chainbridge.shadow.bench.Comparison;
import io.chainbridge.shadow.bench.Findings;
import io.chainbridge.shadow.bench.Target;
import io.chainbridge.shadow.budget.Quantile;
import io.chainbridge.shadow.record.EndpointRecord;
import io.chainbridge.shadow.record.Phase;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What checks add to the latencies that a run measures: half the rate that 32 users of Gatling
 * alone come to, due at their times, with contracts checked as under any load, a sample of them
 * aside, and by Gatling alone, in turns. Three times as long before, code is compiled at lower
 * rates.
 */
public final class CheckCost implements Bench {
  private static final int STEPS = 4;
  private static final Duration STEP = Duration.ofSeconds(10);
  private static final Duration BEFORE = STEP.multipliedBy(STEPS - 1);

  /** Of the rate; with fewer, the latencies are not those at that rate. */
  private static final double LEAST_SENT = 0.97;

  private static final String PATH = "/different/events";

  @Override
  public void measure(Findings findings) throws IOException {
    try (FixedService service = FixedService.start()) {
      double rate = Throughput.ofGatling(findings, service, PATH) / 2;
      List<Double> ours = new ArrayList<>();
      List<Double> bare = new ArrayList<>();
      for (int round = 0; round < findings.rounds(); round++) {
        bare.add(bareMillis(findings, service, rate));
        ours.add(ourMillis(findings, service, rate));
      }
      findings.add(
          new Comparison(
              "p99 at %,.0f requests/s, half of what Gatling alone comes to, bodies of 18 KB, all different, a sample checked aside"
                  .formatted(rate),
              "ms",
              ours,
              "Gatling alone, status checked, " + service.name(),
              bare,
              Optional.of(Target.differenceAtMost(1))));
    }
  }

  private static double bareMillis(Findings findings, FixedService service, double rate)
      throws IOException {
    BareResult result =
        BareRun.in(findings.folder("bare"), service.uri(), PATH).arrivals(rate, BEFORE, STEP).run();
    double sent = result.sentPerSecond(STEP);
    if (sent < LEAST_SENT * rate) {
      throw new IOException("Gatling alone sent %,.0f of %,.0f requests/s".formatted(sent, rate));
    }
    return result.millis(Quantile.P99, BEFORE);
  }

  private static double ourMillis(Findings findings, FixedService service, double rate)
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
    return endpoint.latency(Quantile.P99).orElseThrow().toNanos() / 1e6;
  }
}
