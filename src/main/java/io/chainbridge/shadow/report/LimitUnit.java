package io.chainbridge.shadow.report;

import io.chainbridge.shadow.verdict.Outcome;

/**
 * What the axis of a chart counts in.
 *
 * @param text that follows a number
 * @param factor from the limit's own unit
 */
record LimitUnit(String text, double factor) {

  static LimitUnit of(String limit) {
    return switch (limit) {
      case Outcome.MAX_RECOVERY -> new LimitUnit(" s", 1);
      case Outcome.MIN_CAPACITY -> new LimitUnit("/s", 1);
      case Outcome.MAX_DRIFT -> new LimitUnit(" %", 100);
      default ->
          LimitName.limit(limit)
              .map(
                  known ->
                      switch (known) {
                        case P50_LATENCY_MS, P95_LATENCY_MS, P99_LATENCY_MS ->
                            new LimitUnit(" ms", 1);
                        case MAX_RESPONSE_SIZE_KB -> new LimitUnit(" KB", 1);
                        case MAX_FAILURE_RATE -> new LimitUnit(" %", 100);
                      })
              .or(() -> Outcome.regressing(limit).map(quantile -> new LimitUnit(" %", 100)))
              .orElse(new LimitUnit("", 1));
    };
  }
}
