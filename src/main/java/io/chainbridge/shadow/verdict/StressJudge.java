package io.chainbridge.shadow.verdict;

import io.chainbridge.shadow.budget.Gate;
import io.chainbridge.shadow.record.Phase;
import io.chainbridge.shadow.record.RunRecord;
import java.util.List;
import java.util.Optional;

/** Judges each step by the gate, and finds the first that breaks. */
final class StressJudge {
  private StressJudge() {}

  static void judge(RunRecord record, Gate gate, List<Outcome> outcomes, List<Finding> findings) {
    Optional<Finding.Step> lastGood = Optional.empty();
    boolean climbing = true;
    for (Phase step : record.phases()) {
      List<Outcome> all = Judge.outcomes(step, gate, Resolution.noise(record));
      outcomes.addAll(all);
      List<Outcome> broken = all.stream().filter(Outcome::broke).toList();
      boolean tells = climbing && Wholeness.tells(record, step, all);
      if (tells && !broken.isEmpty()) {
        findings.add(
            new Finding.Steps(
                lastGood, Optional.of(new Finding.Broken(step.name(), step.rate(), broken))));
      }
      climbing = tells && broken.isEmpty();
      if (climbing) {
        lastGood = Optional.of(new Finding.Step(step.name(), step.rate()));
      }
    }
    if (findings.isEmpty() && lastGood.isPresent()) {
      findings.add(new Finding.Steps(lastGood, Optional.empty()));
    }
  }
}
