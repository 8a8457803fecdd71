package io.chainbridge.shadow.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chainbridge.shadow.settings.InvalidInputException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BudgetRuleTest {
  private static final String OTHER = "{\"id\": 6, \"title\": \"Large\", \"severity\": \"ERROR\"},";

  @Test
  void itsFiguresArePointedTo() {
    BudgetRule rule = read(OTHER, "\"budgets\": {\"p95_latency_ms\": 75}").orElseThrow();
    assertThat(rule.budgetFile()).isEqualTo("budgets/shadow.json");
    assertThat(rule.pointer("p95_latency_ms")).contains("/rules/1/budgets/p95_latency_ms");
    assertThat(rule.pointer("p99_latency_ms")).isEmpty();
  }

  @Test
  void itAgreesOrSaysWhereNot() {
    BudgetRule rule = read("", "\"budgets\": {\"p95_latency_ms\": 75}").orElseThrow();
    String budget = "{\"limits\": {\"p95_latency_ms\": %s}, \"endpoints\": {}}";
    assertThat(rule.disagreements(budget.formatted("75.0"))).isEmpty();
    assertThat(rule.disagreements(budget.formatted("70")))
        .containsExactly(
            "p95_latency_ms is 75 in rule 12 of .github/ALEX_RULES.json, and 70 in"
                + " budgets/shadow.json");
  }

  @Test
  void aFileMayHaveNone() {
    assertThat(BudgetRule.read("r.json", "{\"rules\": [%s]}".formatted(OTHER.replace("},", "}"))))
        .isEmpty();
  }

  @Test
  void aFileThatIsNotValidIsRefusedByItsName() {
    assertThatThrownBy(() -> BudgetRule.read("r.json", "{"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("r.json, line 1: is no JSON");
    assertThatThrownBy(() -> read("", "\"budgets\": {\"p95_latency_ms\": 0}"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("r.json, line 1: at /rules/0/budgets/p95_latency_ms found number");
  }

  private static Optional<BudgetRule> read(String before, String more) {
    return BudgetRule.read(
        "r.json",
        "{\"rules\": [%s {\"id\": 12, \"title\": \"a\", \"severity\": \"ERROR\", %s}]}"
            .formatted(before, more));
  }
}
