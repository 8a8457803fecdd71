package io.chainbridge.shadow.report;

import io.chainbridge.shadow.verdict.Outcome;
import io.chainbridge.shadow.verdict.Recovery;

/** The limits that only one load shape has, in words: recovery, drift and capacity. */
final class ShapeLimit {
  private ShapeLimit() {}

  /** Whether an outcome is about such a limit. */
  static boolean isOne(Outcome outcome) {
    return switch (outcome.limit()) {
      case Outcome.MAX_RECOVERY, Outcome.MAX_DRIFT, Outcome.MIN_CAPACITY -> true;
      default -> false;
    };
  }

  /** What the outcome rests on. */
  static String evidence(Outcome outcome) {
    boolean measured = outcome.measured().isPresent();
    return switch (outcome.limit()) {
      case Outcome.MAX_RECOVERY ->
          (measured ? "" : "no ") + "%d windows in a row held".formatted(Recovery.IN_A_ROW);
      case Outcome.MAX_DRIFT ->
          !measured
              ? "too short to tell"
              : outcome.measured().getAsDouble() > 0
                  ? "significant at 1 %"
                  : "no significant growth";
      default -> measured ? "the highest rate that met all" : "no rate tried met all";
    };
  }

  /** Why the outcome does not pass, in a sentence. */
  static String sentence(Outcome outcome) {
    String budget = Figures.withUnit(outcome.limit(), outcome.budget());
    boolean measured = outcome.measured().isPresent();
    return switch (outcome.limit()) {
      case Outcome.MAX_RECOVERY ->
          measured
              ? "%s: recovered after %s, which breaches the budget of %s"
                  .formatted(recovery(outcome), Figures.measured(outcome), budget)
              : "%s: had not recovered when %s; the budget is %s"
                  .formatted(
                      recovery(outcome),
                      outcome.phase().isEmpty()
                          ? "the run ended"
                          : "the next fault began or the run ended",
                      budget);
      case Outcome.MAX_DRIFT ->
          measured
              ? "%s %s: latencies grew by %s, which breaches the budget of %s"
                  .formatted(outcome.endpoint(), outcome.limit(), Figures.measured(outcome), budget)
              : "%s %s: no data, since the run was too short or made too few requests"
                  .formatted(outcome.endpoint(), outcome.limit());
      default ->
          "%s: %s the budgets; at least %s requests/s must"
              .formatted(
                  outcome.limit(),
                  measured
                      ? Figures.rate(outcome.measured().getAsDouble()) + " requests/s meet"
                      : "no rate tried meets",
                  Figures.rate(outcome.budget()));
    };
  }

  /** From a peak, of which there is one, or from a fault. */
  private static String recovery(Outcome outcome) {
    return outcome.phase().isEmpty()
        ? outcome.limit()
        : "%s of %s".formatted(outcome.limit(), outcome.phase());
  }
}
