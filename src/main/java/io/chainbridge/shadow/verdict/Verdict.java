package io.chainbridge.shadow.verdict;

import io.chainbridge.shadow.budget.Gate;
import io.chainbridge.shadow.record.RunRecord;
import java.util.List;
import java.util.Locale;

/**
 * Whether a run passes its gate: the one authority on it. Immutable.
 *
 * @param status in one word
 * @param reason in a sentence where the outcomes do not say it; else empty
 * @param outcomes each limit of each endpoint, in the gate's order
 */
public record Verdict(Status status, String reason, List<Outcome> outcomes) {

  /** What a verdict can be. */
  public enum Status {
    /** Every limit is met. */
    PASSED,
    /** A limit is breached. */
    BREACHED,
    /** No limit is breached, but for some there is nothing to judge. */
    NO_DATA,
    /** The run broke off, or part of it is lost. */
    INCOMPLETE,
    /** Someone stopped the run. */
    INTERRUPTED;

    /** Its name in results. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Verdict {
    outcomes = List.copyOf(outcomes);
  }

  /**
   * Judges a run. A run that was stopped or broke off is not judged as a whole, though its outcomes
   * are shown; of the others a breach weighs most, then a lack of data.
   */
  public static Verdict of(RunRecord record, Gate gate) {
    List<Outcome> outcomes = Judge.outcomes(record, gate);
    return new Verdict(status(record, outcomes), record.ending().reason(), outcomes);
  }

  private static Status status(RunRecord record, List<Outcome> outcomes) {
    return switch (record.ending().kind()) {
      case INTERRUPTED -> Status.INTERRUPTED;
      case INCOMPLETE -> Status.INCOMPLETE;
      case UNREACHABLE -> Status.NO_DATA;
      case COMPLETE -> {
        if (outcomes.stream().allMatch(Outcome::passed)) {
          yield Status.PASSED;
        }
        yield outcomes.stream().anyMatch(o -> o.result() == Outcome.Result.BREACHED)
            ? Status.BREACHED
            : Status.NO_DATA;
      }
    };
  }

  /** Whether the gate is open. */
  public boolean passed() {
    return status == Status.PASSED;
  }
}
