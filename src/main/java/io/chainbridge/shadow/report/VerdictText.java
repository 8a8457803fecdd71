package io.chainbridge.shadow.report;

import io.chainbridge.shadow.verdict.Verdict;

/** A verdict in a word or two, and what becomes of the gate where the verdict does not say. */
final class VerdictText {
  private VerdictText() {}

  /** Such as {@code breached}, or {@code inconclusive, which passes with a warning}. */
  static String of(Verdict verdict) {
    return verdict.status().key() + consequence(verdict);
  }

  /** Empty unless the verdict is inconclusive. */
  static String consequence(Verdict verdict) {
    return verdict.status() != Verdict.Status.INCONCLUSIVE
        ? ""
        : switch (verdict.onInconclusive()) {
          case PASS -> ", which passes";
          case WARN -> ", which passes with a warning";
          case FAIL -> ", which fails";
        };
  }
}
