package io.chainbridge.shadow.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chainbridge.shadow.budget.Fault;
import io.chainbridge.shadow.record.FaultInjection;
import io.chainbridge.shadow.record.Phase;
import io.chainbridge.shadow.record.RunRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A stretch of a run that belongs to one phase, as charts mark it. Bands do not overlap: one that
 * is not judged makes room for those that are, which may make several of it.
 *
 * @param name of the phase
 * @param judged whether its budgets are judged
 * @param fault whether something was made to go wrong in it
 * @param from start, from that of the run
 * @param to end
 */
record PhaseBand(String name, boolean judged, boolean fault, Duration from, Duration to) {
  /** A shorter one, which clocks rather than phases make, is left out. */
  private static final int LEAST_PART = 500;

  /** In order of time; none for a run without phases. */
  static List<PhaseBand> of(RunRecord run) {
    List<Phase> judged = run.phases().stream().filter(Phase::judged).toList();
    List<PhaseBand> bands = new ArrayList<>();
    for (int i = 0; i < judged.size(); i++) {
      Phase phase = judged.get(i);
      Duration next = i + 1 < judged.size() ? judged.get(i + 1).start() : phase.end();
      bands.add(
          new PhaseBand(
              phase.name(), true, isFault(phase, run), phase.start(), earlier(phase.end(), next)));
    }
    List<PhaseBand> taken = List.copyOf(bands);
    run.phases().stream()
        .filter(phase -> !phase.judged())
        .forEach(phase -> bands.addAll(gaps(phase, taken)));
    return bands.stream()
        .filter(band -> band.length().multipliedBy(LEAST_PART).compareTo(run.duration()) >= 0)
        .sorted(Comparator.comparing(PhaseBand::from))
        .toList();
  }

  private static boolean isFault(Phase phase, RunRecord run) {
    return run.faults().map(FaultInjection::windows).orElse(List.of()).stream()
        .anyMatch(window -> Fault.phase(window.name()).equals(phase.name()));
  }

  private static List<PhaseBand> gaps(Phase phase, List<PhaseBand> taken) {
    List<PhaseBand> gaps = new ArrayList<>();
    Duration from = phase.start();
    for (PhaseBand band : taken) {
      if (band.to().compareTo(from) > 0 && band.from().compareTo(phase.end()) < 0) {
        gaps.add(new PhaseBand(phase.name(), false, false, from, band.from()));
        from = band.to();
      }
    }
    gaps.add(new PhaseBand(phase.name(), false, false, from, phase.end()));
    return gaps;
  }

  private static Duration earlier(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private Duration length() {
    return to.minus(from);
  }

  /** Whether the phase is what lies between others rather than a stretch of its own. */
  static boolean encloses(Phase phase, RunRecord run) {
    return run.phases().stream()
        .anyMatch(
            other ->
                !other.equals(phase)
                    && other.start().compareTo(phase.start()) >= 0
                    && other.end().compareTo(phase.end()) <= 0);
  }

  /** As the page's script reads them. */
  static ArrayNode json(RunRecord run) {
    ArrayNode json = Columns.object().putArray("phases");
    of(run).forEach(band -> json.add(band.json()));
    return json;
  }

  private ObjectNode json() {
    return Columns.object()
        .put("name", name)
        .put("judged", judged)
        .put("fault", fault)
        .put("from", from.toMillis() / 1e3)
        .put("to", to.toMillis() / 1e3);
  }
}
