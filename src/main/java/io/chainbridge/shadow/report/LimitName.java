package io.chainbridge.shadow.report;

import io.chainbridge.shadow.budget.Limit;
import io.chainbridge.shadow.budget.Quantile;
import io.chainbridge.shadow.verdict.Outcome;
import java.util.Locale;
import java.util.Optional;

/** What a limit is called on a page. */
final class LimitName {
  private LimitName() {}

  /** Of a limit's key, of {@link Outcome#CONTRACT} or of what a load shape is limited by. */
  static String of(String key) {
    return switch (key) {
      case Outcome.MAX_RECOVERY -> "recovery time";
      case Outcome.MAX_DRIFT -> "latency growth";
      case Outcome.MIN_CAPACITY -> "capacity";
      default ->
          limit(key)
              .map(LimitName::of)
              .or(() -> Outcome.regressing(key).map(quantile -> of(quantile) + " regression"))
              .orElse(key);
    };
  }

  static String of(Quantile quantile) {
    return quantile.name().toLowerCase(Locale.ROOT);
  }

  /** The limit with that key; empty for the others. */
  static Optional<Limit> limit(String key) {
    return Limit.find(key);
  }

  private static String of(Limit limit) {
    return switch (limit) {
      case P50_LATENCY_MS, P95_LATENCY_MS, P99_LATENCY_MS ->
          of(limit.quantile().orElseThrow()) + " latency";
      case MAX_RESPONSE_SIZE_KB -> "mean body size";
      case MAX_FAILURE_RATE -> "failure rate";
    };
  }
}
