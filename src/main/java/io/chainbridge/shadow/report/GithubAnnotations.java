package io.chainbridge.shadow.report;

import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.trend.RunTrend;
import io.chainbridge.shadow.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Why a run does not pass, or is no more than inconclusive, and which budget will soon be reached,
 * as workflow commands of GitHub Actions: printed in a job, each becomes an annotation of the run
 * and of the pull request. GitHub shows ten errors and ten warnings of a step, so the tenth says
 * how many there are.
 */
public final class GithubAnnotations {
  private GithubAnnotations() {}

  /** One command a line; none for a run that passes without a warning. */
  public static List<String> of(RunRecord run, Verdict verdict, RunTrend trend) {
    List<WorkflowCommand> errors = new ArrayList<>();
    List<WorkflowCommand> warnings = new ArrayList<>();
    if (!verdict.passed() || verdict.warns()) {
      String title = title(run, verdict.status().key());
      List<String> sentences = Sentences.of(run, verdict);
      (sentences.isEmpty() ? List.of("the run does not pass") : sentences)
          .forEach(
              sentence -> {
                if (verdict.warns()) {
                  warnings.add(WorkflowCommand.warning(title, sentence));
                } else {
                  errors.add(WorkflowCommand.error(title, sentence));
                }
              });
    }
    String title = title(run, "trend");
    TrendText.warnings(trend)
        .forEach(sentence -> warnings.add(WorkflowCommand.warning(title, sentence)));
    return Stream.of(errors, warnings).flatMap(commands -> shown(commands).stream()).toList();
  }

  private static String title(RunRecord run, String what) {
    return "Gate %s: %s".formatted(run.gate(), what);
  }

  /** Those of a level. */
  private static List<String> shown(List<WorkflowCommand> commands) {
    if (commands.size() <= WorkflowCommand.MOST) {
      return commands.stream().map(WorkflowCommand::text).toList();
    }
    List<WorkflowCommand> shown = new ArrayList<>(commands.subList(0, WorkflowCommand.MOST - 1));
    WorkflowCommand next = commands.get(WorkflowCommand.MOST - 1);
    int more = commands.size() - shown.size();
    shown.add(
        new WorkflowCommand(
            next.level(),
            next.file(),
            next.line(),
            next.title(),
            "and %s more; see summary.md".formatted(Figures.count(more))));
    return shown.stream().map(WorkflowCommand::text).toList();
  }
}
