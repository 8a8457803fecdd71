package io.chainbridge.shadow.tuning;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a history proposes for the limits of a gate. Immutable.
 *
 * @param before the files as they are
 * @param after the files as they would be, valid and agreed as before
 * @param selection the runs that it rests on
 * @param terms by which it was made
 * @param decisions on each limit of the budget file, those of the gate first
 */
public record Proposal(
    GateText before, GateText after, Selection selection, Terms terms, List<Decision> decisions) {

  public Proposal {
    decisions = List.copyOf(decisions);
  }

  /**
   * Another figure at one place of a file.
   *
   * @param pointer JSON Pointer (RFC 6901) to it
   */
  public record Replacement(String pointer, BigDecimal now, BigDecimal proposed) {}

  /** What changes in one file; nothing if there are no replacements. */
  public record Patch(Path file, List<Replacement> replacements) {

    public Patch {
      replacements = List.copyOf(replacements);
    }
  }

  /** Makes it. */
  public static Proposal of(GateText text, Selection selection, Terms terms) {
    List<Decision> decisions = Tuner.decide(text.places(), selection.runs(), terms);
    return new Proposal(text, text.with(decisions), selection, terms, decisions);
  }

  /** The decisions by which something changes. */
  public List<Decision> changes() {
    return decisions.stream().filter(Decision::changes).toList();
  }

  /** The change of the budget file and, if a rule is about it, that of the file of the rules. */
  public List<Patch> patches() {
    List<Patch> patches = new ArrayList<>();
    patches.add(patch(before.budgets(), place -> Optional.of(place.pointer())));
    before.rules().ifPresent(rules -> patches.add(patch(rules, Place::rulePointer)));
    return List.copyOf(patches);
  }

  private Patch patch(GateText.Source source, Function<Place, Optional<String>> pointer) {
    return new Patch(
        source.file(),
        changes().stream()
            .flatMap(
                decision ->
                    pointer
                        .apply(decision.place())
                        .map(at -> new Replacement(at, decision.place().now(), decision.figure()))
                        .stream())
            .toList());
  }
}
