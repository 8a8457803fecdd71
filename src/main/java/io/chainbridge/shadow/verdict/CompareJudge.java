package io.chainbridge.shadow.verdict;

import io.chainbridge.shadow.budget.Endpoint;
import io.chainbridge.shadow.budget.Gate;
import io.chainbridge.shadow.budget.Quantile;
import io.chainbridge.shadow.record.Baseline;
import io.chainbridge.shadow.record.EndpointRecord;
import io.chainbridge.shadow.record.LatencyPair;
import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.verdict.Outcome.Result;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Judges a target beside its baseline. Latencies are judged by what they are there alone, since a
 * machine that slows both says nothing of the target; all other limits hold as ever. A percentile
 * breaches its limit only where its whole interval lies beyond it.
 */
final class CompareJudge {
  /** Of a budget file that says nothing about it. */
  static final double USUAL_REGRESSION = 0.1;

  private CompareJudge() {}

  static void judge(RunRecord record, Gate gate, List<Outcome> outcomes, List<Finding> findings) {
    Baseline baseline =
        record
            .baseline()
            .orElseThrow(() -> new IllegalArgumentException("the record has no baseline"));
    double limit = gate.shapes().maxRegression().orElse(USUAL_REGRESSION);
    List<Outcome> others = Judge.outcomes(record, gate.withoutLatencies());
    for (Endpoint endpoint : gate.endpoints()) {
      Optional<Comparison> comparison =
          comparison(endpoint.name(), record, baseline, gate.endpoints().size());
      comparison.map(Finding.Compared::new).ifPresent(findings::add);
      Arrays.stream(Quantile.values())
          .map(quantile -> outcome(endpoint.name(), quantile, limit, comparison))
          .map(outcome -> Resolution.of(outcome, Resolution.noise(record)))
          .forEach(outcomes::add);
      others.stream()
          .filter(outcome -> outcome.endpoint().equals(endpoint.name()))
          .forEach(outcomes::add);
    }
  }

  /** Empty if there is nothing to compare: how quickly a service fails is no latency. */
  private static Optional<Comparison> comparison(
      String endpoint, RunRecord record, Baseline baseline, int endpoints) {
    List<LatencyPair> pairs = baseline.pairs(endpoint);
    return pairs.isEmpty()
            || !succeeds(endpoint, record.endpoints())
            || !succeeds(endpoint, baseline.endpoints())
        ? Optional.empty()
        : Optional.of(Comparison.of(endpoint, pairs, endpoints));
  }

  private static boolean succeeds(String endpoint, List<EndpointRecord> measured) {
    return measured.stream()
        .anyMatch(candidate -> candidate.name().equals(endpoint) && candidate.successes() > 0);
  }

  private static Outcome outcome(
      String endpoint, Quantile quantile, double limit, Optional<Comparison> comparison) {
    Optional<Evidence.Difference> evidence =
        comparison.map(all -> new Evidence.Difference(all.pairs(), all.percentile(quantile)));
    return new Outcome(
        "",
        endpoint,
        Outcome.regression(quantile),
        limit,
        evidence.stream().mapToDouble(found -> found.percentile().change()).findFirst(),
        evidence.map(found -> result(found, limit)).orElse(Result.NO_DATA),
        evidence.isPresent() ? evidence.get() : new Evidence.None());
  }

  private static Result result(Evidence.Difference evidence, double limit) {
    return evidence.proof(limit) == Evidence.Proof.REFUTED ? Result.BREACHED : Result.MET;
  }
}
