package io.chainbridge.shadow.gatling;

import io.chainbridge.shadow.bench.Bench;
import io.chainbridge.shadow.bench.Comparison;
import io.chainbridge.shadow.bench.Findings;
import io.chainbridge.shadow.bench.Target;
import io.chainbridge.shadow.budget.Quantile;
import io.chainbridge.shadow.record.RecordJson;
import io.chainbridge.shadow.record.RunRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What checking contracts adds to the latencies that a run measures: half the rate that 32 users of
 * Gatling alone come to, due at their times, with contracts and without, in turns. That rate is
 * reached in two steps, of which the second counts: in the first one code is compiled.
 */
public final class CheckCost implements Bench {
  private static final long REQUESTS = 100_000;

  @Override
  public void measure(Findings findings) throws IOException {
    try (FixedService service = FixedService.start()) {
      BareRun bare =
          BareRun.of(
              findings.folder("bare"),
              service.uri(),
              "/different/events",
              Throughput.USERS,
              REQUESTS,
              false);
      double rate = bare.perSecond() / 2;
      List<Double> with = new ArrayList<>();
      List<Double> without = new ArrayList<>();
      for (int round = 0; round < findings.rounds(); round++) {
        boolean first = round % 2 == 1;
        (first ? with : without).add(p99Millis(findings, service, first, rate));
        (first ? without : with).add(p99Millis(findings, service, !first, rate));
      }
      findings.add(
          new Comparison(
              "p99 at %,.0f requests/s, half of what Gatling alone comes to, bodies of 18 KB, contracts checked"
                  .formatted(rate),
              "ms",
              with,
              "the same without contracts, " + service.name(),
              without,
              Optional.of(Target.differenceAtMost(1))));
    }
  }

  private static double p99Millis(
      Findings findings, FixedService service, boolean checked, double rate) throws IOException {
    Budget budget =
        checked ? new Budget().endpoint("events", "events") : new Budget().endpoint("events");
    GateResult result =
        GateRun.in(findings.folder("run"))
            .withEveryCompiler()
            .against(service.uri())
            .withBudget(budget.below("events", "/different"))
            .simulation("Stress")
            .with("startRate", rate / 2)
            .with("stepRate", rate / 2)
            .with("steps", 2)
            .with("stepDuration", "8s")
            .with("stopEarly", false)
            .with("warmup", 1_000)
            .with("gatlingReport", false)
            .with("progress", false)
            .run();
    RunRecord run = RecordJson.read(Files.readString(result.reports().resolve("run.json")));
    return run.phases()
            .get(1)
            .endpoints()
            .get(0)
            .latencies()
            .at(Quantile.P99)
            .orElseThrow()
            .toNanos()
        / 1e6;
  }
}
