package io.chainbridge.shadow.report;

import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * Why a run does not pass, or is no more than inconclusive, as workflow commands of GitHub Actions:
 * printed in a job, each becomes an annotation of the run and of the pull request. GitHub shows ten
 * errors of a step, so the tenth says how many there are.
 */
public final class GithubAnnotations {
  private GithubAnnotations() {}

  /** One command a line; none for a run that passes without a warning. */
  public static List<String> of(RunRecord run, Verdict verdict) {
    if (verdict.passed() && !verdict.warns()) {
      return List.of();
    }
    String title = "Gate %s: %s".formatted(run.gate(), verdict.status().key());
    List<String> sentences = new ArrayList<>(Sentences.of(run, verdict));
    if (sentences.isEmpty()) {
      sentences.add("the run does not pass");
    }
    if (sentences.size() > WorkflowCommand.MOST) {
      int more = sentences.size() - WorkflowCommand.MOST + 1;
      sentences.subList(WorkflowCommand.MOST - 1, sentences.size()).clear();
      sentences.add("and %s more; see summary.md".formatted(Figures.count(more)));
    }
    return sentences.stream()
        .map(
            sentence ->
                verdict.warns()
                    ? WorkflowCommand.warning(title, sentence)
                    : WorkflowCommand.error(title, sentence))
        .map(WorkflowCommand::text)
        .toList();
  }
}
