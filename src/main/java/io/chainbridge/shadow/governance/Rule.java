package io.chainbridge.shadow.governance;

/**
 * One of the twelve ALEX rules. Stateless and thread-safe; a rule reads a checkout and changes
 * nothing.
 */
public interface Rule {
  /** From 1 to 12, as in {@code .github/ALEX_RULES.json}. */
  int id();

  /** A few words, as in {@code .github/ALEX_RULES.json}. */
  String title();

  /** What a violation weighs. */
  Severity severity();

  /** What of a checkout is looked at, in a few words after "looks at". */
  String looksAt();

  /** Looks at a checkout. */
  Examination examine(Checkout checkout);
}
