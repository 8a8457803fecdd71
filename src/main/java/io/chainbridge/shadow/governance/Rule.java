package io.chainbridge.shadow.governance;

/**
 * One of the twelve ALEX rules. Stateless and thread-safe; a rule reads a checkout and changes
 * nothing.
 */
public interface Rule {
  /**
   * What a rule is to its readers.
   *
   * @param id from 1 to 12, as in {@code .github/ALEX_RULES.json}
   * @param title a few words, as there
   * @param severity what a violation weighs
   * @param looksAt what of a checkout is looked at, in a few words after "looks at"
   */
  record Description(int id, String title, Severity severity, String looksAt) {}

  /** What it is. */
  Description description();

  /** Looks at a checkout. */
  Examination examine(Checkout checkout);

  /** Its number, from 1 to 12. */
  default int id() {
    return description().id();
  }

  /** Its title. */
  default String title() {
    return description().title();
  }

  /** What a violation weighs. */
  default Severity severity() {
    return description().severity();
  }
}
