package io.chainbridge.shadow.governance;

import java.util.List;

/** Rule 5: the message of a commit begins with a tag that says what it is about. */
final class CommitTags implements RuleOfChanges {
  @Override
  public Description description() {
    return new Description(
        5, "Commit Governance Tags Required", Severity.WARNING, "commits after the base");
  }

  @Override
  public Examination examine(Checkout checkout, Changes.Known changes) {
    List<Commit> commits = changes.commits().stream().filter(commit -> !commit.merge()).toList();
    return new Examination(
        commits.size(),
        commits.stream().filter(commit -> !commit.tagged()).map(CommitTags::finding).toList());
  }

  private static Finding finding(Commit commit) {
    return Finding.violation(
        "commit %s begins with no tag".formatted(commit.description()),
        "begin its message with a tag in capitals, such as [ML] or [ALEX-APPROVED]"
            + " (git commit --amend, git rebase -i)");
  }
}
