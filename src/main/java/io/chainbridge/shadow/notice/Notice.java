package io.chainbridge.shadow.notice;

import io.chainbridge.shadow.report.PastOutcomeText;
import io.chainbridge.shadow.trend.PastOutcome;
import io.chainbridge.shadow.trend.PastRun;
import io.chainbridge.shadow.verdict.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * What there is to tell of a run. Immutable.
 *
 * @param kind the occasion
 * @param told the run
 * @param sentences what happened, the cause first
 */
record Notice(Kind kind, ToldRun told, List<String> sentences) {
  Notice {
    sentences = List.copyOf(sentences);
  }

  /** Empty if nobody needs to know: nothing changed, or the figures are not the service's. */
  static Optional<Notice> of(ToldRun told) {
    if (!told.tells()) {
      return Optional.empty();
    }
    if (told.run().broke()) {
      return Optional.of(new Notice(Kind.BREACH, told, told.reasons()));
    }
    Optional<PastRun> broken = told.lastDecided().filter(PastRun::broke);
    if (told.run().verdict() == Verdict.Status.PASSED && broken.isPresent()) {
      return Optional.of(new Notice(Kind.RECOVERY, told, recovered(told, broken.get())));
    }
    List<String> approaching = Approach.of(told);
    return approaching.isEmpty()
        ? Optional.empty()
        : Optional.of(new Notice(Kind.APPROACHING, told, approaching));
  }

  private static List<String> recovered(ToldRun told, PastRun broken) {
    return broken.outcomes().stream()
        .filter(before -> before.result().broke())
        .flatMap(before -> recovered(told, before).stream())
        .toList();
  }

  private static Optional<String> recovered(ToldRun told, PastOutcome before) {
    return told.run().outcomeLike(before).map(now -> PastOutcomeText.recovered(before, now));
  }
}
