package io.chainbridge.shadow.gatling;

import io.chainbridge.shadow.bench.Bench;
import io.chainbridge.shadow.bench.Comparison;
import io.chainbridge.shadow.bench.Findings;
import io.chainbridge.shadow.bench.Target;
import io.chainbridge.shadow.record.RecordJson;
import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.record.Timeline;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How many requests a second 32 users come to with all checks, beside Gatling alone with a check of
 * the status; both write Gatling's log. Of each run the second half counts, when its code is
 * compiled.
 */
public final class Throughput implements Bench {
  static final int USERS = 32;
  private static final int SECONDS = 12;

  @Override
  public void measure(Findings findings) throws IOException {
    try (FixedService service = FixedService.start()) {
      of(findings, service, "events", "18 KB", 0.45);
      of(findings, service, "stats", "0.3 KB", 0.80);
    }
  }

  private static void of(
      Findings findings, FixedService service, String endpoint, String size, double different)
      throws IOException {
    Series bare = new Series();
    Series bareDifferent = new Series();
    Series probe = new Series();
    Series probeDifferent = new Series();
    Series loadDifferent = new Series();
    double rate = bare(findings, service, "/" + endpoint, 100_000);
    for (int round = 0; round < findings.rounds(); round++) {
      long requests = (long) (rate * SECONDS);
      rate = bare.plus(bare(findings, service, "/" + endpoint, requests));
      probe.plus(probe(findings, service, endpoint, "", requests));
      bareDifferent.plus(bare(findings, service, "/different/" + endpoint, requests));
      probeDifferent.plus(
          probe(findings, service, endpoint, "/different", (long) (requests * different)));
      loadDifferent.plus(load(findings, service, endpoint));
    }
    add(findings, "all the same, each checked", size, probe, service, bare, 0.95);
    add(
        findings,
        "all different, each checked",
        size,
        probeDifferent,
        service,
        bareDifferent,
        different);
    add(
        findings,
        "all different, a sample checked aside",
        size,
        loadDifferent,
        service,
        bareDifferent,
        0.90);
  }

  private static void add(
      Findings findings,
      String bodies,
      String size,
      Series ours,
      FixedService service,
      Series bare,
      double target) {
    findings.add(
        new Comparison(
            "%d users, bodies of %s, %s".formatted(USERS, size, bodies),
            "requests/s",
            ours.samples,
            "Gatling alone, status checked, " + service.name(),
            bare.samples,
            Optional.of(Target.ratioAtLeast(target))));
  }

  /** Samples of one kind of run. */
  private static final class Series {
    private final List<Double> samples = new ArrayList<>();

    double plus(double sample) {
      samples.add(sample);
      return sample;
    }
  }

  private static double bare(Findings findings, FixedService service, String path, long requests)
      throws IOException {
    return BareRun.in(findings.folder("bare"), service.uri(), path)
        .requests(requests, USERS)
        .run()
        .perSecond();
  }

  private static double probe(
      Findings findings, FixedService service, String endpoint, String below, long requests)
      throws IOException {
    return perSecond(
        gate(findings, service, endpoint, below)
            .with("iterations", requests)
            .with("concurrency", USERS));
  }

  private static double load(Findings findings, FixedService service, String endpoint)
      throws IOException {
    return perSecond(
        gate(findings, service, endpoint, "/different")
            .simulation("Load")
            .with("concurrency", USERS)
            .with("duration", SECONDS + "s"));
  }

  private static GateRun gate(
      Findings findings, FixedService service, String endpoint, String below) throws IOException {
    return GateRun.in(findings.folder("run"))
        .withEveryCompiler()
        .against(service.uri())
        .withBudget(new Budget().endpoint(endpoint, endpoint).below(endpoint, below))
        .with("warmup", 1_000)
        .with("progress", false);
  }

  private static double perSecond(GateRun gate) throws IOException {
    GateResult result = gate.run();
    if (result.exitCode() != 0) {
      throw new IllegalStateException(result.console());
    }
    RunRecord run = RecordJson.read(Files.readString(result.reports().resolve("run.json")));
    Timeline timeline = run.timeline();
    int last = (int) run.duration().dividedBy(timeline.interval()); // the one that is not whole
    int middle = last / 2;
    long requests =
        timeline.slices().subList(middle, last).stream()
            .flatMap(slice -> slice.latencies().values().stream())
            .mapToLong(latencies -> latencies.count())
            .sum();
    return requests / ((last - middle) * (timeline.interval().toNanos() / 1e9));
  }
}
