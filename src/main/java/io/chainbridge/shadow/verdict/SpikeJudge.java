package io.chainbridge.shadow.verdict;

import io.chainbridge.shadow.budget.Gate;
import io.chainbridge.shadow.record.Ending;
import io.chainbridge.shadow.record.Phase;
import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.record.Timeline;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Judges what comes before, during and after a peak, and how soon the service has recovered. */
final class SpikeJudge {
  private SpikeJudge() {}

  static void judge(RunRecord record, Gate gate, List<Outcome> outcomes, List<Finding> findings) {
    record.phases().stream()
        .filter(Phase::judged)
        .forEach(phase -> outcomes.addAll(Judge.outcomes(phase, gate, Resolution.noise(record))));
    Optional<Phase> peak =
        record.phases().stream().filter(phase -> phase.name().equals(Gate.PEAK)).findFirst();
    if (peak.isEmpty()) {
      return;
    }
    Recovery recovery = Recovery.of(record.timeline(), peak.get().end(), gate.endpoints());
    if (recovery.time().isPresent() || record.ending().inOrder()) {
      findings.add(new Finding.RecoveryTime(recovery.time(), recovery.window()));
    }
    gate.shapes()
        .maxRecovery()
        .ifPresent(limit -> outcomes.add(recovery.outcome(limit, watched(record, peak.get()))));
  }

  /** How long after the peak the service was watched; empty for as long as was planned. */
  private static Optional<Duration> watched(RunRecord record, Phase peak) {
    Timeline timeline = record.timeline();
    return record.ending().kind() == Ending.Kind.COMPLETE
        ? Optional.empty()
        : Optional.of(timeline.interval().multipliedBy(timeline.slices().size()).minus(peak.end()));
  }
}
