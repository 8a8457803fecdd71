package io.chainbridge.shadow.governance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApprovedChangesTest extends RuleTest {
  private static final String BUDGET = "budgets/shadow.json";

  ApprovedChangesTest() {
    super(new PerformanceBudget());
  }

  @BeforeEach
  void beginWithPromises() {
    repository
        .write("app/schemas_shadow.py", "class Stats(BaseModel):", "    count: int")
        .write("budgets/contracts/stats.schema.json", "{\"type\": \"object\"}")
        .write(BUDGET, budget("\"p95_latency_ms\": 75, \"p99_latency_ms\": 120", "{}"))
        .write(".github/ALEX_RULES.json", ScratchRepository.ALEX_RULES);
    beginTopic();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "app/schemas_shadow.py | class Stats(BaseModel): pass | a schema of Shadow Mode was changed",
        "budgets/contracts/stats.schema.json | {} | a contract was changed",
        "new/contracts/events.schema.json | {} | a contract was changed",
        "budgets/other.json | {} | a budget file was changed",
        "gates/any.json | {\"gate\": \"any\", \"endpoints\": {}} | a budget file was changed",
      })
  void whatIsPromisedChangesWithApproval(String path, String text, String message) {
    repository.write(path, text);
    assertFindings(examine())
        .containsExactly("MANUAL_REVIEW %s:1 %s and not committed".formatted(path, message));
    repository.commit("[A] changed");
    assertFindings(examine())
        .containsExactly("VIOLATION %s:1 %s without [ALEX-APPROVED]".formatted(path, message));
    repository.write("note", "asked").commit("[A] note\n\n[ALEX-APPROVED] by @alex");
    assertThat(examine().findings()).isEmpty();
    assertThat(examine().looked()).isEqualTo(1);
  }

  @Test
  void approvalIsOfWhatIsCommitted() {
    repository.write(BUDGET, budget("\"p95_latency_ms\": 80", "{}")).commit("[ALEX-APPROVED] 80");
    assertThat(examine().findings()).isEmpty();
    repository.write(BUDGET, budget("\"p95_latency_ms\": 900", "{}"));
    assertFindings(examine()).singleElement().asString().startsWith("MANUAL_REVIEW");
  }

  @Test
  void approvalOfEarlierChangesDoesNotCount() {
    repository.branch("main").write("x", "x").commit("[ALEX-APPROVED] of something else");
    repository.branch("topic").merge("main");
    repository.write(BUDGET, budget("\"p95_latency_ms\": 90", "{}")).commit("[A] changed");
    assertThat(examine().findings()).hasSize(1);
  }

  @Test
  void limitsAreToldInFigures() {
    repository
        .write(
            BUDGET,
            budget(
                "\"p95_latency_ms\": 90, \"p99_latency_ms\": 100",
                "{\"limits\": {\"max_response_size_kb\": 20}}"))
        .commit("[A] changed");
    assertFindings(examine())
        .containsExactly(
            "VIOLATION budgets/shadow.json:1 a budget file was changed (max_response_size_kb of"
                + " stats new: 20 KB, p95_latency_ms of stats loosened from 75 to 90 ms,"
                + " p99_latency_ms of stats tightened from 120 to 100 ms) without"
                + " [ALEX-APPROVED]");
  }

  @Test
  void aLimitThatIsGoneIsLoosened() {
    repository.write(BUDGET, budget("\"p95_latency_ms\": 75", "{}")).commit("[A] changed");
    assertFindings(examine())
        .singleElement()
        .asString()
        .contains("(p99_latency_ms of stats loosened from 120 ms to none)");
  }

  @Test
  void anotherLayoutIsNoChange() {
    repository
        .write(BUDGET, budget("\n\"p99_latency_ms\": 120,\n\"p95_latency_ms\": 75", "{}"))
        .commit("[A] laid out");
    assertThat(examine()).isEqualTo(new Examination(0, List.of()));
  }

  @Test
  void commentsAndMigrationsAreNoChangeOfASchema() {
    repository
        .write("app/schemas_shadow.py", "# Says:", "class Stats(BaseModel):", "    count : int")
        .write("alembic/versions/1a_shadow_schema.py", "class A: b: int")
        .commit("[A] a");
    assertThat(examine()).isEqualTo(new Examination(0, List.of()));
  }

  @Test
  void aContractThatIsNoTextWasChanged() {
    repository.write("new/contracts/a.schema.json", new byte[] {'{', 0, '}', 0}).commit("[A] a");
    assertThat(examine().findings()).hasSize(1);
  }

  @Test
  void rulesWithFiguresNeedApprovalAndOthersDoNot() {
    repository
        .write(".github/ALEX_RULES.json", ScratchRepository.ALEX_RULES.replace("10}", "5000}"))
        .commit("[A] changed");
    assertFindings(examine())
        .containsExactly(
            "VIOLATION .github/ALEX_RULES.json:3 rule 6 was changed (max_changed_lines loosened"
                + " from 10 to 5000) without [ALEX-APPROVED]");
    repository
        .write(
            ".github/ALEX_RULES.json",
            ScratchRepository.ALEX_RULES.replace(
                "]}", ", {\"id\": 5, \"title\": \"a\", \"severity\": \"WARNING\"}]}"))
        .commit("[A] changed");
    assertThat(examine().findings()).isEmpty();
  }

  @Test
  void rulesThatMovedAwayAreGone() {
    repository
        .delete(".github/ALEX_RULES.json")
        .write("docs/rules.json", ScratchRepository.ALEX_RULES)
        .commit("[A] moved");
    assertFindings(examine())
        .containsExactly(
            "VIOLATION docs/rules.json:1 rule 6 was changed (max_changed_lines loosened from 10 to"
                + " none) without [ALEX-APPROVED]");
  }

  @Test
  void aSchemaThatIsGoneOrMovedWasChanged() {
    repository.delete("budgets/contracts/stats.schema.json").commit("[A] gone");
    assertThat(examine().findings()).hasSize(1);
    repository.write("app/other.py", "class Stats(BaseModel):", "    count: int");
    repository.delete("app/schemas_shadow.py").commit("[A] moved");
    assertThat(examine().findings()).hasSize(2);
  }

  private static String budget(String limits, String stats) {
    return "{\"gate\": \"shadow\", \"limits\": {%s}, \"endpoints\": {\"stats\": %s}}"
        .formatted(limits, stats);
  }

  private Examination examine() {
    Checkout checkout = repository.since("main");
    return ApprovedChanges.examine(checkout, (Changes.Known) checkout.changes());
  }
}
