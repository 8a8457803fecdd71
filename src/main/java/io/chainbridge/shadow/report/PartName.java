package io.chainbridge.shadow.report;

import io.chainbridge.shadow.record.Phase;
import io.chainbridge.shadow.record.RegionRecord;
import io.chainbridge.shadow.record.RunRecord;
import java.util.List;
import java.util.stream.Stream;

/** What the parts of a run are called in a report: its phases, or the regions that it was from. */
final class PartName {
  private PartName() {}

  /** By what outcomes name them: the whole run first, then each phase, then each region. */
  static List<String> all(RunRecord run) {
    return Stream.of(
            Stream.of(""),
            run.phases().stream().map(Phase::name),
            run.regions().stream().map(RegionRecord::name))
        .flatMap(names -> names)
        .toList();
  }

  /** A phase with its rate, a region as it is; empty for the whole run. */
  static String of(RunRecord run, String part) {
    return run.phases().stream()
        .filter(phase -> phase.name().equals(part))
        .findFirst()
        .map(PartName::withRate)
        .orElse(part);
  }

  /** Its name and rate: {@code step 3 (30/s)}; a try of a search is named by its rate already. */
  static String withRate(Phase phase) {
    return phase.name().contains(" rps")
        ? phase.name()
        : "%s (%s/s)".formatted(phase.name(), Figures.rate(phase.rate()));
  }
}
