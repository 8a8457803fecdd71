package io.chainbridge.shadow.governance;

import java.util.List;

/** A rule about what changed, which nobody can decide where that is not known. */
interface RuleOfChanges extends Rule {

  /** Looks at what changed. */
  Examination examine(Checkout checkout, Changes.Known changes);

  @Override
  default Examination examine(Checkout checkout) {
    return checkout.changes() instanceof Changes.Known known
        ? examine(checkout, known)
        : new Examination(0, List.of(undecided(checkout.changes())));
  }

  /** What to say where the changes are not known. */
  static Finding undecided(Changes changes) {
    String reason = changes instanceof Changes.Unknown unknown ? unknown.reason() : "";
    return Finding.review(
        "cannot decide: " + reason.replaceFirst(";.*", ""),
        reason.startsWith("--base")
            ? "name a base that can be used, as told once among the problems"
            : "look at what changed yourself, or run this on a git checkout");
  }
}
