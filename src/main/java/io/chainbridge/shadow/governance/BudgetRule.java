package io.chainbridge.shadow.governance;

import io.chainbridge.shadow.settings.InvalidInputException;
import java.util.List;
import java.util.Optional;

/** Rule 12 as far as it holds the figures of a budget file. */
public final class BudgetRule {
  private static final int RULE = 12;

  private final AlexRules rules;

  private BudgetRule(AlexRules rules) {
    this.rules = rules;
  }

  /**
   * Reads what a file like {@code .github/ALEX_RULES.json} says of it.
   *
   * @param path what problems call the file
   * @return empty if it says nothing
   * @throws InvalidInputException with every problem of the file
   */
  public static Optional<BudgetRule> read(String path, String text) {
    AlexRules rules = AlexRules.parse(path, text);
    if (!rules.problems().isEmpty()) {
      throw new InvalidInputException(rules.problems());
    }
    return rules.rule(RULE).isMissingNode() ? Optional.empty() : Optional.of(new BudgetRule(rules));
  }

  /** The budget file that it is about, from the top of the checkout, with slashes. */
  public String budgetFile() {
    return rules.budgetFile();
  }

  /** The JSON Pointer to its figure of a limit; empty if it has none. */
  public Optional<String> pointer(String limit) {
    return rules
        .pointer(RULE)
        .filter(rule -> rules.budgets().containsKey(limit))
        .map(rule -> "%s/budgets/%s".formatted(rule, limit));
  }

  /**
   * Where its figures are not those of a budget file, a sentence each; none if they agree as the
   * rule demands.
   *
   * @param text of the budget file, which is JSON
   */
  public List<String> disagreements(String text) {
    return JsonText.of(text)
        .map(budget -> BudgetAgreement.differences(rules, budgetFile(), budget))
        .orElseThrow(() -> new IllegalArgumentException("no JSON"))
        .stream()
        .map(Finding::message)
        .toList();
  }
}
