package io.chainbridge.shadow.governance;

import io.chainbridge.shadow.report.WorkflowCommand;
import io.chainbridge.shadow.report.WorkflowCommand.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * An audit as workflow commands of GitHub Actions: each becomes an annotation beside the code. Of
 * more than GitHub shows of a level, the last says how many there are.
 */
public final class AuditAnnotations {
  private AuditAnnotations() {}

  /** One command a line, errors first. */
  public static List<String> of(Audit audit) {
    List<WorkflowCommand> commands = new ArrayList<>();
    for (String problem : audit.problems()) {
      commands.add(
          new WorkflowCommand(
              audit.incomplete() ? Level.ERROR : Level.WARNING,
              "",
              OptionalInt.empty(),
              "Governance",
              problem));
    }
    for (Audit.Entry entry : audit.entries()) {
      entry.examination().findings().forEach(finding -> commands.add(of(entry.rule(), finding)));
    }
    List<String> lines = new ArrayList<>();
    for (Level level : List.of(Level.ERROR, Level.WARNING, Level.NOTICE)) {
      add(commands.stream().filter(command -> command.level() == level).toList(), level, lines);
    }
    return lines;
  }

  private static void add(List<WorkflowCommand> commands, Level level, List<String> lines) {
    boolean all = commands.size() <= WorkflowCommand.MOST;
    int shown = all ? commands.size() : WorkflowCommand.MOST - 1;
    commands.stream().limit(shown).map(WorkflowCommand::text).forEach(lines::add);
    if (!all) {
      String rest =
          String.format(
              Locale.ROOT, "and %,d more; see the log of this step", commands.size() - shown);
      lines.add(new WorkflowCommand(level, "", OptionalInt.empty(), "Governance", rest).text());
    }
  }

  private static WorkflowCommand of(Rule rule, Finding finding) {
    return new WorkflowCommand(
        level(rule, finding),
        finding.place().map(Finding.Place::path).orElse(""),
        finding.place().map(place -> OptionalInt.of(place.line())).orElse(OptionalInt.empty()),
        "ALEX rule %d: %s".formatted(rule.id(), rule.title()),
        "%s; %s".formatted(finding.message(), finding.remedy()));
  }

  private static Level level(Rule rule, Finding finding) {
    if (finding.kind() == Finding.Kind.MANUAL_REVIEW) {
      return Level.NOTICE;
    }
    return rule.severity().blocks() ? Level.ERROR : Level.WARNING;
  }
}
