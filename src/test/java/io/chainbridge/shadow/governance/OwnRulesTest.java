package io.chainbridge.shadow.governance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What this repository says of the rules. */
class OwnRulesTest {

  @Test
  void theFileKeepsItsSchemaAndNamesTheTwelve() throws IOException {
    AlexRules rules = checkout().alexRules();
    assertThat(rules.problems()).isEmpty();
    assertThat(rules.file().orElseThrow().document().path("rules").findValuesAsText("id"))
        .isEqualTo(IntStream.rangeClosed(1, 12).mapToObj(String::valueOf).toList());
  }

  @Test
  void itSaysOfEachRuleWhatIsEnforced() throws IOException {
    assertThat(RuleNames.examine(checkout()).findings()).isEmpty();
  }

  @Test
  void itsBudgetsAreThoseOfTheGate() throws IOException {
    Examination examination = BudgetAgreement.examine(checkout());
    assertThat(examination.findings()).isEmpty();
    assertThat(examination.looked()).isEqualTo(4);
  }

  @Test
  void noSourceHasASecretInIt() throws IOException {
    Examination examination = new HardcodedSecrets().examine(Checkout.of(Path.of("src")));
    assertThat(examination.findings())
        .filteredOn(finding -> finding.kind() == Finding.Kind.VIOLATION)
        .isEmpty();
    assertThat(examination.looked()).isGreaterThan(10_000);
  }

  private static Checkout checkout() throws IOException {
    return Checkout.of(Path.of(""));
  }
}
