package io.chainbridge.shadow.verdict;

import static io.chainbridge.shadow.record.RunSample.endpoint;
import static io.chainbridge.shadow.record.RunSample.ko;
import static io.chainbridge.shadow.record.RunSample.measured;
import static io.chainbridge.shadow.record.RunSample.ok;

import io.chainbridge.shadow.budget.Endpoint;
import io.chainbridge.shadow.budget.Gate;
import io.chainbridge.shadow.budget.Limit;
import io.chainbridge.shadow.budget.OnInconclusive;
import io.chainbridge.shadow.budget.ShapeLimits;
import io.chainbridge.shadow.record.EndpointRecord;
import io.chainbridge.shadow.record.RunRecord;
import java.util.List;
import java.util.Map;

/** One endpoint, how it may fare, and verdicts on runs of it. */
final class ShapeVerdicts {
  static final Endpoint STATS =
      endpoint("stats", Map.of(Limit.P95_LATENCY_MS, 75.0, Limit.MAX_FAILURE_RATE, 0.05));
  static final EndpointRecord GOOD = measured(STATS, ok(100, 10));
  static final EndpointRecord SLOW = measured(STATS, ok(100, 80));
  static final EndpointRecord FAILING = measured(STATS, ko(100, 10, "503"));
  static final EndpointRecord NOTHING = measured(STATS);

  static Gate gate(ShapeLimits limits) {
    return new Gate(
        "shadow", "/health", Map.of(), limits, List.of(), OnInconclusive.WARN, List.of(STATS));
  }

  static Verdict verdict(RunRecord run) {
    return Verdict.of(run, gate(ShapeLimits.NONE));
  }

  static List<String> told(Verdict verdict) {
    return verdict.outcomes().stream()
        .map(o -> "%s %s %s".formatted(o.phase(), o.limit(), o.result().key()).strip())
        .toList();
  }

  static Outcome last(Verdict verdict) {
    return verdict.outcomes().get(verdict.outcomes().size() - 1);
  }

  private ShapeVerdicts() {}
}
