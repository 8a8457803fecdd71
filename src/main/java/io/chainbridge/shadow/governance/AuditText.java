package io.chainbridge.shadow.governance;

import io.chainbridge.shadow.report.Quotation;
import io.chainbridge.shadow.report.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An audit for the console: each rule in a line, then what was found, then what follows. */
public final class AuditText {
  private static final int LONGEST_LINE = 600;

  private AuditText() {}

  /** Writes it, without any character that a terminal would act on. */
  public static String write(Audit audit) {
    List<String> lines = new ArrayList<>(table(audit));
    for (Audit.Entry entry : audit.entries()) {
      for (Finding finding : entry.examination().findings()) {
        lines.add("");
        lines.add(quoted(headline(entry.rule(), finding)));
        lines.add("    " + quoted(finding.remedy()));
      }
    }
    if (!audit.problems().isEmpty()) {
      lines.add("");
      audit.problems().forEach(problem -> lines.add(quoted("problem: " + problem)));
    }
    lines.add("");
    lines.add(conclusion(audit));
    return String.join("\n", lines) + "\n";
  }

  private static List<String> table(Audit audit) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("rule", "severity", "title", "status"));
    for (Audit.Entry entry : audit.entries()) {
      rows.add(
          List.of(
              String.valueOf(entry.rule().id()),
              entry.rule().severity().name().toLowerCase(Locale.ROOT),
              entry.rule().title(),
              status(entry)));
    }
    return TextTable.lines(rows);
  }

  private static String status(Audit.Entry entry) {
    int looked = entry.examination().looked();
    int found = entry.examination().findings().size();
    return switch (entry.status()) {
      case PASSED -> String.format(Locale.ROOT, "passed: %,d looked at", looked);
      case VIOLATED -> String.format(Locale.ROOT, "violated: %,d found", found);
      case MANUAL_REVIEW -> String.format(Locale.ROOT, "manual review: %,d found", found);
      case NOTHING_TO_LOOK_AT ->
          "nothing to look at; it looks at " + entry.rule().description().looksAt();
    };
  }

  private static String headline(Rule rule, Finding finding) {
    return "rule %d, %s: %s%s"
        .formatted(
            rule.id(),
            finding.kind() == Finding.Kind.VIOLATION ? "violation" : "manual review",
            finding
                .place()
                .map(place -> "%s:%d: ".formatted(place.path(), place.line()))
                .orElse(""),
            finding.message());
  }

  private static String conclusion(Audit audit) {
    if (audit.incomplete()) {
      return "Governance: undecided, because the base cannot be used";
    }
    List<String> blocking =
        audit.entries().stream()
            .filter(Audit.Entry::blocks)
            .map(entry -> String.valueOf(entry.rule().id()))
            .toList();
    if (!blocking.isEmpty()) {
      return "Governance: blocked by rule " + String.join(", ", blocking);
    }
    long reviews = audit.count(Finding.Kind.MANUAL_REVIEW);
    return "Governance: nothing blocks"
        + (reviews == 0 ? "" : String.format(Locale.ROOT, "; %,d for manual review", reviews));
  }

  private static String quoted(String text) {
    return Quotation.of(text, LONGEST_LINE);
  }
}
