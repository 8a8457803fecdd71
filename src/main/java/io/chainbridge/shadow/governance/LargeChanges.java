package io.chainbridge.shadow.governance;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Rule 6: a change too large to be read with care has been approved of. */
final class LargeChanges implements RuleOfChanges {
  /** What tools write and nobody reads. */
  private static final Predicate<String> GENERATED =
      Pattern.compile(
              "(^|/)([^/]+\\.lock|package-lock\\.json|npm-shrinkwrap\\.json|pnpm-lock\\.yaml|go\\.sum"
                  + "|[^/]+\\.min\\.(js|css)|[^/]+_pb2(_grpc)?\\.py)$")
          .asPredicate();

  @Override
  public Description description() {
    return new Description(
        6,
        "Large Changes Require ALEX Approval",
        Severity.ERROR,
        "changed files that people write");
  }

  @Override
  public Examination examine(Checkout checkout, Changes.Known changes) {
    List<Change> written =
        changes.files().stream().filter(change -> !GENERATED.test(change.path())).toList();
    int most = checkout.alexRules().maxChangedLines();
    int all = lines(written);
    int committed = lines(written.stream().filter(change -> !change.uncommitted()).toList());
    if (all <= most || (changes.approved() && committed == all)) {
      return new Examination(written.size(), List.of());
    }
    return new Examination(
        written.size(),
        List.of(
            committed > most && !changes.approved()
                ? violation(all, most)
                : review(all, committed, most)));
  }

  private static Finding violation(int all, int most) {
    return Finding.violation(
        String.format(
            Locale.ROOT,
            "%,d changed lines without %s; more than %,d need it",
            all,
            Commit.APPROVAL,
            most),
        "have the change approved and say so in the message of one of its commits, or split it");
  }

  private static Finding review(int all, int committed, int most) {
    return Finding.review(
        String.format(
            Locale.ROOT,
            "%,d changed lines, of which %,d are in files not committed as they are; more than %,d need %s",
            all,
            all - committed,
            most,
            Commit.APPROVAL),
        "have the change approved and say so in the commit, or split it");
  }

  private static int lines(List<Change> changes) {
    return changes.stream().mapToInt(Change::lines).sum();
  }
}
