package io.chainbridge.shadow.verdict;

import io.chainbridge.shadow.budget.Endpoint;
import io.chainbridge.shadow.budget.Gate;
import io.chainbridge.shadow.budget.Limit;
import io.chainbridge.shadow.budget.Quantile;
import io.chainbridge.shadow.record.EndpointRecord;
import io.chainbridge.shadow.record.NoiseFloor;
import io.chainbridge.shadow.record.Phase;
import io.chainbridge.shadow.record.RegionRecord;
import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.record.ViolationCount;
import io.chainbridge.shadow.verdict.Outcome.Result;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Compares what was measured with what is allowed.
 *
 * <p>Beside the limits of the budget file each endpoint has one more outcome, its contract: it is
 * kept only if no answer broke it. A share of malformed answers below the failure budget is not a
 * matter of chance, as a share of slow ones is.
 *
 * <p>A limit is met or breached by what the sample shows. Only in a run that was to go on until its
 * limits are proven it takes a proof of either. Confidence is that of each limit by itself: of
 * twenty limits at 95 % one may be told wrongly.
 */
public final class Judge {
  private Judge() {}

  /** The outcomes of a whole run, in the gate's order. */
  static List<Outcome> outcomes(RunRecord record, Gate gate) {
    return outcomes(
        "", record.endpoints(), gate, Sampling.of(record.load().pace()), Resolution.noise(record));
  }

  /**
   * The outcomes of one phase, in the gate's order.
   *
   * @param noise what the injector could resolve, where that was looked at
   */
  public static List<Outcome> outcomes(Phase phase, Gate gate, Optional<NoiseFloor> noise) {
    return outcomes(phase.name(), phase.endpoints(), gate, Evidence.Proportion::of, noise);
  }

  /** The outcomes of one region of a run, in the gate's order. */
  static List<Outcome> outcomes(RegionRecord region, RunRecord record, Gate gate) {
    return outcomes(
        region.name(),
        region.endpoints(),
        gate,
        Sampling.of(record.load().pace()),
        Resolution.noise(record));
  }

  private static List<Outcome> outcomes(
      String phase,
      List<EndpointRecord> endpoints,
      Gate gate,
      Sampling sampling,
      Optional<NoiseFloor> noise) {
    List<Outcome> outcomes = new ArrayList<>();
    for (Endpoint endpoint : gate.endpoints()) {
      EndpointRecord measured =
          endpoints.stream()
              .filter(candidate -> candidate.name().equals(endpoint.name()))
              .findFirst()
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "the record has no endpoint " + endpoint.name()));
      Map<Limit, Double> limits = gate.limits(phase, endpoint);
      Arrays.stream(Limit.values())
          .filter(limits::containsKey)
          .map(limit -> outcome(limit, limits.get(limit), measured, sampling).in(phase))
          .map(outcome -> Resolution.of(outcome, noise))
          .forEach(outcomes::add);
      outcomes.add(contract(measured).in(phase));
    }
    return outcomes;
  }

  /** The smallest sample that can prove the limits of an endpoint on percentiles. */
  public static long requestsToProve(Endpoint endpoint) {
    return endpoint.limits().keySet().stream()
        .flatMap(limit -> limit.quantile().stream())
        .mapToLong(
            quantile -> ClopperPearson.leastSample(quantile.tail(), Evidence.Proportion.CONFIDENCE))
        .max()
        .orElse(1);
  }

  private static Outcome outcome(
      Limit limit, double budget, EndpointRecord measured, Sampling sampling) {
    return switch (limit) {
      case P50_LATENCY_MS, P95_LATENCY_MS, P99_LATENCY_MS ->
          latency(limit, budget, measured, sampling);
      case MAX_RESPONSE_SIZE_KB -> size(limit, budget, measured);
      case MAX_FAILURE_RATE -> failureRate(limit, budget, measured, sampling);
    };
  }

  private static Outcome latency(
      Limit limit, double budget, EndpointRecord measured, Sampling sampling) {
    Quantile quantile = limit.quantile().orElseThrow();
    return measured
        .latency(quantile)
        .map(Duration::toMillis)
        .map(
            millis ->
                judged(
                    limit,
                    budget,
                    measured,
                    millis,
                    sampling.evidence(
                        measured.requests(),
                        measured.latencies().atOrOver(budget),
                        quantile.tail(),
                        millis < budget)))
        .orElseGet(() -> noData(limit, budget, measured));
  }

  private static Outcome size(Limit limit, double budget, EndpointRecord measured) {
    OptionalDouble mean = measured.sizes().meanKb();
    return mean.isEmpty()
        ? noData(limit, budget, measured)
        : judged(
            limit,
            budget,
            measured,
            mean.getAsDouble(),
            new Evidence.BodySize(
                measured.sizes().bodies(), measured.sizes().largestBytes() / 1024.0));
  }

  private static Outcome failureRate(
      Limit limit, double budget, EndpointRecord measured, Sampling sampling) {
    double rate = measured.failureRate();
    return measured.requests() == 0
        ? noData(limit, budget, measured)
        : judged(
            limit,
            budget,
            measured,
            rate,
            sampling.evidence(measured.requests(), measured.failures(), budget, rate < budget));
  }

  private static Outcome contract(EndpointRecord measured) {
    long checked = measured.contractChecks();
    long breaks = measured.contractBreaks();
    Result result = breaks > 0 ? Result.BREACHED : checked == 0 ? Result.NO_DATA : Result.MET;
    String violation =
        measured.contractViolations().stream()
            .findFirst()
            .map(ViolationCount::violation)
            .map(broken -> "found " + broken.description())
            .orElse("");
    return new Outcome(
        "",
        measured.name(),
        Outcome.CONTRACT,
        0,
        checked == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) breaks),
        result,
        checked == 0
            ? new Evidence.None()
            : new Evidence.ContractKept(
                checked, Math.max(checked, measured.sizes().bodies()), violation));
  }

  private static Outcome judged(
      Limit limit, double budget, EndpointRecord measured, double figure, Evidence evidence) {
    return new Outcome(
        "",
        measured.name(),
        limit.key(),
        budget,
        OptionalDouble.of(figure),
        result(figure < budget, evidence),
        evidence);
  }

  private static Result result(boolean met, Evidence evidence) {
    if (evidence instanceof Evidence.Proportion proportion && proportion.onDemand()) {
      return switch (proportion.proof()) {
        case PROVEN -> Result.MET;
        case REFUTED -> Result.BREACHED;
        case NOT_PROVEN -> Result.INCONCLUSIVE;
      };
    }
    return met ? Result.MET : Result.BREACHED;
  }

  private static Outcome noData(Limit limit, double budget, EndpointRecord measured) {
    return new Outcome(
        "",
        measured.name(),
        limit.key(),
        budget,
        OptionalDouble.empty(),
        Result.NO_DATA,
        new Evidence.None());
  }
}
