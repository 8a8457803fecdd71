package io.chainbridge.shadow.report;

import io.chainbridge.shadow.trend.PastOutcome;
import io.chainbridge.shadow.verdict.Outcome;
import java.util.OptionalDouble;

/** What became of a limit, in words that need no evidence. */
public final class PastOutcomeText {
  private PastOutcomeText() {}

  /** Such as {@code p95_latency_ms of stats}. */
  public static String name(PastOutcome outcome) {
    return TrendText.subject(outcome);
  }

  /** That it broke: {@code p95_latency_ms of stats: 89 ms breaches the budget of 75 ms}. */
  public static String broken(PastOutcome outcome) {
    if (outcome.measured().isEmpty() || outcome.limit().equals(Outcome.CONTRACT)) {
      return "%s: %s".formatted(name(outcome), measured(outcome));
    }
    return "%s: %s breaches the budget of %s"
        .formatted(name(outcome), measured(outcome), budget(outcome));
  }

  /** That it is met and little is left: {@code ...: 70 ms leaves 6.67 % of the budget of 75 ms}. */
  public static String near(PastOutcome outcome) {
    return "%s: %s leaves %s of the budget of %s"
        .formatted(name(outcome), measured(outcome), headroom(outcome), budget(outcome));
  }

  /** That it broke and is met again: {@code ...: 12 ms keeps the budget of 75 ms, after 89 ms}. */
  public static String recovered(PastOutcome before, PastOutcome now) {
    return now.limit().equals(Outcome.CONTRACT)
        ? "%s: kept, after %s".formatted(name(now), measured(before))
        : "%s: %s keeps the budget of %s, after %s"
            .formatted(name(now), measured(now), budget(now), measured(before));
  }

  /** The part of the budget that is left: {@code 6.67 %}. */
  public static String headroom(PastOutcome outcome) {
    OptionalDouble headroom = outcome.headroom();
    return headroom.isEmpty() ? "-" : Figures.share(Math.abs(headroom.getAsDouble()));
  }

  private static String measured(PastOutcome outcome) {
    return outcome.measured().isEmpty()
        ? "no data"
        : Figures.withUnit(outcome.limit(), outcome.measured().getAsDouble());
  }

  private static String budget(PastOutcome outcome) {
    return Figures.withUnit(outcome.limit(), outcome.budget());
  }
}
