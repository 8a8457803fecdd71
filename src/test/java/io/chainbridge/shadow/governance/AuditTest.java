package io.chainbridge.shadow.governance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.chainbridge.shadow.PublishedSchema;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an audit comes to, and how it is told. */
class AuditTest {

  @Test
  void violationsOfErrorsBlockAndWarningsDoNot() {
    assertThat(AuditSample.mixed().blocked()).isTrue();
    assertThat(AuditSample.passed().blocked()).isFalse();
    assertThat(AuditSample.mixed().entries())
        .extracting(Audit.Entry::blocks)
        .containsExactly(false, true, false, false, false);
  }

  @Test
  void eachRuleHasAStatus() {
    assertThat(AuditSample.mixed().entries())
        .extracting(entry -> entry.status().key())
        .containsExactly("violated", "violated", "manual_review", "nothing_to_look_at", "passed");
  }

  @Test
  void theTextSaysEachRuleThenEachFindingThenWhatFollows() {
    assertThat(AuditText.write(AuditSample.mixed()))
        .isEqualTo(
            """
            rule  severity  title                                       status
            5     warning   Commit Governance Tags Required             violated: 1 found
            7     error     Code Ownership Enforcement                  violated: 3 found
            8     critical  No Hardcoded Secrets                        manual review: 1 found
            11    error     Schema Changes Require Migration            nothing to look at; it looks at changed table models and schemas of Shadow Mode
            12    error     Shadow Mode Performance Budget Enforcement  passed: 3 looked at

            rule 5, violation: commit 0123456789 "Fix" begins with no tag
                begin it so

            rule 7, violation: src/a.py:1: has no owner
                add one

            rule 7, violation: src/a.py:7: has no owner
                add one

            rule 7, violation: a b/\uFFFD[31m ::error::x,y:z%25é\uFFFD.py:3: says\uFFFD a,b:c d
                do it

            rule 8, manual review: src/b.py:2: looks like one, and is marked as none
                see it

            problem: src/c.py: is not UTF-8; not examined

            Governance: blocked by rule 7
            """);
  }

  @Test
  void theLastLineSaysWhatFollows() {
    assertThat(AuditText.write(AuditSample.passed())).endsWith("\nGovernance: nothing blocks\n");
    assertThat(AuditText.write(AuditSample.incomplete()))
        .endsWith("\nGovernance: undecided, because the base cannot be used\n");
  }

  @Test
  void theJsonKeepsItsSchema() {
    JsonNode document = PublishedSchema.GOVERNANCE.read(AuditJson.write(AuditSample.mixed()));
    assertThat(document.at("/verdict").asText()).isEqualTo("blocked");
    assertThat(document.at("/rules/1/findings/1/line").asInt()).isEqualTo(7);
    assertThat(document.at("/rules/0/findings/0").has("path")).isFalse();
    for (Audit audit :
        List.of(AuditSample.passed(), AuditSample.incomplete(), AuditSample.crowd())) {
      PublishedSchema.GOVERNANCE.read(AuditJson.write(audit));
    }
  }

  @Test
  void annotationsPutErrorsFirst() {
    assertThat(AuditAnnotations.of(AuditSample.mixed()))
        .containsExactly(
            "::error file=src/a.py,line=1,title=ALEX rule 7%3A Code Ownership Enforcement::has no"
                + " owner; add one",
            "::error file=src/a.py,line=7,title=ALEX rule 7%3A Code Ownership Enforcement::has no"
                + " owner; add one",
            "::error file=a b/\uFFFD[31m %3A%3Aerror%3A%3Ax%2Cy%3Az%2525é\uFFFD.py,line=3,title=ALEX"
                + " rule 7%3A Code Ownership Enforcement::says\uFFFD a,b:c d; do it",
            "::warning title=Governance::src/c.py: is not UTF-8; not examined",
            "::warning title=ALEX rule 5%3A Commit Governance Tags Required::commit 0123456789"
                + " \"Fix\" begins with no tag; begin it so",
            "::notice file=src/b.py,line=2,title=ALEX rule 8%3A No Hardcoded Secrets::looks like"
                + " one, and is marked as none; see it");
  }

  @Test
  void annotationsAreNoMoreThanGithubShows() {
    assertThat(AuditAnnotations.of(AuditSample.crowd()))
        .hasSize(10)
        .last()
        .isEqualTo("::error title=Governance::and 21 more; see the log of this step");
  }
}
