package io.chainbridge.shadow.report;

import io.chainbridge.shadow.verdict.Outcome;
import io.chainbridge.shadow.verdict.Verdict;
import java.util.Comparator;
import java.util.List;

/** How a result looks: a class of the style sheet and a mark, so that colour is never alone. */
enum Tone {
  GOOD("\u2713"),
  BAD("\u2717"),
  UNKNOWN("?"),
  NEUTRAL("\u00b7");

  private final String mark;

  Tone(String mark) {
    this.mark = mark;
  }

  static Tone of(Outcome.Result result) {
    return switch (result) {
      case MET -> GOOD;
      case BREACHED -> BAD;
      case NO_DATA, INCONCLUSIVE -> UNKNOWN;
    };
  }

  /** The worst of some outcomes. */
  static Tone of(List<Outcome> outcomes) {
    return outcomes.stream()
        .map(outcome -> of(outcome.result()))
        .max(Comparator.comparing(List.of(GOOD, UNKNOWN, BAD)::indexOf))
        .orElse(NEUTRAL);
  }

  static Tone of(Verdict.Status status) {
    return switch (status) {
      case PASSED -> GOOD;
      case BREACHED -> BAD;
      case INCONCLUSIVE, INVALID, NO_DATA, INCOMPLETE, INTERRUPTED -> UNKNOWN;
    };
  }

  /** In the style sheet. */
  String css() {
    return switch (this) {
      case GOOD -> "good";
      case BAD -> "bad";
      case UNKNOWN -> "unknown";
      case NEUTRAL -> "neutral";
    };
  }

  /** One character. */
  String mark() {
    return mark;
  }
}
