package io.chainbridge.shadow.gatling;

import com.fasterxml.jackson.databind.JsonNode;
import io.chainbridge.shadow.bench.Bench;
import io.chainbridge.shadow.bench.Comparison;
import io.chainbridge.shadow.bench.Findings;
import io.chainbridge.shadow.bench.Target;
import io.chainbridge.shadow.budget.Quantile;
import io.chainbridge.shadow.peer.Demand;
import io.chainbridge.shadow.peer.Toolbox;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Whether the percentiles that are reported are those of what happened: 4 users ask 2,000 times in
 * all, and the service knows how long it took over each answer. What the network and the load
 * generator add is in the error, so that none comes to nought.
 */
public final class Accuracy implements Bench {
  private static final int USERS = 4;
  private static final long REQUESTS = 2_000;
  private static final long WARM_UP = 50;

  /** That 2,000 requests of four users take of 24 ms each. */
  private static final Duration TIME = Duration.ofSeconds(12);

  private static final String OURS = "Shadow Load";
  private static final String GATLING = "Gatling alone";

  /** A load generator that is to ask, and to report. */
  @FunctionalInterface
  private interface Reporter {
    Map<Quantile, Double> run(Demand demand) throws IOException;
  }

  @Override
  public void measure(Findings findings) throws IOException {
    Toolbox toolbox = Toolbox.here();
    Map<String, Reporter> reporters = new LinkedHashMap<>();
    reporters.put(OURS, Accuracy::ours);
    reporters.put(GATLING, Accuracy::gatling);
    toolbox.peers().stream()
        .filter(peer -> !peer.checks())
        .forEach(peer -> reporters.put(peer.name(), peer::run));
    List<String> absent = new ArrayList<>(toolbox.absent());
    Map<String, Errors> errors = new LinkedHashMap<>();
    reporters.keySet().forEach(name -> errors.put(name, new Errors()));
    try (HoldingService service = HoldingService.start()) {
      for (int round = 0; round < findings.rounds(); round++) {
        for (String name : List.copyOf(reporters.keySet())) {
          service.forget();
          try {
            Map<Quantile, Double> reported = reporters.get(name).run(demand(findings, service));
            errors.get(name).add(reported, measured(name, service.times()));
          } catch (IOException | RuntimeException e) {
            if (name.equals(OURS) || name.equals(GATLING)) {
              throw e;
            }
            reporters.remove(name);
            errors.remove(name);
            absent.add(Toolbox.leftOut(name, e));
          }
        }
      }
    }
    for (Quantile quantile : Quantile.values()) {
      findings.add(comparison(quantile, errors.get(OURS), errors.get(GATLING)));
    }
    findings.add("Errors of percentiles", text(findings.rounds(), errors, absent));
  }

  private static Demand demand(Findings findings, HoldingService service) throws IOException {
    return new Demand(
        service.uri().resolve("/stats"), USERS, REQUESTS, TIME, findings.folder("accuracy"));
  }

  /** All but our warm-up, which ends before the first that counts begins. */
  private static List<Long> measured(String name, List<Long> times) {
    List<Long> measured = name.equals(OURS) ? times.subList((int) WARM_UP, times.size()) : times;
    if (measured.size() != REQUESTS && !name.startsWith("wrk")) {
      throw new IllegalStateException(
          "%s asked %d times instead of %d".formatted(name, measured.size(), REQUESTS));
    }
    return measured;
  }

  private static Map<Quantile, Double> ours(Demand demand) throws IOException {
    GateResult result =
        GateRun.in(demand.folder())
            .against(demand.address().resolve("/"))
            .withBudget(new Budget().endpoint("stats", "stats"))
            .withEveryCompiler()
            .with("iterations", demand.requests())
            .with("concurrency", demand.users())
            .with("warmup", WARM_UP)
            .with("progress", false)
            .run()
            .passed();
    JsonNode endpoint = result.endpoint("stats");
    return percentiles(
        quantile ->
            endpoint.required("p%.0f_latency_ms".formatted(quantile.percent())).doubleValue());
  }

  private static Map<Quantile, Double> gatling(Demand demand) throws IOException {
    BareResult result =
        BareRun.in(demand.folder(), demand.address().resolve("/"), demand.address().getPath())
            .requests(demand.requests(), demand.users())
            .withReport()
            .run();
    return percentiles(result::reportedMillis);
  }

  private static Map<Quantile, Double> percentiles(ToDoubleFunction<Quantile> reported) {
    return Arrays.stream(Quantile.values())
        .collect(Collectors.toMap(quantile -> quantile, reported::applyAsDouble));
  }

  private static Comparison comparison(Quantile quantile, Errors ours, Errors gatling) {
    return new Comparison(
        "error of the p%.0f that a run reports, %d users, %,d requests"
            .formatted(quantile.percent(), USERS, REQUESTS),
        "ms",
        ours.sizes(quantile),
        "Gatling alone, its own report",
        gatling.sizes(quantile),
        Optional.of(Target.everyRoundAtMost(1)));
  }

  private static String text(int rounds, Map<String, Errors> errors, List<String> absent) {
    return """
        The largest error of %d runs in ms, and between brackets the lowest and the highest with
        their signs: what is reported less what the service counted. wrk is told a time instead of
        a number of requests.

        | load generator | p50 | p95 | p99 |
        |---|--:|--:|--:|
        %s
        %s"""
        .formatted(
            rounds,
            errors.entrySet().stream()
                .map(entry -> row(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining("\n")),
            absent.stream().map(line -> "- " + line + "\n").collect(Collectors.joining()));
  }

  private static String row(String name, Errors errors) {
    return Arrays.stream(Quantile.values())
        .map(errors::text)
        .collect(Collectors.joining(" | ", "| " + name + " | ", " |"));
  }
}
