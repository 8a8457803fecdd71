package io.chainbridge.shadow.governance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rule 7: each file that changed has an owner, who will be asked. */
final class CodeOwnership implements RuleOfChanges {
  @Override
  public Description description() {
    return new Description(
        7, "Code Ownership Enforcement", Severity.ERROR, "changed files that are still there");
  }

  @Override
  public Examination examine(Checkout checkout, Changes.Known changes) {
    List<String> files =
        changes.files().stream()
            .filter(change -> !change.is(Change.Kind.DELETED))
            .map(Change::path)
            .toList();
    if (files.isEmpty()) {
      return new Examination(0, List.of());
    }
    return new Examination(
        files.size(),
        CodeOwners.of(checkout).map(owners -> findings(owners, files)).orElse(List.of(noFile())));
  }

  private static List<Finding> findings(CodeOwners owners, List<String> files) {
    List<Finding> findings = new ArrayList<>();
    for (int line : owners.skipped()) {
      findings.add(
          Finding.review(
              owners.path(),
              line,
              "GitHub skips this line: no ! and no [ ] in a pattern, and owners are @user,"
                  + " @org/team or an e-mail address",
              "write it so that GitHub reads it, or remove it"));
    }
    for (String file : files) {
      Optional<CodeOwners.Entry> entry = owners.entry(file);
      if (entry.isEmpty()) {
        findings.add(unowned(file, "no pattern of %s matches it".formatted(owners.path())));
      } else if (!entry.get().owned()) {
        findings.add(
            unowned(
                file,
                "line %d of %s leaves it without one"
                    .formatted(entry.get().number(), owners.path())));
      }
    }
    return findings;
  }

  private static Finding unowned(String file, String reason) {
    return Finding.violation(
        file,
        1,
        "has no owner: " + reason,
        "add a line with its path and an owner, such as @org/team");
  }

  private static Finding noFile() {
    return Finding.review(
        "cannot decide: there is no CODEOWNERS",
        "add one of %s".formatted(String.join(", ", CodeOwners.PLACES)));
  }
}
