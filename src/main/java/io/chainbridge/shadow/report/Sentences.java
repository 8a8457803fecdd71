package io.chainbridge.shadow.report;

import io.chainbridge.shadow.budget.Limit;
import io.chainbridge.shadow.record.Ending;
import io.chainbridge.shadow.record.EndpointRecord;
import io.chainbridge.shadow.record.ErrorCount;
import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.record.ViolationCount;
import io.chainbridge.shadow.verdict.Evidence;
import io.chainbridge.shadow.verdict.Finding;
import io.chainbridge.shadow.verdict.Outcome;
import io.chainbridge.shadow.verdict.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Why a run does not pass, in sentences that name the phase where there are any, the endpoint, the
 * figures and the cause.
 */
public final class Sentences {
  private static final int MOST_ERRORS = 3;

  /** A broken contract explains failures, and failures explain a lack of data. */
  static final Comparator<Outcome> CAUSES_FIRST =
      Comparator.comparing((Outcome outcome) -> outcome.result() == Outcome.Result.NO_DATA)
          .thenComparing(outcome -> !outcome.limit().equals(Outcome.CONTRACT));

  private Sentences() {}

  /** One sentence for each thing that is wrong; empty for a run that passes. */
  public static List<String> of(RunRecord run, Verdict verdict) {
    List<String> sentences = new ArrayList<>(reasons(run, verdict));
    if (run.endpoints().stream().allMatch(endpoint -> endpoint.requests() == 0)) {
      return sentences;
    }
    PartName.all(run)
        .forEach(
            phase ->
                Stream.concat(Stream.of(""), run.endpoints().stream().map(EndpointRecord::name))
                    .forEach(
                        endpoint ->
                            verdict.outcomes().stream()
                                .filter(outcome -> outcome.phase().equals(phase))
                                .filter(outcome -> outcome.endpoint().equals(endpoint))
                                .sorted(CAUSES_FIRST)
                                .forEach(outcome -> sentences.addAll(of(outcome, run)))));
    if (!verdict.passed()) {
      sentences.addAll(whyNoMore(run, verdict));
    }
    return sentences;
  }

  /** What broke at the lowest rate of a search that did not meet the budgets. */
  private static List<String> whyNoMore(RunRecord run, Verdict verdict) {
    return verdict.findings().stream()
        .filter(Finding.Capacity.class::isInstance)
        .flatMap(capacity -> ((Finding.Capacity) capacity).broken().stream())
        .filter(outcome -> outcome.result() == Outcome.Result.BREACHED)
        .sorted(CAUSES_FIRST)
        .flatMap(outcome -> of(outcome, run).stream())
        .toList();
  }

  /** What there is to say of the run as a whole. */
  private static List<String> reasons(RunRecord run, Verdict verdict) {
    List<String> reasons = new ArrayList<>();
    if (!verdict.reason().isEmpty() && !verdict.reason().equals(stop(run).orElse(""))) {
      reasons.add(verdict.reason());
    }
    stop(run).map(reason -> "stopped early: " + reason).ifPresent(reasons::add);
    return reasons;
  }

  /** Why the run was ended before all its requests were made; empty if it was not. */
  static Optional<String> stop(RunRecord run) {
    return run.ending().kind() == Ending.Kind.DECIDED
        ? Optional.of(run.ending().reason())
        : Optional.empty();
  }

  /** What is wrong with one outcome: at least one sentence unless it passed. */
  static List<String> of(Outcome outcome, RunRecord run) {
    if (outcome.passed()) {
      return List.of();
    }
    if (outcome.evidence() instanceof Evidence.BelowNoise noise) {
      return List.of(NoiseText.sentence(outcome, noise));
    }
    if (Outcome.regressing(outcome.limit()).isPresent()) {
      return List.of(DifferenceText.sentence(outcome, run));
    }
    if (ShapeLimit.isOne(outcome)) {
      return List.of(ShapeLimit.sentence(outcome));
    }
    String part = PartName.of(run, outcome.phase());
    String begin = part.isEmpty() ? "" : part + ": ";
    return of(outcome, endpoint(outcome, run.endpoints(outcome.phase()))).stream()
        .map(sentence -> begin + sentence)
        .toList();
  }

  private static EndpointRecord endpoint(Outcome outcome, List<EndpointRecord> endpoints) {
    return endpoints.stream()
        .filter(endpoint -> endpoint.name().equals(outcome.endpoint()))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> of(Outcome outcome, EndpointRecord endpoint) {
    if (outcome.result() == Outcome.Result.NO_DATA) {
      return List.of(
          "%s %s: no data, since %s"
              .formatted(outcome.endpoint(), outcome.limit(), lack(outcome, endpoint)));
    }
    if (outcome.limit().equals(Outcome.CONTRACT)) {
      return endpoint.contractViolations().stream()
          .limit(MOST_ERRORS)
          .map(broken -> contract(endpoint, broken))
          .toList();
    }
    if (outcome.result() == Outcome.Result.INCONCLUSIVE) {
      return List.of(
          "%s %s: neither met nor breached is proven; %s%s"
              .formatted(
                  outcome.endpoint(), outcome.limit(), Figures.measured(outcome), detail(outcome)));
    }
    List<String> sentences = new ArrayList<>(List.of(breach(outcome)));
    if (outcome.limit().equals(Limit.MAX_FAILURE_RATE.key())) {
      endpoint.errors().stream()
          .filter(error -> !error.ofContract())
          .limit(MOST_ERRORS)
          .map(error -> cause(endpoint, error))
          .forEach(sentences::add);
    }
    return sentences;
  }

  private static String lack(Outcome outcome, EndpointRecord endpoint) {
    if (endpoint.requests() == 0) {
      return "no request was made";
    }
    boolean ofAnswers =
        outcome.limit().equals(Outcome.CONTRACT)
            || outcome.limit().equals(Limit.MAX_RESPONSE_SIZE_KB.key());
    if (!ofAnswers) {
      return "none of %s requests succeeded".formatted(Figures.count(endpoint.requests()));
    }
    return endpoint.sizes().bodies() > 0
        ? "none of %s answers was checked".formatted(Figures.count(endpoint.sizes().bodies()))
        : "no answer to %s requests had the expected status"
            .formatted(Figures.count(endpoint.requests()));
  }

  private static String breach(Outcome outcome) {
    return "%s %s: %s breaches the budget of %s%s"
        .formatted(
            outcome.endpoint(),
            outcome.limit(),
            Figures.measured(outcome),
            Figures.withUnit(outcome.limit(), outcome.budget()),
            detail(outcome));
  }

  private static String detail(Outcome outcome) {
    if (outcome.evidence() instanceof Evidence.Proportion proportion) {
      String over =
          outcome.limit().equals(Limit.MAX_FAILURE_RATE.key())
              ? "failed"
              : "took %s or more".formatted(Figures.withUnit(outcome.limit(), outcome.budget()));
      return " (%s of %s requests %s; at most %s may)"
          .formatted(
              Figures.count(proportion.over()),
              Figures.count(proportion.requests()),
              over,
              Figures.count(proportion.allowed()));
    }
    if (outcome.evidence() instanceof Evidence.BodySize size) {
      return " (mean of %s bodies)".formatted(Figures.count(size.bodies()));
    }
    return "";
  }

  private static String contract(EndpointRecord endpoint, ViolationCount broken) {
    return "%s breaks its contract %s: found %s, expected %s (%s of %s)"
        .formatted(
            endpoint.name(),
            broken.violation().place(),
            broken.violation().found(),
            broken.violation().expectation(),
            Figures.count(broken.count()),
            checkedAnswers(endpoint));
  }

  /** What the number of contract violations is out of. */
  static String checkedAnswers(EndpointRecord endpoint) {
    return Figures.count(endpoint.contractChecks())
        + (endpoint.contractShare() < 1 ? " answers checked" : " answers");
  }

  private static String cause(EndpointRecord endpoint, ErrorCount error) {
    return "%s failed with \"%s\" (%s of %s requests)"
        .formatted(
            endpoint.name(),
            error.message(),
            Figures.count(error.count()),
            Figures.count(endpoint.requests()));
  }
}
