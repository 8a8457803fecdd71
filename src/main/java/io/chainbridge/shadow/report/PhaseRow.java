package io.chainbridge.shadow.report;

import io.chainbridge.shadow.budget.Limit;
import io.chainbridge.shadow.budget.Quantile;
import io.chainbridge.shadow.record.EndpointRecord;
import io.chainbridge.shadow.record.Phase;
import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.verdict.Outcome;
import io.chainbridge.shadow.verdict.Verdict;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One phase of a run in a line. Of its endpoints that one is shown whose latency is the nearest to
 * its limit, or the furthest beyond it; where no latency is limited, the slowest by p95.
 *
 * @param name of the phase
 * @param planned arrivals a second; none where a phase comes again and again at different rates
 * @param actual arrivals a second
 * @param requests that were answered or given up
 * @param failures among them
 * @param worst name of that endpoint
 * @param p95 its latency, and the limit if there is one
 * @param p99 the same
 * @param tone of what became of the phase
 * @param outcome held, or what broke
 */
record PhaseRow(
    String name,
    String planned,
    String actual,
    String requests,
    String failures,
    String worst,
    String p95,
    String p99,
    Tone tone,
    String outcome) {
  private static final String NONE = "-";

  /** What the columns are called, but for the tone. */
  static final List<String> HEAD =
      List.of(
          "phase",
          "planned",
          "actual",
          "requests",
          "failed",
          "worst endpoint",
          "p95",
          "p99",
          "outcome");

  /** All phases of a run, in its order. */
  static List<PhaseRow> of(RunRecord run, Verdict verdict) {
    return run.phases().stream().map(phase -> of(phase, run, verdict)).toList();
  }

  private static PhaseRow of(Phase phase, RunRecord run, Verdict verdict) {
    List<Outcome> outcomes = verdict.outcomesOf(phase.name());
    Optional<EndpointRecord> worst = worst(phase, outcomes);
    boolean oneRate = !PhaseBand.encloses(phase, run);
    return new PhaseRow(
        phase.name(),
        oneRate ? Figures.rate(phase.rate()) + " /s" : NONE,
        oneRate ? String.format(Locale.ROOT, "%,.1f /s", phase.arrivals().actualRate()) : NONE,
        Figures.count(phase.requests()),
        Figures.count(phase.endpoints().stream().mapToLong(EndpointRecord::failures).sum()),
        worst.map(EndpointRecord::name).orElse(NONE),
        worst.map(some -> latency(some, Limit.P95_LATENCY_MS, outcomes)).orElse(NONE),
        worst.map(some -> latency(some, Limit.P99_LATENCY_MS, outcomes)).orElse(NONE),
        tone(phase, outcomes),
        outcome(phase, outcomes));
  }

  private static Optional<EndpointRecord> worst(Phase phase, List<Outcome> outcomes) {
    Optional<String> nearest =
        outcomes.stream()
            .filter(outcome -> quantile(outcome).isPresent() && outcome.headroom().isPresent())
            .min(Comparator.comparingDouble(outcome -> outcome.headroom().getAsDouble()))
            .map(Outcome::endpoint);
    return nearest.isPresent()
        ? phase.endpoints().stream().filter(some -> some.name().equals(nearest.get())).findFirst()
        : phase.endpoints().stream()
            .filter(some -> some.latency(Quantile.P95).isPresent())
            .max(Comparator.comparing(some -> some.latency(Quantile.P95).orElse(Duration.ZERO)));
  }

  private static Optional<Quantile> quantile(Outcome outcome) {
    return LimitName.limit(outcome.limit()).flatMap(Limit::quantile);
  }

  private static String latency(EndpointRecord endpoint, Limit limit, List<Outcome> outcomes) {
    String budget =
        outcomes.stream()
            .filter(outcome -> outcome.endpoint().equals(endpoint.name()))
            .filter(outcome -> outcome.limit().equals(limit.key()))
            .findFirst()
            .map(outcome -> " of " + Figures.withUnit(limit.key(), outcome.budget()))
            .orElse(" ms");
    return endpoint
        .latency(limit.quantile().orElseThrow())
        .map(latency -> Figures.count(latency.toMillis()) + budget)
        .orElse(NONE);
  }

  private static Tone tone(Phase phase, List<Outcome> outcomes) {
    if (!phase.judged()) {
      return Tone.NEUTRAL;
    }
    if (!phase.arrivals().keptUp()) {
      return Tone.UNKNOWN;
    }
    return Tone.of(outcomes);
  }

  private static String outcome(Phase phase, List<Outcome> outcomes) {
    List<Outcome> broken = outcomes.stream().filter(outcome -> !outcome.passed()).toList();
    if (!phase.judged()) {
      return "not judged";
    }
    if (!phase.arrivals().keptUp()) {
      return "invalid: the injector could not keep up";
    }
    return broken.isEmpty() ? "held" : "broke: " + FindingText.broken(broken);
  }

  /** As {@link #HEAD} says. */
  List<String> cells() {
    return List.of(name, planned, actual, requests, failures, worst, p95, p99, outcome);
  }
}
