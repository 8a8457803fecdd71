package io.chainbridge.shadow.trend;

import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.verdict.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A run as its history keeps it: figures and outcomes, without the distributions that they were
 * judged by, so that thousands are read at once. Immutable.
 *
 * @param runId of the record
 * @param startedAt when its first measured request began
 * @param subject what it is compared by
 * @param commit of the sources that were tested, where it is known
 * @param verdict in one word
 * @param outcomes what decided
 */
public record PastRun(
    String runId,
    Instant startedAt,
    Subject subject,
    Optional<String> commit,
    Verdict.Status verdict,
    List<PastOutcome> outcomes) {

  public PastRun {
    outcomes = List.copyOf(outcomes);
  }

  /** What is to be kept of a run. */
  public static PastRun of(RunRecord run, Verdict verdict) {
    return new PastRun(
        run.runId(),
        run.startedAt(),
        Subject.of(run),
        run.commit(),
        verdict.status(),
        verdict.outcomes().stream().map(outcome -> PastOutcome.of(run, outcome)).toList());
  }

  /**
   * Whether its figures are the service's: it was neither cut short nor held up by the injector.
   */
  public boolean tells() {
    return switch (verdict) {
      case PASSED, BREACHED, NO_DATA, INCONCLUSIVE -> true;
      case INVALID, INCOMPLETE, INTERRUPTED -> false;
    };
  }

  /** Whether it asked the service anything, which it did not if nobody was there. */
  public boolean asked() {
    return outcomes.stream().anyMatch(outcome -> outcome.requests() > 0);
  }

  /** Whether it is known that the service does not keep its budgets. */
  public boolean broke() {
    return asked() && (verdict == Verdict.Status.BREACHED || verdict == Verdict.Status.NO_DATA);
  }

  /** What became of a limit in it; empty if it has no such limit. */
  public Optional<PastOutcome> outcomeLike(PastOutcome other) {
    return outcomes.stream().filter(other::isOfSameLimit).findFirst();
  }

  /** Whether another run of the same subject, whose figures are the service's, came before it. */
  boolean follows(PastRun other) {
    return other.tells()
        && other.subject.equals(subject)
        && !other.startedAt.isAfter(startedAt)
        && !other.runId.equals(runId);
  }
}
