package io.chainbridge.shadow.report;

import java.util.List;

/**
 * The first rows of a table that may be too long to show.
 *
 * @param rows that are shown
 * @param more how many are not
 */
record Cut<T>(List<T> rows, int more) {

  static <T> Cut<T> after(int most, List<T> all) {
    int shown = Math.min(most, all.size());
    return new Cut<>(List.copyOf(all.subList(0, shown)), all.size() - shown);
  }

  /** Such as {@code 12 more are not shown}; empty text if all are. */
  String rest() {
    return more == 0
        ? ""
        : "%s more %s not shown".formatted(Figures.count(more), more == 1 ? "is" : "are");
  }
}
