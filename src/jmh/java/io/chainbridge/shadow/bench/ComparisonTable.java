package io.chainbridge.shadow.bench;

import java.util.List;
import java.util.Locale;

/**
 * Comparisons in Markdown: medians, and between brackets the lowest and the highest of all rounds.
 */
final class ComparisonTable {
  private static final String HEAD =
      """
      | measured | unit | here | beside it | there | times | rounds | target | |
      |---|---|--:|---|--:|--:|--:|---|---|
      """;

  private ComparisonTable() {}

  static String of(List<Comparison> comparisons) {
    StringBuilder table = new StringBuilder(HEAD);
    comparisons.forEach(comparison -> table.append(row(comparison)));
    return table.toString();
  }

  static String row(Comparison comparison) {
    return "| %s | %s | %s | %s | %s | %s | %d | %s | %s |\n"
        .formatted(
            comparison.what(),
            comparison.unit(),
            text(comparison.ourSpread()),
            comparison.beside(),
            text(comparison.theirSpread()),
            text(comparison.ratio()),
            comparison.ours().size(),
            comparison.target().map(target -> target.text(comparison.unit())).orElse(""),
            comparison.target().isEmpty() ? "" : comparison.isReached() ? "reached" : "**missed**");
  }

  private static String text(Spread spread) {
    return spread.lowest() == spread.highest()
        ? text(spread.median())
        : "%s (%s to %s)"
            .formatted(text(spread.median()), text(spread.lowest()), text(spread.highest()));
  }

  /** Three digits at least. */
  private static String text(double figure) {
    double size = Math.abs(figure);
    String format = size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : size >= 1 ? "%.2f" : "%.3f";
    return String.format(Locale.ROOT, figure == 0 ? "%.0f" : format, figure);
  }
}
