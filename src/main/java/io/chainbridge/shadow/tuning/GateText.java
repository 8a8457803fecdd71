package io.chainbridge.shadow.tuning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chainbridge.shadow.budget.BudgetFile;
import io.chainbridge.shadow.governance.BudgetRule;
import io.chainbridge.shadow.settings.InvalidInputException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A budget file, and the file of the ALEX rules whose rule 12 is about it, both valid and agreed.
 *
 * @param budgets the budget file
 * @param rules the other; empty if no rule is about the budget file
 */
public record GateText(Source budgets, Optional<Source> rules) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * A file.
   *
   * @param file where it is, as its user calls it
   * @param text all of it
   */
  public record Source(Path file, String text) {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** The text, less a byte order mark. */
    public String json() {
      return text.substring(mark().length());
    }

    private String mark() {
      return text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : "";
    }

    Source with(Map<String, BigDecimal> numbers) {
      return new Source(file, mark() + NumberEdits.replace(json(), numbers));
    }
  }

  /**
   * Checks both by those who read them at other times.
   *
   * @throws InvalidInputException with every problem of one of them, or where they do not agree
   */
  public GateText {
    BudgetFile.readForJudging(budgets.file(), budgets.text().getBytes(StandardCharsets.UTF_8));
    List<String> disagreements =
        rule(rules).map(rule -> rule.disagreements(budgets.json())).orElse(List.of());
    if (!disagreements.isEmpty()) {
      List<String> problems = new ArrayList<>(disagreements);
      problems.add("write the same figures in both files first, those that were approved");
      throw new InvalidInputException(problems);
    }
  }

  /** Its gate's name. */
  public String gate() {
    return document().path("gate").asText();
  }

  /** Every limit in it. */
  List<Place> places() {
    return Place.of(document(), rule(rules));
  }

  /** The same as decided, with no other character changed. */
  GateText with(List<Decision> decisions) {
    Map<String, BigDecimal> inBudgets = new HashMap<>();
    Map<String, BigDecimal> inRules = new HashMap<>();
    for (Decision decision : decisions) {
      if (decision.changes()) {
        inBudgets.put(decision.place().pointer(), decision.figure());
        decision
            .place()
            .rulePointer()
            .ifPresent(pointer -> inRules.put(pointer, decision.figure()));
      }
    }
    return new GateText(budgets.with(inBudgets), rules.map(source -> source.with(inRules)));
  }

  private JsonNode document() {
    try {
      return JSON.readTree(budgets.json());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Optional<BudgetRule> rule(Optional<Source> rules) {
    return rules.flatMap(source -> BudgetRule.read(source.file().toString(), source.json()));
  }
}
