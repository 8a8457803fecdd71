package io.chainbridge.shadow.verdict;

import io.chainbridge.shadow.budget.Endpoint;
import io.chainbridge.shadow.budget.Gate;
import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.verdict.Outcome.Result;
import java.util.List;
import java.util.OptionalDouble;

/** Finds whether a service drifts the way a leak makes it. */
final class SoakJudge {
  private SoakJudge() {}

  static void judge(RunRecord record, Gate gate, List<Outcome> outcomes, List<Finding> findings) {
    for (Endpoint endpoint : gate.endpoints()) {
      Drift drift = Drift.of(record.timeline(), endpoint.name());
      findings.add(new Finding.SoakDrift(drift));
      gate.shapes().maxDrift().ifPresent(limit -> outcomes.add(outcome(limit, drift)));
    }
  }

  private static Outcome outcome(double limit, Drift drift) {
    OptionalDouble growth = drift.growth();
    return new Outcome(
        "",
        drift.endpoint(),
        Outcome.MAX_DRIFT,
        limit,
        growth,
        growth.isEmpty()
            ? Result.NO_DATA
            : growth.getAsDouble() < limit ? Result.MET : Result.BREACHED,
        new Evidence.None());
  }
}
