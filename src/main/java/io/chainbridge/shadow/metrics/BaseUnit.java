package io.chainbridge.shadow.metrics;

import io.chainbridge.shadow.budget.Limit;
import io.chainbridge.shadow.verdict.Outcome;
import java.util.Optional;

/**
 * What Prometheus counts a limit's figures in, which the metric's name says and the limit's does
 * not repeat.
 */
enum BaseUnit {
  SECONDS(Metric.LIMIT_SECONDS, Metric.MEASURED_SECONDS),
  BYTES(Metric.LIMIT_BYTES, Metric.MEASURED_BYTES),
  RATIO(Metric.LIMIT_RATIO, Metric.MEASURED_RATIO),
  PER_SECOND(Metric.LIMIT_PER_SECOND, Metric.MEASURED_PER_SECOND);

  private final Metric limit;
  private final Metric measured;

  BaseUnit(Metric limit, Metric measured) {
    this.limit = limit;
    this.measured = measured;
  }

  /** The metric of budgets. */
  Metric limit() {
    return limit;
  }

  /** The metric of what they are about. */
  Metric measured() {
    return measured;
  }

  /** Of a limit's key; empty for the contract, which is counted by itself. */
  static Optional<BaseUnit> of(String key) {
    return switch (key) {
      case Outcome.MAX_RECOVERY -> Optional.of(SECONDS);
      case Outcome.MAX_DRIFT -> Optional.of(RATIO);
      case Outcome.MIN_CAPACITY -> Optional.of(PER_SECOND);
      default ->
          Limit.find(key)
              .map(BaseUnit::of)
              .or(() -> Outcome.regressing(key).map(quantile -> RATIO));
    };
  }

  private static BaseUnit of(Limit limit) {
    return switch (limit) {
      case P50_LATENCY_MS, P95_LATENCY_MS, P99_LATENCY_MS -> SECONDS;
      case MAX_RESPONSE_SIZE_KB -> BYTES;
      case MAX_FAILURE_RATE -> RATIO;
    };
  }

  /** A figure in this unit, from the one in which the limit with that key has it. */
  static double convert(String key, double figure) {
    if (key.endsWith("_ms")) {
      return figure / 1_000;
    }
    return key.endsWith("_kb") ? figure * 1_024 : figure;
  }

  /** The key less its unit, such as {@code p95_latency}. */
  static String name(String key) {
    return key.replaceFirst("_(ms|kb|s|rps)$", "");
  }
}
