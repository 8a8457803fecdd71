package io.chainbridge.shadow.report;

import io.chainbridge.shadow.record.Phase;
import io.chainbridge.shadow.record.RunRecord;
import java.util.Optional;

/** What a phase is called in a report. */
final class PhaseName {
  private PhaseName() {}

  /** The phase of a run with that name; empty for one that it does not have. */
  static Optional<Phase> phase(RunRecord run, String name) {
    return run.phases().stream().filter(phase -> phase.name().equals(name)).findFirst();
  }

  /** Its name and rate: {@code step 3 (30/s)}; a try of a search is named by its rate already. */
  static String withRate(Phase phase) {
    return phase.name().contains(" rps")
        ? phase.name()
        : "%s (%s/s)".formatted(phase.name(), Figures.rate(phase.rate()));
  }
}
