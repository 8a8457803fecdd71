package io.chainbridge.shadow.verdict;

import io.chainbridge.shadow.record.Ending;
import io.chainbridge.shadow.record.Phase;
import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.verdict.Outcome.Result;
import java.util.List;

/**
 * Whether a phase shows what it was to show. The last one of a run that ended before its time was
 * cut: that the few requests it made breach nothing says nothing about its rate. A breach is one
 * all the same. One whose arrivals were not made as planned shows what the injector can do.
 */
final class Wholeness {
  private Wholeness() {}

  /**
   * Whether the outcomes of a phase tell if its rate meets the budgets.
   *
   * @param outcomes of that phase
   */
  static boolean tells(RunRecord record, Phase phase, List<Outcome> outcomes) {
    return phase.arrivals().keptUp() && (isWhole(record, phase) || isBroken(outcomes));
  }

  private static boolean isWhole(RunRecord record, Phase phase) {
    return record.ending().kind() == Ending.Kind.COMPLETE || !isLast(record, phase);
  }

  private static boolean isBroken(List<Outcome> outcomes) {
    return outcomes.stream().anyMatch(outcome -> outcome.result() == Result.BREACHED);
  }

  private static boolean isLast(RunRecord record, Phase phase) {
    return record.phases().stream()
        .filter(Phase::judged)
        .reduce((earlier, later) -> later)
        .filter(last -> last.name().equals(phase.name()))
        .isPresent();
  }
}
