package io.chainbridge.shadow.gatling;

import io.chainbridge.shadow.bench.Bench;
import io.chainbridge.shadow.bench.Comparison;
import io.chainbridge.shadow.bench.Findings;
import io.chainbridge.shadow.bench.Target;
import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.record.Timeline;
import java.io.IOException;
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

  private static final long FIRST_REQUESTS = 100_000;

  /** Of each run. */
  private static final int SECONDS = 30;

  @Override
  public void measure(Findings findings) throws IOException {
    try (FixedService service = FixedService.start()) {
      of(findings, service, "events", "18 KB", 0.45);
      of(findings, service, "stats", "0.3 KB", 0.80);
    }
  }

  private static void of(
      Findings findings, FixedService service, String endpoint, String size, double leastRatio)
      throws IOException {
    Series bare = new Series();
    Series bareDifferent = new Series();
    Series probe = new Series();
    Series probeDifferent = new Series();
    Series load = new Series();
    String same = "/" + endpoint;
    String other = "/different/" + endpoint;
    double rate = ofGatling(findings, service, same);
    for (int round = 0; round < findings.rounds(); round++) {
      long requests = (long) (rate * SECONDS);
      long fewer = (long) (requests * leastRatio);
      GateRun repeated = gate(findings, service, endpoint, "");
      GateRun varied = gate(findings, service, endpoint, "/different");
      rate = bare.plus(bare(findings, service, same, requests));
      probe.plus(probe(repeated, requests));
      bareDifferent.plus(bare(findings, service, other, requests));
      probeDifferent.plus(probe(varied, fewer));
      load.plus(load(gate(findings, service, endpoint, "/different")));
    }
    String run = "%d users, bodies of %s, ".formatted(USERS, size);
    String beside = "Gatling alone, status checked, " + service.name();
    String others = run + "all different, ";
    add(findings, run + "all the same, each checked", probe, beside, bare, 0.95);
    add(findings, others + "each checked", probeDifferent, beside, bareDifferent, leastRatio);
    add(findings, others + "a sample checked aside", load, beside, bareDifferent, 0.90);
  }

  private static void add(
      Findings findings, String what, Series ours, String beside, Series bare, double target) {
    findings.add(
        new Comparison(
            what,
            "requests/s",
            ours.samples,
            beside,
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

  /** Of Gatling alone; a first run tells how many requests the second takes. */
  static double ofGatling(Findings findings, FixedService service, String path) throws IOException {
    double first = bare(findings, service, path, FIRST_REQUESTS);
    return bare(findings, service, path, (long) (first * SECONDS));
  }

  private static double bare(Findings findings, FixedService service, String path, long requests)
      throws IOException {
    return BareRun.in(findings.folder("bare"), service.uri(), path)
        .requests(requests, USERS)
        .run()
        .perSecond();
  }

  private static double probe(GateRun gate, long requests) throws IOException {
    return perSecond(gate.with("iterations", requests).with("concurrency", USERS));
  }

  private static double load(GateRun gate) throws IOException {
    return perSecond(
        gate.simulation("Load").with("concurrency", USERS).with("duration", SECONDS + "s"));
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
    RunRecord run = gate.run().passed().record();
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
