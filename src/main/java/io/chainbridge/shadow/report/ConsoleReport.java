package io.chainbridge.shadow.report;

import io.chainbridge.shadow.record.InjectorHealth;
import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.verdict.Outcome;
import io.chainbridge.shadow.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The verdict as a table in plain ASCII, which every console and log shows alike. */
public final class ConsoleReport {
  private static final List<String> HEAD =
      List.of("endpoint", "limit", "budget", "measured", "headroom", "outcome", "evidence at 95 %");

  private ConsoleReport() {}

  /** The table, what is wrong in sentences, and the verdict as the last line. */
  public static String write(RunRecord run, Verdict verdict) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEAD);
    verdict.outcomes().forEach(outcome -> rows.add(row(outcome)));
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(
        "Gate %s on %s%s"
            .formatted(run.gate(), run.target(), run.embedded() ? " (embedded reference)" : ""));
    lines.add(run.load().description());
    lines.add("");
    lines.addAll(table(rows));
    lines.add("");
    Sentences.of(run, verdict).forEach(sentence -> lines.add("- " + sentence));
    run.injector()
        .map(InjectorHealth::warnings)
        .ifPresent(warnings -> warnings.forEach(warning -> lines.add("! " + warning)));
    lines.add("Verdict: " + verdict.status().key());
    return lines.stream()
        .map(line -> ascii(line) + System.lineSeparator())
        .collect(Collectors.joining());
  }

  private static List<String> row(Outcome outcome) {
    return List.of(
        outcome.endpoint(),
        outcome.limit(),
        Figures.budget(outcome),
        Figures.measured(outcome),
        Figures.headroom(outcome),
        Figures.result(outcome),
        Figures.evidence(outcome));
  }

  private static List<String> table(List<List<String>> rows) {
    int[] widths =
        IntStream.range(0, HEAD.size())
            .map(column -> rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0))
            .toArray();
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private static String line(List<String> row, int[] widths) {
    return IntStream.range(0, row.size())
        .mapToObj(column -> ("%-" + widths[column] + "s").formatted(row.get(column)))
        .collect(Collectors.joining("  "))
        .stripTrailing();
  }

  /**
   * A service's words may hold anything: control characters of a terminal, or a command to the CI
   * server that reads the console ({@code ##[...]} and, at the start of a line, {@code ::}).
   */
  private static String ascii(String text) {
    return text.replaceAll("[^\\x20-\\x7e]", "?").replace("##[", "## [");
  }
}
