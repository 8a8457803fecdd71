package io.chainbridge.shadow.tuning;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The message of a commit of a proposal. It names the approval that it lacks, in the middle of a
 * sentence, where it is none.
 */
public final class CommitMessage {
  private CommitMessage() {}

  /** Writes it for a proposal that changes something. */
  public static String of(Proposal proposal) {
    List<Decision> changes = proposal.changes();
    List<String> lines = new ArrayList<>();
    lines.add(
        "[PERFORMANCE] %s the budgets of gate %s by its history"
            .formatted(verb(changes), proposal.before().gate()));
    lines.add("");
    changes.forEach(decision -> lines.add("- " + change(decision, proposal.terms())));
    lines.add("");
    lines.add("Changed: " + files(proposal) + ".");
    lines.add("By %s, %s:".formatted(Words.terms(proposal.terms()), branch(proposal)));
    Words.runs(proposal.selection()).forEach(runs -> lines.add("- " + runs));
    lines.add("");
    lines.add("Not approved yet: a reviewer still has to say [ALEX-APPROVED] at");
    lines.add("the beginning, who approved it, and what the risk is.");
    return String.join("\n", lines) + "\n";
  }

  private static String verb(List<Decision> changes) {
    boolean loosens = changes.stream().anyMatch(Decision::loosens);
    boolean tightens = changes.stream().anyMatch(decision -> !decision.loosens());
    return loosens && tightens ? "Change" : loosens ? "Loosen" : "Tighten";
  }

  private static String change(Decision decision, Terms terms) {
    Place place = decision.place();
    return "%s of %s from %s to %s: %s"
        .formatted(
            place.limit().key(),
            Words.whose(place),
            Words.figure(place.limit(), place.now()),
            Words.figure(place.limit(), decision.figure()),
            Why.of(decision, terms));
  }

  private static String files(Proposal proposal) {
    return proposal.patches().stream()
        .map(patch -> Words.name(patch.file().toString()))
        .collect(Collectors.joining(", "));
  }

  private static String branch(Proposal proposal) {
    return Words.branch(proposal.selection());
  }
}
