package io.chainbridge.shadow.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows of equally many cells as lines of text, each column as wide as its longest cell. */
public final class TextTable {
  private TextTable() {}

  /**
   * Lays out the rows.
   *
   * @param rows at least one, the head first
   */
  public static List<String> lines(List<List<String>> rows) {
    int[] widths =
        IntStream.range(0, rows.get(0).size())
            .map(column -> rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0))
            .toArray();
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private static String line(List<String> row, int[] widths) {
    return IntStream.range(0, row.size())
        .mapToObj(column -> ("%-" + Math.max(1, widths[column]) + "s").formatted(row.get(column)))
        .collect(Collectors.joining("  "))
        .stripTrailing();
  }
}
