package io.chainbridge.shadow.notice;

import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.report.Sentences;
import io.chainbridge.shadow.report.StoredVerdict;
import io.chainbridge.shadow.trend.PastRun;
import io.chainbridge.shadow.trend.RunTrend;
import io.chainbridge.shadow.verdict.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A run that is over, as it can be told of. Immutable.
 *
 * @param record of it
 * @param run what became of its limits, and its branch
 * @param reasons why it does not pass, in sentences
 * @param trend what the runs before it say
 */
public record ToldRun(RunRecord record, PastRun run, List<String> reasons, RunTrend trend) {
  public ToldRun {
    reasons = List.copyOf(reasons);
  }

  /** A run that was just judged. */
  public static ToldRun of(RunRecord record, Verdict verdict, RunTrend trend) {
    return new ToldRun(record, PastRun.of(record, verdict), Sentences.of(record, verdict), trend);
  }

  /**
   * A run whose record and verdict were kept.
   *
   * @param past the runs before it, the oldest first, of whose last the branch is if the record
   *     does not say it
   * @param branch that was tested otherwise, where it is known
   */
  public static ToldRun of(
      RunRecord record, StoredVerdict stored, List<PastRun> past, Optional<String> branch) {
    Optional<String> known =
        record
            .branch()
            .or(() -> past.isEmpty() ? branch : past.get(past.size() - 1).subject().branch());
    RunRecord onBranch = record.withBranch(known);
    return new ToldRun(
        onBranch,
        PastRun.of(onBranch, stored.verdict()),
        stored.reasons(),
        RunTrend.of(onBranch, stored.verdict(), past));
  }

  /** Whether its figures are the service's, so that there may be something to tell. */
  boolean tells() {
    return run.tells() && run.asked();
  }

  /** The runs before it that say something of the service, the newest first. */
  List<PastRun> newestFirst() {
    List<PastRun> past = new ArrayList<>(trend.past().stream().filter(PastRun::asked).toList());
    Collections.reverse(past);
    return past;
  }

  /** The newest before it that either passed or broke its budgets. */
  Optional<PastRun> lastDecided() {
    return newestFirst().stream()
        .filter(past -> past.broke() || past.verdict() == Verdict.Status.PASSED)
        .findFirst();
  }

  /** How many runs in a row before it broke their budgets; those that decided nothing aside. */
  int brokenBefore() {
    int broken = 0;
    for (PastRun past : newestFirst()) {
      if (past.verdict() == Verdict.Status.PASSED) {
        return broken;
      }
      broken += past.broke() ? 1 : 0;
    }
    return broken;
  }
}
