package io.chainbridge.shadow.verdict;

import io.chainbridge.shadow.budget.Limit;
import io.chainbridge.shadow.record.EndpointRecord;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * Breaches that are certain before the last request: exact arithmetic on how many there are to be,
 * under the assumption that every one to come is quick, small and correct. That a run will pass is
 * never certain, since its last answer may break the contract.
 */
public final class Certainty {
  private Certainty() {}

  /**
   * The first limit of an endpoint that is certain to be breached.
   *
   * @param planned requests to the endpoint in all, those made included
   * @return in words; empty if none is
   */
  public static Optional<String> ofBreach(
      EndpointRecord soFar, Map<Limit, Double> limits, long planned) {
    if (soFar.contractBreaks() > 0) {
      return Optional.of(soFar.name() + " has broken its contract");
    }
    return Arrays.stream(Limit.values())
        .filter(limits::containsKey)
        .filter(limit -> isCertain(limit, limits.get(limit), soFar, Math.max(planned, 1)))
        .findFirst()
        .map(
            limit ->
                "%s %s will be breached however the rest of %,d requests turn out"
                    .formatted(soFar.name(), limit.key(), planned));
  }

  private static boolean isCertain(Limit limit, double budget, EndpointRecord soFar, long planned) {
    return switch (limit) {
      case P50_LATENCY_MS, P95_LATENCY_MS, P99_LATENCY_MS ->
          soFar.successes() > 0
              && soFar.latencies().atOrOver(budget)
                  >= planned - limit.quantile().orElseThrow().index(planned);
      case MAX_RESPONSE_SIZE_KB ->
          soFar.sizes().totalBytes() / 1024.0 / mostBodies(soFar, planned) >= budget;
      case MAX_FAILURE_RATE -> (double) soFar.failures() / planned >= budget;
    };
  }

  /** As many as there can still be: what has failed so far had none, or none that counts. */
  private static long mostBodies(EndpointRecord soFar, long planned) {
    return Math.max(1, soFar.sizes().bodies() + Math.max(0, planned - soFar.requests()));
  }
}
