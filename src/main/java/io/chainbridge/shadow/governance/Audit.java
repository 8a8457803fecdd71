package io.chainbridge.shadow.governance;

import java.util.List;
import java.util.Locale;

/**
 * What rules found in a checkout.
 *
 * @param entries in the order of the rules
 * @param problems why something could not be looked at, a line each
 * @param incomplete whether a commit was named to compare with, and could not be
 */
public record Audit(List<Entry> entries, List<String> problems, boolean incomplete) {
  /** Keeps copies of the lists. */
  public Audit {
    entries = List.copyOf(entries);
    problems = List.copyOf(problems);
  }

  /** What a rule says of a checkout as a whole. */
  public enum Status {
    /** It looked, and found nothing. */
    PASSED,
    /** It is broken. */
    VIOLATED,
    /** A person has to decide. */
    MANUAL_REVIEW,
    /** The checkout has nothing that it is about. */
    NOTHING_TO_LOOK_AT;

    /** As in JSON. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What one rule found.
   *
   * @param rule it
   * @param examination what it saw
   */
  public record Entry(Rule rule, Examination examination) {

    /** In a word. */
    public Status status() {
      List<Finding> findings = examination.findings();
      if (findings.stream().anyMatch(finding -> finding.kind() == Finding.Kind.VIOLATION)) {
        return Status.VIOLATED;
      }
      if (!findings.isEmpty()) {
        return Status.MANUAL_REVIEW;
      }
      return examination.looked() == 0 ? Status.NOTHING_TO_LOOK_AT : Status.PASSED;
    }

    /** Whether it keeps the change from being merged. */
    public boolean blocks() {
      return status() == Status.VIOLATED && rule.severity().blocks();
    }
  }

  /** Whether a rule keeps the change from being merged. */
  public boolean blocked() {
    return entries.stream().anyMatch(Entry::blocks);
  }

  /** In a word, as in JSON. */
  String verdict() {
    return incomplete ? "undecided" : blocked() ? "blocked" : "passed";
  }

  /** How many findings are of a kind. */
  long count(Finding.Kind kind) {
    return entries.stream()
        .flatMap(entry -> entry.examination().findings().stream())
        .filter(finding -> finding.kind() == kind)
        .count();
  }
}
