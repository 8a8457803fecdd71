package io.chainbridge.shadow.report;

import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.verdict.Outcome;
import io.chainbridge.shadow.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * The outcomes of one phase or region, or those that are about the whole run.
 *
 * @param phase its name; empty for the whole run
 * @param tone of all of them together
 * @param decides whether the verdict rests on them, which it does not on a search's tries
 * @param summary how many limits are met
 * @param groups by endpoint; at least one
 */
record PhaseOutcomes(
    String phase, Tone tone, boolean decides, String summary, List<OutcomeGroup> groups) {

  /** First what is about the whole run, then each phase or region that is judged. */
  static List<PhaseOutcomes> of(RunRecord run, Verdict verdict) {
    List<PhaseOutcomes> all = new ArrayList<>();
    PartName.all(run)
        .forEach(
            phase -> {
              List<Outcome> outcomes = verdict.outcomesOf(phase);
              if (!outcomes.isEmpty()) {
                all.add(of(run, phase, outcomes, verdict.outcomes().containsAll(outcomes)));
              }
            });
    return all;
  }

  private static PhaseOutcomes of(
      RunRecord run, String phase, List<Outcome> outcomes, boolean decides) {
    long met = outcomes.stream().filter(Outcome::passed).count();
    return new PhaseOutcomes(
        PartName.of(run, phase),
        Tone.of(outcomes),
        decides,
        "%s of %s limits met".formatted(Figures.count(met), Figures.count(outcomes.size())),
        OutcomeGroup.of(run, outcomes));
  }

  /** Whether it is about the whole run. */
  boolean wholeRun() {
    return phase.isEmpty();
  }

  /** Whether there is something that a reader should see at once. */
  boolean open() {
    return decides && tone != Tone.GOOD;
  }

  /** What its table is called. */
  String label() {
    return wholeRun() ? "Limits" : "Limits in " + phase;
  }
}
