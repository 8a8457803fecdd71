package io.chainbridge.shadow.notice;

import io.chainbridge.shadow.report.Figures;
import io.chainbridge.shadow.report.PastOutcomeText;
import io.chainbridge.shadow.report.Quotation;
import io.chainbridge.shadow.report.TrendText;
import io.chainbridge.shadow.report.UtcTime;
import io.chainbridge.shadow.trend.Trend;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A summary as people read it. */
public final class SummaryText {
  private static final int TIGHTEST = 3;
  private static final int LONGEST_NAME = 80;
  private static final int LONGEST_LINE = 400;

  private SummaryText() {}

  /** For a terminal. */
  public static String write(Summary summary) {
    Message message = of(summary);
    List<String> lines = new ArrayList<>(List.of(message.title()));
    for (Message.Section section : message.sections()) {
      lines.add("");
      if (!section.heading().isEmpty()) {
        lines.add(section.heading());
      }
      section.lines().forEach(line -> lines.add("- " + Quotation.of(line, LONGEST_LINE)));
    }
    return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
  }

  static Message of(Summary summary) {
    return new Message(
        Kind.SUMMARY,
        title(summary),
        List.of(),
        summary.isEmpty()
            ? List.of(new Message.Section("", List.of("no run of any gate in that time")))
            : summary.parts().stream().map(part -> section(part)).toList(),
        Optional.empty());
  }

  static String title(Summary summary) {
    return "Gates from %s to %s UTC"
        .formatted(UtcTime.minute(summary.since()), UtcTime.minute(summary.until()));
  }

  private static Message.Section section(SummaryPart part) {
    return new Message.Section(
        "Gate %s, %s, %s"
            .formatted(
                name(part.gate()),
                part.shape(),
                part.branch().map(branch -> "branch " + name(branch)).orElse("no branch")),
        lines(part));
  }

  static List<String> lines(SummaryPart part) {
    List<String> lines = new ArrayList<>();
    lines.add(counts(part));
    if (part.passed() + part.broken() > 1) {
      lines.add(
          "in a row: at most %s passed, %s broke their budgets"
              .formatted(Figures.count(part.longestPassed()), Figures.count(part.longestBroken())));
    }
    part.brokenLimits()
        .forEach(
            broken ->
                lines.add(
                    "%s broke in %s"
                        .formatted(
                            PastOutcomeText.name(broken.last()),
                            Figures.counted(broken.runs(), "run", "runs"))));
    part.tightest().stream().limit(TIGHTEST).map(PastOutcomeText::near).forEach(lines::add);
    part.trends().stream().flatMap(trend -> changes(trend, part.first())).forEach(lines::add);
    part.trends().stream()
        .filter(trend -> !trend.lastAt().isBefore(part.first()))
        .flatMap(
            trend -> trend.nearForecast().stream().map(near -> TrendText.sentence(trend, near)))
        .forEach(lines::add);
    return lines;
  }

  private static String counts(SummaryPart part) {
    return "%s: %s passed, %s broke their budgets%s"
        .formatted(
            Figures.counted(part.runs().size(), "run", "runs"),
            Figures.count(part.passed()),
            Figures.count(part.broken()),
            part.others().entrySet().stream()
                .map(
                    other ->
                        ", %s %s"
                            .formatted(
                                Figures.count(other.getValue()),
                                other.getKey().key().replace('_', ' ')))
                .collect(Collectors.joining()));
  }

  private static Stream<String> changes(Trend trend, Instant since) {
    return trend.changes().stream()
        .filter(change -> !change.at().isBefore(since))
        .map(change -> TrendText.sentence(trend, change));
  }

  private static String name(String text) {
    return Quotation.of(text, LONGEST_NAME);
  }
}
