package io.chainbridge.shadow.verdict;

import io.chainbridge.shadow.budget.Fault;
import io.chainbridge.shadow.budget.Gate;
import io.chainbridge.shadow.record.Ending;
import io.chainbridge.shadow.record.Phase;
import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.record.Timeline;
import io.chainbridge.shadow.verdict.Outcome.Result;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Judges what goes on under faults by the limits of each fault, all else by those that always hold,
 * and how soon the service has recovered from each.
 */
final class ChaosJudge {
  private ChaosJudge() {}

  static void judge(RunRecord record, Gate gate, List<Outcome> outcomes, List<Finding> findings) {
    record.phases().stream()
        .filter(Phase::judged)
        .flatMap(phase -> Judge.outcomes(phase, gate, Resolution.noise(record)).stream())
        .filter(outcome -> !isNoContract(outcome, gate))
        .forEach(outcomes::add);
    for (Fault fault : gate.faults()) {
      record.phases().stream()
          .filter(phase -> phase.name().equals(fault.phase()))
          .findFirst()
          .ifPresent(phase -> recovery(fault, phase, record, gate, outcomes, findings));
    }
  }

  /** A fault that lets no answer through says nothing of the contract. */
  private static boolean isNoContract(Outcome outcome, Gate gate) {
    return outcome.limit().equals(Outcome.CONTRACT)
        && outcome.result() == Result.NO_DATA
        && gate.fault(outcome.phase()).filter(fault -> fault.hits(outcome.endpoint())).isPresent();
  }

  private static void recovery(
      Fault fault,
      Phase phase,
      RunRecord record,
      Gate gate,
      List<Outcome> outcomes,
      List<Finding> findings) {
    Optional<Duration> next = next(phase, gate, record);
    Timeline timeline = next.map(record.timeline()::until).orElse(record.timeline());
    Recovery recovery = Recovery.of(timeline, phase.end(), gate.endpoints());
    boolean whole = next.isPresent() || record.ending().kind() == Ending.Kind.COMPLETE;
    Optional<Duration> watched =
        whole
            ? Optional.empty()
            : Optional.of(
                timeline.interval().multipliedBy(timeline.slices().size()).minus(phase.end()));
    if (recovery.time().isPresent() || fault.maxRecovery().isPresent()) {
      findings.add(new Finding.FaultRecovery(fault.name(), recovery.time(), recovery.window()));
    }
    fault
        .maxRecovery()
        .map(limit -> recovery.outcome(limit, watched).in(fault.phase()))
        .ifPresent(outcomes::add);
  }

  /** When the next fault began; empty if there was none. */
  private static Optional<Duration> next(Phase phase, Gate gate, RunRecord record) {
    return record.phases().stream()
        .filter(other -> other.start().compareTo(phase.start()) > 0)
        .filter(other -> gate.fault(other.name()).isPresent())
        .map(Phase::start)
        .findFirst();
  }
}
