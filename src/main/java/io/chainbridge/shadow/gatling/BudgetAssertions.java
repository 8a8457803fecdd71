package io.chainbridge.shadow.gatling;

import static io.gatling.javaapi.core.CoreDsl.details;
import static io.gatling.javaapi.core.CoreDsl.global;

import io.chainbridge.shadow.budget.Endpoint;
import io.chainbridge.shadow.budget.Gate;
import io.chainbridge.shadow.budget.Limit;
import io.gatling.javaapi.core.Assertion;
import io.gatling.javaapi.core.Assertion.WithPath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A gate's limits as Gatling assertions, for Gatling's own report: those of the gate over all
 * requests, and those of each endpoint. The size of bodies is no figure of Gatling's.
 */
final class BudgetAssertions {
  private BudgetAssertions() {}

  static List<Assertion> of(Gate gate) {
    List<Assertion> assertions = new ArrayList<>(assertions(global(), gate.limits()));
    for (Endpoint endpoint : gate.endpoints()) {
      assertions.addAll(assertions(details(endpoint.name()), endpoint.limits()));
    }
    return assertions;
  }

  /**
   * The same for where nothing else is the verdict: a broken contract and too large a body fail
   * their request, which must not go by where no limit is set on failures.
   */
  static List<Assertion> asVerdict(Gate gate) {
    List<Assertion> assertions = new ArrayList<>(of(gate));
    gate.endpoints().stream()
        .filter(endpoint -> !endpoint.limits().containsKey(Limit.MAX_FAILURE_RATE))
        .map(endpoint -> details(endpoint.name()).failedRequests().count().is(0L))
        .forEach(assertions::add);
    return assertions;
  }

  private static List<Assertion> assertions(WithPath path, Map<Limit, Double> limits) {
    return Arrays.stream(Limit.values())
        .filter(limits::containsKey)
        .map(limit -> assertion(path, limit, limits.get(limit)))
        .flatMap(Optional::stream)
        .toList();
  }

  /** Latencies are whole milliseconds, so below 75.5 is below 76. */
  private static Optional<Assertion> assertion(WithPath path, Limit limit, double budget) {
    return switch (limit) {
      case P50_LATENCY_MS, P95_LATENCY_MS, P99_LATENCY_MS ->
          limit
              .quantile()
              .map(
                  quantile ->
                      path.responseTime()
                          .percentile(quantile.percent())
                          .lt((int) Math.ceil(budget)));
      case MAX_FAILURE_RATE -> Optional.of(path.failedRequests().percent().lt(budget * 100));
      case MAX_RESPONSE_SIZE_KB -> Optional.empty();
    };
  }
}
