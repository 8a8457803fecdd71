package io.chainbridge.shadow.governance;

import java.util.Arrays;
import java.util.List;

/** Audits made by hand. */
final class AuditSample {
  private static final String HOSTILE = "a b/\u001b[31m\r\n::error::x,y:z%25é\u202e.py";

  private AuditSample() {}

  static Audit mixed() {
    return new Audit(
        List.of(
            entry(
                new CommitTags(),
                Finding.violation("commit 0123456789 \"Fix\" begins with no tag", "begin it so")),
            entry(
                new CodeOwnership(),
                Finding.violation("src/a.py", 1, "has no owner", "add one"),
                Finding.violation("src/a.py", 7, "has no owner", "add one"),
                Finding.violation(HOSTILE, 3, "says\u0007 a,b:c\nd", "do\tit")),
            entry(
                new HardcodedSecrets(),
                Finding.review("src/b.py", 2, "looks like one, and is marked as none", "see it")),
            new Audit.Entry(new SchemaMigrations(), new Examination(0, List.of())),
            new Audit.Entry(new PerformanceBudget(), new Examination(3, List.of()))),
        List.of("src/c.py: is not UTF-8; not examined"),
        false);
  }

  static Audit passed() {
    return new Audit(
        List.of(new Audit.Entry(new CommitTags(), new Examination(2, List.of()))),
        List.of(),
        false);
  }

  static Audit incomplete() {
    return new Audit(
        List.of(entry(new CommitTags(), Finding.review("cannot decide: --base=x: ...", "look"))),
        List.of("--base=x: ..."),
        true);
  }

  static Audit crowd() {
    Finding[] findings = new Finding[30];
    Arrays.setAll(
        findings, i -> Finding.violation("src/%d.py".formatted(i), 1, "has no owner", "add one"));
    return new Audit(List.of(entry(new CodeOwnership(), findings)), List.of(), false);
  }

  private static Audit.Entry entry(Rule rule, Finding... findings) {
    return new Audit.Entry(rule, new Examination(findings.length, List.of(findings)));
  }
}
