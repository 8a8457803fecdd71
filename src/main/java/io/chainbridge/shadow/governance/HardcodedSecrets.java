package io.chainbridge.shadow.governance;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Rule 8: no secret comes in with a change. Where the changes are not known, every line is looked
 * at.
 */
final class HardcodedSecrets implements Rule {
  private static final Pattern ALLOWED =
      Pattern.compile(
          "(?i)pragma:\\s*allow(?:list|ed)?[ _-]*secret|gitleaks:allow|trufflehog:ignore"
              + "|noqa:\\s*S10[567]");

  @Override
  public Description description() {
    return new Description(8, "No Hardcoded Secrets", Severity.CRITICAL, "added lines of text");
  }

  @Override
  public Examination examine(Checkout checkout) {
    List<Finding> findings = new ArrayList<>();
    int looked = 0;
    if (checkout.changes() instanceof Changes.Known changes) {
      for (Change change : changes.files()) {
        looked += change.added().size();
        change.added().forEach(line -> look(change.path(), line, findings));
      }
    } else {
      for (String path : checkout.paths()) {
        List<String> lines =
            checkout.text(path).map(text -> text.lines().toList()).orElse(List.of());
        looked += lines.size();
        for (int i = 0; i < lines.size(); i++) {
          look(path, new Change.Line(i + 1, lines.get(i)), findings);
        }
      }
    }
    return new Examination(looked, findings);
  }

  private static void look(String path, Change.Line line, List<Finding> findings) {
    for (Secret secret : Secret.in(path, line.text())) {
      boolean allowed = ALLOWED.matcher(line.text()).find();
      findings.add(
          allowed || !secret.certain()
              ? Finding.review(
                  path,
                  line.number(),
                  "looks like %s, and %s"
                      .formatted(
                          secret.words(), allowed ? "is marked as none" : "may be for tests alone"),
                  "see that it is none")
              : Finding.violation(
                  path,
                  line.number(),
                  "looks like " + secret.words(),
                  "revoke it, and read it from the environment or a secret store; what has been"
                      + " pushed stays in the history"));
    }
  }
}
