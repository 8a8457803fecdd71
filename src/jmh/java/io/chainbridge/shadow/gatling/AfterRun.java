package io.chainbridge.shadow.gatling;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.chainbridge.shadow.bench.Bench;
import io.chainbridge.shadow.bench.Comparison;
import io.chainbridge.shadow.bench.Findings;
import io.chainbridge.shadow.bench.Target;
import io.chainbridge.shadow.record.RunRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How long a run takes from its last response to the end of its process, and how much memory it
 * needs: record, verdict and all reports, beside Gatling's own report, and beside a run of a tenth.
 * 10 MB more for 900,000 requests more would be 12 bytes each.
 */
public final class AfterRun implements Bench {
  private static final int REQUESTS = 1_000_000;
  private static final int HEAP_MEGABYTES = 512;
  private static final int LONGEST_SECONDS = 600;

  private record Sample(double seconds, double megabytes) {}

  @Override
  public void measure(Findings findings) throws IOException {
    List<Sample> ours = new ArrayList<>();
    List<Sample> tenth = new ArrayList<>();
    List<Double> gatling = new ArrayList<>();
    try (FixedService service = FixedService.start()) {
      for (int round = 0; round < findings.rounds(); round++) {
        tenth.add(ours(findings, service, REQUESTS / 10));
        ours.add(ours(findings, service, REQUESTS));
        gatling.add(gatling(findings, service));
      }
    }
    String run =
        "%,d requests, -DgatlingReport=false, heap of %d MB: ".formatted(REQUESTS, HEAP_MEGABYTES);
    findings.add(
        new Comparison(
            run + "from the last response to the end, with record, verdict and all other reports",
            "s",
            ours.stream().map(Sample::seconds).toList(),
            "Gatling alone parses its log and writes its report, heap of 1 GB",
            gatling,
            Optional.of(Target.atMost(2))));
    findings.add(
        new Comparison(
            run + "the same",
            "s",
            ours.stream().map(Sample::seconds).toList(),
            "a tenth of the requests",
            tenth.stream().map(Sample::seconds).toList(),
            Optional.of(Target.ratioAtMost(10))));
    findings.add(
        new Comparison(
            run + "left in use of the heap",
            "MB",
            ours.stream().map(Sample::megabytes).toList(),
            "a tenth of the requests",
            tenth.stream().map(Sample::megabytes).toList(),
            Optional.of(Target.differenceAtMost(10))));
  }

  private static Sample ours(Findings findings, FixedService service, int requests)
      throws IOException {
    Path folder = findings.folder("run");
    GateRun gate =
        GateRun.in(folder)
            .withEveryCompiler()
            .withEnvironment("JAVA_TOOL_OPTIONS", HeapLeft.OPTION)
            .withHeap(HEAP_MEGABYTES)
            .against(service.uri())
            .withBudget(new Budget().endpoint("stats", "stats"))
            .with("iterations", requests)
            .with("concurrency", Throughput.USERS)
            .with("warmup", 1_000)
            .with("gatlingReport", false)
            .with("progress", false);
    try (RunningGate running = gate.start()) {
      running.process().onExit().orTimeout(LONGEST_SECONDS, SECONDS).join();
      Instant end = Instant.now();
      RunRecord run = running.result().passed().record();
      Duration after = Duration.between(run.startedAt().plus(run.duration()), end);
      return new Sample(after.toNanos() / 1e9, HeapLeft.megabytes(folder));
    }
  }

  private static double gatling(Findings findings, FixedService service) throws IOException {
    BareResult result =
        BareRun.in(findings.folder("bare"), service.uri(), "/stats")
            .requests(REQUESTS, Throughput.USERS)
            .withReport()
            .run();
    return result.afterLast().toNanos() / 1e9;
  }
}
