package io.chainbridge.shadow.governance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Of rule 12: its figures are those of the budget file that the gate goes by. */
final class BudgetAgreement {
  private static final int RULE = 12;
  private static final String NONE = "none";
  private static final String REMEDY =
      "write the same figure in both files, the one that was approved";

  private final AlexRules rules;
  private final String file;
  private final JsonText budget;
  private final List<Finding> findings = new ArrayList<>();

  private BudgetAgreement(AlexRules rules, String file, JsonText budget) {
    this.rules = rules;
    this.file = file;
    this.budget = budget;
  }

  static Examination examine(Checkout checkout) {
    AlexRules rules = checkout.alexRules();
    String file = rules.budgetFile();
    if (rules.rule(RULE).isMissingNode()) {
      return new Examination(0, List.of());
    }
    Optional<JsonText> budget = checkout.text(file).flatMap(JsonText::of);
    if (rules.budgets().isEmpty()
        && budget.map(BudgetAgreement::limits).orElse(Map.of()).isEmpty()) {
      return one(rules, "/budgets", "rule 12 names no budgets", "give it those of " + file);
    }
    if (budget.isEmpty()) {
      return one(
          rules,
          "/budget_file",
          "cannot decide: %s is not there or no JSON".formatted(file),
          "name the budget file as budget_file of rule 12");
    }
    return new Examination(
        Math.max(1, rules.budgets().size()), differences(rules, file, budget.get()));
  }

  /**
   * Where the two do not agree.
   *
   * @param file what findings call the budget file
   */
  static List<Finding> differences(AlexRules rules, String file, JsonText budget) {
    BudgetAgreement agreement = new BudgetAgreement(rules, file, budget);
    agreement.compare();
    return List.copyOf(agreement.findings);
  }

  private static Examination one(AlexRules rules, String pointer, String message, String remedy) {
    return new Examination(
        1, List.of(Finding.review(AlexRules.PATH, rules.line(RULE, pointer), message, remedy)));
  }

  private static Map<String, JsonNode> limits(JsonText budget) {
    return Figures.in(budget.document().path("limits"));
  }

  private void compare() {
    Map<String, JsonNode> gate = limits(budget);
    rules
        .budgets()
        .forEach(
            (limit, figure) -> {
              JsonNode other = gate.get(limit);
              if (other == null || differ(figure, other)) {
                violation(
                    AlexRules.PATH,
                    rules.line(RULE, "/budgets/" + limit),
                    limit,
                    figure.asText(),
                    other == null ? NONE : other.asText());
              }
            });
    gate.forEach(
        (limit, figure) -> {
          if (!rules.budgets().containsKey(limit)) {
            violation(file, budget.line("/limits/" + limit), limit, NONE, figure.asText());
          }
        });
    budget.document().path("endpoints").properties().forEach(this::compare);
  }

  /** An endpoint may be held to less than all, and not to more. */
  private void compare(Map.Entry<String, JsonNode> endpoint) {
    Figures.in(endpoint.getValue().path("limits"))
        .forEach(
            (limit, figure) -> {
              JsonNode rule = rules.budgets().get(limit);
              if (rule != null && figure.decimalValue().compareTo(rule.decimalValue()) > 0) {
                violation(
                    file,
                    budget.line("/endpoints/%s/limits/%s".formatted(endpoint.getKey(), limit)),
                    "%s of %s".formatted(limit, endpoint.getKey()),
                    rule.asText(),
                    figure.asText());
              }
            });
  }

  private static boolean differ(JsonNode one, JsonNode other) {
    return one.decimalValue().compareTo(other.decimalValue()) != 0;
  }

  private void violation(String path, int line, String limit, String inRule, String inFile) {
    findings.add(
        Finding.violation(
            path,
            line,
            "%s is %s in rule 12 of %s, and %s in %s"
                .formatted(limit, inRule, AlexRules.PATH, inFile, file),
            REMEDY));
  }
}
