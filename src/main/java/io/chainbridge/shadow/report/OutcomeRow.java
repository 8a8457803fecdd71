package io.chainbridge.shadow.report;

import io.chainbridge.shadow.verdict.Outcome;
import java.util.Locale;
import java.util.Optional;

/**
 * A row of a table of limits.
 *
 * @param limit its name
 * @param budget what the figure must be
 * @param measured the figure
 * @param headroom empty without a figure, and for a contract
 * @param tone of the outcome
 * @param outcome in a word
 * @param evidence what it rests on
 */
record OutcomeRow(
    String limit,
    String budget,
    String measured,
    Optional<HeadroomBar> headroom,
    Tone tone,
    String outcome,
    EvidenceText evidence) {

  static OutcomeRow of(Outcome outcome) {
    return new OutcomeRow(
        LimitName.of(outcome.limit()),
        Figures.budget(outcome).replace(">=", "\u2265"),
        outcome.measured().isEmpty() ? "\u2013" : Figures.measured(outcome),
        outcome.headroom().isEmpty()
            ? Optional.empty()
            : Optional.of(HeadroomBar.of(outcome, outcome.headroom().getAsDouble())),
        Tone.of(outcome.result()),
        Figures.result(outcome).toLowerCase(Locale.ROOT),
        EvidenceText.of(outcome));
  }
}
