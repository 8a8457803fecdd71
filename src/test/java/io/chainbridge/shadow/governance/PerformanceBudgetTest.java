package io.chainbridge.shadow.governance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PerformanceBudgetTest extends RuleTest {
  @TempDir private Path plain;

  PerformanceBudgetTest() {
    super(new PerformanceBudget());
  }

  @Test
  void withoutTheRulesAPersonHasToSee() {
    assertFindings(uncommitted())
        .containsExactly("MANUAL_REVIEW there is no .github/ALEX_RULES.json");
  }

  @Test
  void outsideGitWhatChangedIsForAPersonToSee() {
    assertFindings(new PerformanceBudget().examine(Checkout.open(plain, Optional.empty())))
        .containsExactly(
            "MANUAL_REVIEW there is no .github/ALEX_RULES.json",
            "MANUAL_REVIEW cannot decide: %s is not a git checkout".formatted(plain));
  }

  @Test
  void rulesThatAreNoJsonAreAProblemWithItsPlace() {
    repository.write(".github/ALEX_RULES.json", "{", "  \"rules\": [}").commit("[A] a");
    Checkout checkout = repository.checkout();
    Examination examination = new PerformanceBudget().examine(checkout);
    assertFindings(examination)
        .containsExactly("MANUAL_REVIEW .github/ALEX_RULES.json cannot be read");
    String problem =
        ".github/ALEX_RULES.json, line 2: is no JSON: Unexpected close marker '}': expected ']'";
    assertThat(checkout.problems()).containsExactly(problem);
    assertThat(examination.findings().get(0).remedy()).isEqualTo("mend it: " + problem);
  }

  @Test
  void rulesThatAreNoTextAreNotMissing() {
    repository.write(".github/ALEX_RULES.json", new byte[] {'{', 0, '}', 0}).commit("[A] a");
    Checkout checkout = repository.checkout();
    assertFindings(new PerformanceBudget().examine(checkout))
        .containsExactly("MANUAL_REVIEW .github/ALEX_RULES.json cannot be read");
    assertThat(checkout.problems()).containsExactly(".github/ALEX_RULES.json is binary");
  }

  @Test
  void anUnknownBaseIsToldInShort() {
    assertThat(new CommitTags().examine(repository.since("nowhere")).findings())
        .containsExactly(
            Finding.review(
                "cannot decide: --base=nowhere: is no commit of this checkout",
                "name a base that can be used, as told once among the problems"));
  }

  @Test
  void rulesThatBreakTheirSchemaAreAProblemWithTheirPlace() {
    repository
        .write(
            ".github/ALEX_RULES.json",
            "{\"rules\": [",
            "  {\"id\": 12, \"title\": \"a\", \"severity\": \"FATAL\",",
            "   \"budgets\": {\"p95_latency_ms\": \"75\"}}]}")
        .commit("[A] a");
    Checkout checkout = repository.checkout();
    checkout.alexRules();
    assertThat(checkout.problems())
        .containsExactlyInAnyOrder(
            ".github/ALEX_RULES.json, line 2: at /rules/0/severity found string, expected one of"
                + " WARNING, ERROR, CRITICAL",
            ".github/ALEX_RULES.json, line 3: at /rules/0/budgets/p95_latency_ms found string,"
                + " expected number");
  }

  @Test
  void otherTitlesAndWeightsAreForAPersonToSee() {
    repository
        .write(
            ".github/ALEX_RULES.json",
            "{\"rules\": [",
            "  {\"id\": 8, \"title\": \"No Hardcoded Secrets\",",
            "   \"severity\": \"WARNING\"}]}")
        .commit("[A] a");
    assertFindings(uncommitted())
        .contains(
            "MANUAL_REVIEW .github/ALEX_RULES.json:3 the severity of rule 8 is \"WARNING\" in it,"
                + " and \"CRITICAL\" here",
            "MANUAL_REVIEW .github/ALEX_RULES.json:1 rule 7, Code Ownership Enforcement, is not in"
                + " it");
  }
}
