package io.chainbridge.shadow.governance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.chainbridge.shadow.budget.LimitChange;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Of rule 12: a change of what a service promises, its schemas, contracts and budgets, has been
 * approved of. Another layout of a file in JSON is no change.
 */
final class ApprovedChanges {
  private static final Predicate<String> CONTRACT =
      Pattern.compile("(^|/)contracts/(.*/)?[^/]+\\.schema\\.json$").asPredicate();
  static final Predicate<String> BUDGET =
      Pattern.compile("(^|/)budgets/[^/]+(?<!\\.schema)\\.json$").asPredicate();

  private static final JsonNode NOTHING = MissingNode.getInstance();

  /** The rules with figures of their own. */
  private static final List<Integer> RULES = List.of(6, 12);

  private ApprovedChanges() {}

  static Examination examine(Checkout checkout, Changes.Known changes) {
    int looked = 0;
    List<Finding> findings = new ArrayList<>();
    for (Change change : changes.files()) {
      Optional<String> promise = promise(checkout, change);
      if (promise.isPresent()) {
        looked++;
        if (change.uncommitted() || !changes.approved()) {
          findings.add(finding(change, promise.get()));
        }
      }
    }
    return new Examination(looked, findings);
  }

  /** What of it needs approval, in words. */
  private static Optional<String> promise(Checkout checkout, Change change) {
    String path = change.path();
    String oldPath = change.oldPath().orElse(path);
    boolean wasSchema = isSchema(checkout, oldPath);
    boolean isSchema = isSchema(checkout, path);
    if (wasSchema || isSchema) {
      boolean same = wasSchema && isSchema && PythonChange.of(checkout, change).keepsShape();
      return same ? Optional.empty() : Optional.of("a schema of Shadow Mode was changed");
    }
    if (!path.endsWith(".json") && !oldPath.endsWith(".json")) {
      return Optional.empty();
    }
    JsonNode before = json(change.oldText());
    JsonNode now = json(checkout.text(path));
    boolean hadRules = oldPath.equals(AlexRules.PATH);
    boolean hasRules = path.equals(AlexRules.PATH);
    if (hadRules || hasRules) {
      return rules(hadRules ? before : NOTHING, hasRules ? now : NOTHING);
    }
    if (before.equals(now) && !now.isMissingNode() && path.equals(oldPath)) {
      return Optional.empty();
    }
    if (CONTRACT.test(path) || CONTRACT.test(oldPath)) {
      return Optional.of("a contract was changed");
    }
    return isBudget(path, now) || isBudget(oldPath, before)
        ? Optional.of(
            "a budget file was changed"
                + figures(Figures.ofBudgetFile(before), Figures.ofBudgetFile(now)))
        : Optional.empty();
  }

  private static boolean isSchema(Checkout checkout, String path) {
    return checkout.shadowCode().isSchema(path) && !SchemaMigrations.isMigration(path);
  }

  private static boolean isBudget(String path, JsonNode document) {
    return BUDGET.test(path)
        || (document.path("gate").isTextual() && document.path("endpoints").isObject());
  }

  private static Optional<String> rules(JsonNode before, JsonNode now) {
    List<String> changed = new ArrayList<>();
    for (int id : RULES) {
      JsonNode old = AlexRules.rule(before, id);
      JsonNode rule = AlexRules.rule(now, id);
      if (!old.equals(rule)) {
        changed.add("rule %d was changed%s".formatted(id, figures(figures(old), figures(rule))));
      }
    }
    return changed.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", changed));
  }

  private static Map<String, BigDecimal> figures(JsonNode rule) {
    Map<String, BigDecimal> figures = new HashMap<>();
    Figures.in(rule.path("budgets"))
        .forEach((limit, figure) -> figures.put(limit, figure.decimalValue()));
    if (rule.path("max_changed_lines").isNumber()) {
      figures.put("max_changed_lines", rule.path("max_changed_lines").decimalValue());
    }
    return figures;
  }

  private static String figures(Map<String, BigDecimal> before, Map<String, BigDecimal> now) {
    return LimitChange.between(before, now).stream()
        .map(change -> "%s %s".formatted(change.name(), change.words()))
        .reduce((one, other) -> "%s, %s".formatted(one, other))
        .map(" (%s)"::formatted)
        .orElse("");
  }

  private static JsonNode json(Optional<String> text) {
    return text.flatMap(JsonText::of).map(JsonText::document).orElse(NOTHING);
  }

  private static Finding finding(Change change, String promise) {
    int line = change.added().isEmpty() ? 1 : change.added().get(0).number();
    return change.uncommitted()
        ? Finding.review(
            change.path(),
            line,
            "%s and not committed".formatted(promise),
            "have it approved, and say so in the commit: %s in its message"
                .formatted(Commit.APPROVAL))
        : Finding.violation(
            change.path(),
            line,
            "%s without %s".formatted(promise, Commit.APPROVAL),
            "have it approved, and say so: %s in the message of a commit of this change"
                .formatted(Commit.APPROVAL));
  }
}
