package io.chainbridge.shadow.gatling;

import io.chainbridge.shadow.bench.Bench;
import io.chainbridge.shadow.bench.Comparison;
import io.chainbridge.shadow.bench.Findings;
import io.chainbridge.shadow.bench.Spread;
import io.chainbridge.shadow.peer.Demand;
import io.chainbridge.shadow.peer.Toolbox;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Requests a second of 32 users with all checks, beside other load generators as they come and with
 * such checks as they have. The service counts, and for all alike.
 */
public final class Peers implements Bench {
  private static final int SECONDS = 8;

  @Override
  public void measure(Findings findings) throws IOException {
    Toolbox toolbox = Toolbox.here();
    try (FixedService service = FixedService.start()) {
      measure(findings, toolbox, service, "", "all the same");
      measure(findings, toolbox, service, "/different", "all different");
    }
  }

  private static void measure(
      Findings findings, Toolbox toolbox, FixedService service, String below, String bodies)
      throws IOException {
    Contender ours = new Contender("Shadow Load", "", demand -> probe(service, below, demand));
    List<Contender> others = others(service, toolbox);
    List<Contender> all = new ArrayList<>(others);
    all.add(ours);
    URI address = service.uri().resolve(below + "/events");
    for (Contender contender : all) {
      contender.tryOut(service, demand(findings, address), SECONDS);
    }
    for (int round = 0; round < findings.rounds(); round++) {
      for (Contender contender : all) {
        contender.round(service, demand(findings, address), SECONDS);
      }
      if (ours.failure().isPresent()) {
        throw new IOException(ours.failure().get());
      }
    }
    List<String> absent = new ArrayList<>(toolbox.absent());
    others.forEach(
        other ->
            other.failure().ifPresent(reason -> absent.add(Toolbox.leftOut(other.name(), reason))));
    others.removeIf(other -> other.failure().isPresent());
    others.forEach(other -> findings.add(comparison(ours, other, bodies, service)));
    findings.add("Other load generators, bodies of 18 KB, " + bodies, text(ours, others, absent));
  }

  private static List<Contender> others(FixedService service, Toolbox toolbox) {
    List<Contender> others = new ArrayList<>(toolbox.peers().stream().map(Contender::of).toList());
    others.add(
        new Contender(
            "Gatling alone, status checked",
            "It reads no body.",
            demand -> gatling(service, demand).run()));
    others.add(
        new Contender(
            "Gatling, JSON Schema checked for each answer",
            "It checks neither type nor size, and keeps no record but Gatling's log.",
            demand -> gatling(service, demand).naive().run()));
    return others;
  }

  private static Demand demand(Findings findings, URI address) throws IOException {
    return new Demand(
        address,
        Throughput.USERS,
        Throughput.USERS,
        Duration.ofSeconds(1),
        findings.folder("peer"));
  }

  private static BareRun gatling(FixedService service, Demand demand) {
    return BareRun.in(demand.folder(), service.uri(), demand.address().getPath())
        .requests(demand.requests(), demand.users());
  }

  private static void probe(FixedService service, String below, Demand demand) throws IOException {
    GateResult unused =
        GateRun.in(demand.folder())
            .withEveryCompiler()
            .against(service.uri())
            .withBudget(new Budget().endpoint("events", "events").below("events", below))
            .with("iterations", demand.requests())
            .with("concurrency", demand.users())
            .with("warmup", 1_000)
            .with("gatlingReport", false)
            .with("progress", false)
            .run()
            .passed();
  }

  private static Comparison comparison(
      Contender ours, Contender other, String bodies, FixedService service) {
    return new Comparison(
        "Shadow Load with all checks, -DgatlingReport=false, %d users, bodies of 18 KB, %s"
            .formatted(Throughput.USERS, bodies),
        "requests/s",
        ours.samples(),
        other.name() + ", " + service.name(),
        other.samples(),
        Optional.empty());
  }

  private static String text(Contender ours, List<Contender> others, List<String> absent) {
    StringBuilder text = new StringBuilder();
    for (Contender other : others) {
      double times = times(other, ours);
      if (times > 1) {
        text.append(
            "- %s: %.1f times as fast as Shadow Load. %s%n"
                .formatted(other.name(), times, other.advantage()));
      }
    }
    if (text.isEmpty()) {
      text.append("None was faster than Shadow Load.\n");
    }
    absent.forEach(line -> text.append("- ").append(line).append('\n'));
    return text.toString();
  }

  /** In the median of the rounds. */
  private static double times(Contender one, Contender other) {
    return Spread.of(
            IntStream.range(0, one.samples().size())
                .mapToObj(round -> one.samples().get(round) / other.samples().get(round))
                .toList())
        .median();
  }
}
