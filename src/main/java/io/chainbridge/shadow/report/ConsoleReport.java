package io.chainbridge.shadow.report;

import io.chainbridge.shadow.record.InjectorHealth;
import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.trend.RunTrend;
import io.chainbridge.shadow.verdict.Outcome;
import io.chainbridge.shadow.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The verdict as a table in plain ASCII, which every console and log shows alike. */
public final class ConsoleReport {
  private static final List<String> HEAD =
      List.of("endpoint", "limit", "budget", "measured", "headroom", "outcome");

  private ConsoleReport() {}

  /**
   * The table, what was found, what is wrong in sentences, what past runs say that matters now, and
   * the verdict as the last line. Of a run with phases the table has a row for each of them in
   * place of each limit in each of them.
   */
  public static String write(RunRecord run, Verdict verdict, RunTrend trend) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("Gate %s on %s".formatted(run.gate(), TargetText.of(run, target -> target)));
    lines.add(run.load().description());
    SharesText.of(run).ifPresent(lines::add);
    NoiseText.of(run).ifPresent(lines::add);
    ProxyText.of(run).ifPresent(lines::add);
    LiveText.whole(run).ifPresent(lines::add);
    Stream.of(faults(run, verdict), phases(run, verdict), outcomes(run, verdict))
        .filter(table -> !table.isEmpty())
        .forEach(
            table -> {
              lines.add("");
              lines.addAll(table);
            });
    lines.add("");
    FindingText.of(run, verdict)
        .forEach(finding -> lines.add(FindingText.label(verdict) + ": " + finding));
    Sentences.of(run, verdict).forEach(sentence -> lines.add("- " + sentence));
    run.injector()
        .map(InjectorHealth::warnings)
        .ifPresent(warnings -> warnings.forEach(warning -> lines.add("! " + warning)));
    LiveText.warning(run).ifPresent(warning -> lines.add("! " + warning));
    TrendText.recent(trend).forEach(sentence -> lines.add("Trend: " + sentence));
    TrendText.warnings(trend).forEach(sentence -> lines.add("Warning: " + sentence));
    lines.add("Verdict: " + VerdictText.of(verdict));
    return lines.stream()
        .map(line -> ascii(line) + System.lineSeparator())
        .collect(Collectors.joining());
  }

  /** Those about the whole run, and about each region; the others are told by phase. */
  private static List<String> outcomes(RunRecord run, Verdict verdict) {
    List<String> head = new ArrayList<>(HEAD);
    head.add(EvidenceText.title(run));
    List<List<String>> rows = new ArrayList<>(List.of(head));
    verdict.outcomes().stream()
        .filter(outcome -> run.phases().isEmpty() || outcome.phase().isEmpty())
        .forEach(outcome -> rows.add(row(outcome)));
    return rows.size() == 1 ? List.of() : TextTable.lines(rows);
  }

  private static List<String> row(Outcome outcome) {
    return List.of(
        Figures.endpoint(outcome) + (outcome.phase().isEmpty() ? "" : " from " + outcome.phase()),
        outcome.limit(),
        Figures.budget(outcome),
        Figures.measured(outcome),
        Figures.headroom(outcome),
        Figures.result(outcome),
        Figures.evidence(outcome));
  }

  private static List<String> faults(RunRecord run, Verdict verdict) {
    List<List<String>> rows = new ArrayList<>(List.of(FaultRow.HEAD));
    FaultRow.of(run, verdict).forEach(row -> rows.add(row.cells()));
    return rows.size() == 1 ? List.of() : TextTable.lines(rows);
  }

  private static List<String> phases(RunRecord run, Verdict verdict) {
    List<List<String>> rows = new ArrayList<>(List.of(PhaseRow.HEAD));
    PhaseRow.of(run, verdict).forEach(row -> rows.add(row.cells()));
    return rows.size() == 1 ? List.of() : TextTable.lines(rows);
  }

  /**
   * A service's words may hold anything: control characters of a terminal, or a command to the CI
   * server that reads the console ({@code ##[...]} and, at the start of a line, {@code ::}).
   */
  private static String ascii(String text) {
    return text.replaceAll("[^\\x20-\\x7e]", "?").replace("##[", "## [");
  }
}
