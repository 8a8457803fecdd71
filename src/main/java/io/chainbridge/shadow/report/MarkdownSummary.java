package io.chainbridge.shadow.report;

import io.chainbridge.shadow.record.EndpointRecord;
import io.chainbridge.shadow.record.InjectorHealth;
import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.trend.RunTrend;
import io.chainbridge.shadow.verdict.Outcome;
import io.chainbridge.shadow.verdict.Verdict;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The verdict in GitHub-flavoured Markdown, for the summary of a job or a comment on a pull
 * request: what is wrong first, the rest folded up. Whatever the run, it stays below {@value
 * #MOST_BYTES} bytes, of which GitHub takes no more from a step; {@code verdict.json} leaves
 * nothing out.
 */
public final class MarkdownSummary {
  /** GitHub drops a step's whole summary if it is larger. */
  public static final int MOST_BYTES = 1024 * 1024;

  /** Of each list and table. */
  private static final int MOST_LINES = 50;

  /** Of what the runs before say; the page says all. */
  private static final int MOST_TRENDS = 10;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

  private MarkdownSummary() {}

  /**
   * Writes it.
   *
   * @param trend what the runs before it say; of it only what matters now is shown
   */
  public static String write(RunRecord run, Verdict verdict, RunTrend trend) {
    List<Outcome> met = verdict.outcomes().stream().filter(Outcome::passed).toList();
    List<Outcome> others = verdict.outcomes().stream().filter(o -> !o.passed()).toList();
    List<String> lines = new ArrayList<>();
    lines.add(
        "## %s Gate %s: %s"
            .formatted(
                verdict.warns() ? "⚠️" : verdict.passed() ? "✅" : "❌",
                Markdown.code(run.gate()),
                VerdictText.of(verdict).replace('_', ' ')));
    lines.add("");
    lines.addAll(circumstances(run));
    lines.add("");
    FindingText.of(run, verdict).stream()
        .limit(MOST_LINES)
        .forEach(
            finding ->
                lines.addAll(
                    List.of(
                        "**%s:** %s".formatted(FindingText.label(verdict), Markdown.text(finding)),
                        "")));
    lines.addAll(atMost(Sentences.of(run, verdict), s -> "- " + Markdown.text(s), "- "));
    run.injector()
        .map(InjectorHealth::warnings)
        .ifPresent(
            warnings -> warnings.forEach(warning -> lines.add("- ⚠️ " + Markdown.text(warning))));
    LiveText.warning(run).ifPresent(warning -> lines.add("- ⚠️ " + Markdown.text(warning)));
    lines.addAll(trend(TrendText.warnings(trend), "- ⚠️ Trend: "));
    lines.addAll(trend(TrendText.recent(trend), "- Trend: "));
    lines.add("");
    lines.addAll(faults(run, verdict));
    lines.add("");
    lines.addAll(phases(run, verdict));
    lines.add("");
    List<Outcome> shown =
        others.isEmpty()
            ? met.stream().filter(outcome -> outcome.phase().isEmpty()).toList()
            : breachesFirst(others);
    List<Outcome> rest = met.stream().filter(outcome -> !shown.contains(outcome)).toList();
    if (!shown.isEmpty()) {
      lines.addAll(table(run, shown));
    }
    if (!rest.isEmpty()) {
      lines.addAll(folded(title(rest.size(), "limit met", "limits met"), table(run, rest)));
    }
    lines.addAll(folded("Errors", errors(run)));
    lines.addAll(folded("Contract violations", violations(run)));
    return String.join("\n", lines).replaceAll("\n{3,}", "\n\n").stripTrailing() + "\n";
  }

  private static List<String> circumstances(RunRecord run) {
    return List.of(
        TargetText.of(run, Markdown::code) + "\\",
        run.load().description()
            + SharesText.of(run).map(Markdown::text).map("; "::concat).orElse("")
            + NoiseText.of(run).map("; "::concat).orElse("")
            + ProxyText.of(run).map("; "::concat).orElse("")
            + LiveText.whole(run).map(Markdown::text).map("; "::concat).orElse("")
            + "\\",
        "%s, %s, run %s%s"
            .formatted(
                TIME.format(run.startedAt()),
                Markdown.text(run.simulation()),
                Markdown.code(run.runId()),
                run.commit().map(commit -> ", commit " + Markdown.text(commit)).orElse("")));
  }

  private static List<Outcome> breachesFirst(List<Outcome> outcomes) {
    return Stream.of(Outcome.Result.BREACHED, Outcome.Result.INCONCLUSIVE, Outcome.Result.NO_DATA)
        .flatMap(result -> outcomes.stream().filter(outcome -> outcome.result() == result))
        .toList();
  }

  private static List<String> phases(RunRecord run, Verdict verdict) {
    return table(
        PhaseRow.HEAD,
        "|---|--:|--:|--:|--:|---|--:|--:|---|",
        PhaseRow.of(run, verdict).stream().map(PhaseRow::cells).toList());
  }

  private static List<String> faults(RunRecord run, Verdict verdict) {
    return table(
        FaultRow.HEAD,
        "|---|---|---|---|---|---|---|",
        FaultRow.of(run, verdict).stream().map(FaultRow::cells).toList());
  }

  private static List<String> table(List<String> head, String alignment, List<List<String>> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    lines.add("| %s |".formatted(String.join(" | ", head)));
    lines.add(alignment);
    lines.addAll(
        atMost(
            rows,
            cells ->
                cells.stream().map(Markdown::text).collect(Collectors.joining(" | ", "| ", " |")),
            "| "));
    return lines;
  }

  private static List<String> table(RunRecord run, List<Outcome> outcomes) {
    boolean phases = outcomes.stream().anyMatch(outcome -> !outcome.phase().isEmpty());
    String first = phases ? run.regions().isEmpty() ? "| phase " : "| region " : "";
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s| endpoint | limit | budget | measured | headroom | outcome | %s |"
            .formatted(first, EvidenceText.title(run)));
    lines.add((phases ? "|---" : "") + "|---|---|--:|--:|--:|---|---|");
    lines.addAll(
        atMost(
            outcomes,
            outcome ->
                (phases ? "| %s ".formatted(Markdown.text(outcome.phase())) : "") + row(outcome),
            "| "));
    return lines;
  }

  private static String row(Outcome outcome) {
    return "| %s | %s | %s | %s | %s | %s | %s |"
        .formatted(
            outcome.endpoint().isEmpty() ? "all" : Markdown.code(outcome.endpoint()),
            Markdown.code(outcome.limit()),
            Figures.budget(outcome),
            Figures.measured(outcome),
            Figures.headroom(outcome),
            outcome.passed() ? "met" : "**" + Figures.result(outcome) + "**",
            Figures.evidence(outcome));
  }

  /** Contract violations have a list of their own. */
  private static List<String> errors(RunRecord run) {
    record Failure(EndpointRecord endpoint, String message, long count) {}
    return atMost(
        run.endpoints().stream()
            .flatMap(
                endpoint ->
                    endpoint.errors().stream()
                        .filter(error -> !error.ofContract())
                        .map(error -> new Failure(endpoint, error.message(), error.count())))
            .toList(),
        failure ->
            "- %s: %s of %s requests failed with %s"
                .formatted(
                    Markdown.code(failure.endpoint().name()),
                    Figures.count(failure.count()),
                    Figures.count(failure.endpoint().requests()),
                    Markdown.code(failure.message())),
        "- ");
  }

  private static List<String> violations(RunRecord run) {
    record Break(EndpointRecord endpoint, String description, long count) {}
    return atMost(
        run.endpoints().stream()
            .flatMap(
                endpoint ->
                    endpoint.contractViolations().stream()
                        .map(
                            broken ->
                                new Break(
                                    endpoint, broken.violation().description(), broken.count())))
            .toList(),
        broken ->
            "- %s: in %s of %s, found %s"
                .formatted(
                    Markdown.code(broken.endpoint().name()),
                    Figures.count(broken.count()),
                    Sentences.checkedAnswers(broken.endpoint()),
                    Markdown.text(broken.description())),
        "- ");
  }

  private static List<String> trend(List<String> sentences, String begin) {
    return atMost(MOST_TRENDS, sentences, s -> begin + Markdown.text(s), "- ");
  }

  private static <T> List<String> atMost(
      List<T> all, Function<? super T, String> line, String begin) {
    return atMost(MOST_LINES, all, line, begin);
  }

  private static <T> List<String> atMost(
      int most, List<T> all, Function<? super T, String> line, String begin) {
    List<String> lines = new ArrayList<>(all.stream().limit(most).map(line).toList());
    if (all.size() > most) {
      lines.add("%sand %s more".formatted(begin, Figures.count(all.size() - most)));
    }
    return lines;
  }

  private static String title(int count, String one, String many) {
    return "%s %s".formatted(Figures.count(count), count == 1 ? one : many);
  }

  /** Markdown inside HTML needs empty lines around it. */
  private static List<String> folded(String title, List<String> content) {
    if (content.isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    lines.addAll(List.of("", "<details><summary>" + title + "</summary>", ""));
    lines.addAll(content);
    lines.addAll(List.of("", "</details>"));
    return lines;
  }
}
