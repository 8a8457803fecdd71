package io.chainbridge.shadow.governance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Of rule 12: the checkout's list of rules says what is enforced here, and nothing else. */
final class RuleNames {
  private static final String REMEDY = "write it as it is enforced";

  private RuleNames() {}

  static Examination examine(Checkout checkout) {
    AlexRules rules = checkout.alexRules();
    if (rules.file().isEmpty()) {
      boolean missing = rules.problems().isEmpty();
      return new Examination(
          0,
          List.of(
              Finding.review(
                  missing ? "there is no " + AlexRules.PATH : AlexRules.PATH + " cannot be read",
                  missing
                      ? "add one that lists the twelve rules, with the budgets of rule 12"
                      : "mend it: " + String.join("; ", rules.problems()))));
    }
    List<Finding> findings = new ArrayList<>();
    for (Rule rule : Governance.ALL.rules()) {
      JsonNode said = rules.rule(rule.id());
      if (said.isMissingNode()) {
        findings.add(
            Finding.review(
                AlexRules.PATH,
                1,
                "rule %d, %s, is not in it".formatted(rule.id(), rule.title()),
                REMEDY));
      } else {
        compare(rules, rule, "title", rule.title(), findings);
        compare(rules, rule, "severity", rule.severity().name(), findings);
      }
    }
    return new Examination(rules.file().get().document().path("rules").size(), findings);
  }

  private static void compare(
      AlexRules rules, Rule rule, String key, String ours, List<Finding> findings) {
    String theirs = rules.rule(rule.id()).path(key).asText();
    if (!theirs.equals(ours)) {
      findings.add(
          Finding.review(
              AlexRules.PATH,
              rules.line(rule.id(), "/" + key),
              "the %s of rule %d is \"%s\" in it, and \"%s\" here"
                  .formatted(key, rule.id(), theirs, ours),
              REMEDY));
    }
  }
}
