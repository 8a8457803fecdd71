package io.chainbridge.shadow.verdict;

import io.chainbridge.shadow.budget.Gate;
import io.chainbridge.shadow.record.Phase;
import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.verdict.Outcome.Result;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Judges what comes before, during and after a peak, and how soon the service has recovered. */
final class SpikeJudge {
  private SpikeJudge() {}

  static void judge(RunRecord record, Gate gate, List<Outcome> outcomes, List<Finding> findings) {
    record.phases().stream()
        .filter(Phase::judged)
        .forEach(phase -> outcomes.addAll(Judge.outcomes(phase, gate)));
    Optional<Phase> peak =
        record.phases().stream().filter(phase -> phase.name().equals(Gate.PEAK)).findFirst();
    if (peak.isEmpty()) {
      return;
    }
    Recovery recovery = Recovery.of(record.timeline(), peak.get().end(), gate.endpoints());
    findings.add(new Finding.RecoveryTime(recovery.time(), recovery.resolution()));
    gate.shapes().maxRecovery().ifPresent(limit -> outcomes.add(outcome(limit, recovery)));
  }

  /** Not to have recovered at all while the run lasted is a breach, not a lack of data. */
  private static Outcome outcome(Duration limit, Recovery recovery) {
    boolean met = recovery.time().filter(time -> time.compareTo(limit) < 0).isPresent();
    return new Outcome(
        "",
        "",
        Outcome.MAX_RECOVERY,
        seconds(limit),
        recovery
            .time()
            .map(SpikeJudge::seconds)
            .map(OptionalDouble::of)
            .orElseGet(OptionalDouble::empty),
        met ? Result.MET : Result.BREACHED,
        new Evidence.None());
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1e3;
  }
}
