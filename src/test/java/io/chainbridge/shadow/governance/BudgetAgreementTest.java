package io.chainbridge.shadow.governance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BudgetAgreementTest extends RuleTest {
  BudgetAgreementTest() {
    super(new PerformanceBudget());
  }

  @Test
  void theSameFiguresAgreeHoweverTheyAreWritten() {
    rule("'p95_latency_ms': 75.0, 'max_failure_rate': 5e-2");
    budget("'p95_latency_ms': 75, 'max_failure_rate': 0.05", "");
    assertThat(examine().findings()).isEmpty();
    assertThat(examine().looked()).isEqualTo(2);
  }

  @Test
  void eachOtherFigureIsNamedWithBoth() {
    rule("'p95_latency_ms': 75,\n'p99_latency_ms': 120");
    budget("'p95_latency_ms': 80,\n'p50_latency_ms': 40", "");
    assertFindings(examine())
        .containsExactly(
            "VIOLATION .github/ALEX_RULES.json:2 p95_latency_ms is 75 in rule 12 of"
                + " .github/ALEX_RULES.json, and 80 in budgets/shadow.json",
            "VIOLATION .github/ALEX_RULES.json:3 p99_latency_ms is 120 in rule 12 of"
                + " .github/ALEX_RULES.json, and none in budgets/shadow.json",
            "VIOLATION budgets/shadow.json:3 p50_latency_ms is none in rule 12 of"
                + " .github/ALEX_RULES.json, and 40 in budgets/shadow.json");
  }

  @Test
  void noFiguresAtAllAreOtherFigures() {
    rule("");
    budget("'p95_latency_ms': 80", "");
    assertFindings(examine())
        .containsExactly(
            "VIOLATION budgets/shadow.json:2 p95_latency_ms is none in rule 12 of"
                + " .github/ALEX_RULES.json, and 80 in budgets/shadow.json");
    budget("", "");
    assertFindings(examine())
        .containsExactly("MANUAL_REVIEW .github/ALEX_RULES.json:1 rule 12 names no budgets");
  }

  @Test
  void anEndpointMayNotBeHeldToMore() {
    rule("'p95_latency_ms': 75");
    budget(
        "'p95_latency_ms': 75",
        "'stats': {'limits': {'p95_latency_ms': 50}},\n'events': {'limits': {'p95_latency_ms': 90}}");
    assertFindings(examine())
        .containsExactly(
            "VIOLATION budgets/shadow.json:3 p95_latency_ms of events is 75 in rule 12 of"
                + " .github/ALEX_RULES.json, and 90 in budgets/shadow.json");
  }

  @Test
  void aBudgetFileThatIsNotThereIsForAPersonToSee() {
    rule("'p95_latency_ms': 75");
    assertFindings(examine())
        .containsExactly(
            "MANUAL_REVIEW .github/ALEX_RULES.json:1 cannot decide: budgets/shadow.json is not there"
                + " or no JSON");
  }

  private void rule(String budgets) {
    json(
        ".github/ALEX_RULES.json",
        "{'rules': [{'id': 12, 'title': 'a', 'severity': 'ERROR', 'budgets': {\n%s}}]}"
            .formatted(budgets));
  }

  private void budget(String limits, String endpoints) {
    json(
        "budgets/shadow.json",
        "{'gate': 'shadow', 'limits': {\n%s}, 'endpoints': {%s}}".formatted(limits, endpoints));
  }

  private void json(String path, String text) {
    repository.write(path, text.replace('\'', '"'));
  }

  private Examination examine() {
    return BudgetAgreement.examine(repository.checkout());
  }
}
