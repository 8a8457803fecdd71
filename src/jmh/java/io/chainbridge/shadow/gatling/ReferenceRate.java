package io.chainbridge.shadow.gatling;

import io.chainbridge.shadow.bench.Bench;
import io.chainbridge.shadow.bench.Comparison;
import io.chainbridge.shadow.bench.Findings;
import io.chainbridge.shadow.bench.Program;
import io.chainbridge.shadow.bench.Target;
import io.chainbridge.shadow.budget.Quantile;
import io.chainbridge.shadow.record.Phase;
import io.chainbridge.shadow.reference.ReferenceOptions;
import io.chainbridge.shadow.reference.ReferenceProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How many requests a second the reference service answers within 5 ms, in the 95th percentile, on
 * one core: stats and events of 5,000 in turns, arrivals due at their times, in steps of 500. The
 * injector has the other core, which the quick compiler leaves to it. The highest step that keeps
 * to it counts: in the first ones the service's code is compiled.
 */
public final class ReferenceRate implements Bench {
  private static final int STEP = 500;
  private static final int STEPS = 10;
  private static final Duration WITHIN = Duration.ofMillis(5);

  @Override
  public void measure(Findings findings) throws IOException {
    List<Double> reference = new ArrayList<>();
    List<Double> fixed = new ArrayList<>();
    String name = "";
    String budget = new Budget().endpoint("stats").endpoint("events").text();
    for (int round = 0; round < findings.rounds(); round++) {
      try (ReferenceProcess process = ReferenceProcess.start(ReferenceOptions.DEFAULT)) {
        reference.add(
            sustained(
                findings,
                process.uri(),
                process.pid(),
                Files.readString(Path.of("budgets/shadow.json"))));
      }
      try (FixedService service = FixedService.start()) {
        name = service.name();
        fixed.add(sustained(findings, service.uri(), service.pid(), budget));
      }
    }
    findings.add(
        new Comparison(
            "reference service on one core: sustained within a p95 of 5 ms, up to %,d"
                .formatted(STEP * STEPS),
            "requests/s",
            reference,
            name + ", bodies that are always the same",
            fixed,
            Optional.of(Target.atLeast(1_500))));
  }

  private static double sustained(Findings findings, URI target, long pid, String budget)
      throws IOException {
    pin(findings.folder("taskset"), pid);
    GateRun gate =
        GateRun.in(findings.folder("run"))
            .within("taskset", "-c", "0")
            .against(target)
            .withBudget(budget)
            .simulation("Stress")
            .with("startRate", STEP)
            .with("stepRate", STEP)
            .with("steps", STEPS)
            .with("stepDuration", "4s")
            .with("stopEarly", false)
            .with("warmup", 2_000)
            .with("gatlingReport", false)
            .with("progress", false);
    return gate.run().record().phases().stream()
        .filter(phase -> phase.arrivals().keptUp() && isSoon(phase))
        .mapToDouble(Phase::rate)
        .max()
        .orElse(0);
  }

  private static boolean isSoon(Phase phase) {
    return phase.endpoints().stream()
        .allMatch(
            endpoint ->
                endpoint.failures() == 0
                    && endpoint
                        .latency(Quantile.P95)
                        .filter(p95 -> p95.compareTo(WITHIN) <= 0)
                        .isPresent());
  }

  private static void pin(Path folder, long pid) throws IOException {
    Program.Done unused =
        Program.installed("taskset").run(folder, "-a", "-c", "-p", "1", Long.toString(pid));
  }
}
