package io.chainbridge.shadow.governance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GovernanceTest {
  @TempDir private Path folder;

  @Test
  void rulesAreAskedInTheOrderOfTheirNumbers() {
    assertThat(Governance.of(List.of(new CodeOwnership(), new CommitTags())).rules())
        .extracting(Rule::id)
        .containsExactly(5, 7);
    assertThat(Governance.ALL.rules())
        .extracting(Rule::id)
        .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
    assertThat(Governance.SECURITY.rules()).extracting(Rule::id).containsExactly(2, 9, 12);
  }

  @Test
  void everyRuleSaysSomethingOfAnEmptyRepository() {
    try (ScratchRepository repository = new ScratchRepository(folder)) {
      Audit audit = Governance.ALL.audit(repository.checkout());
      assertThat(audit.blocked()).isFalse();
      assertThat(audit.entries())
          .filteredOn(entry -> entry.rule().id() != 12)
          .extracting(Audit.Entry::status)
          .containsOnly(Audit.Status.NOTHING_TO_LOOK_AT);
    }
  }

  @Test
  void outsideGitRulesAboutChangesAreForAPersonAndTheOthersGoOn() {
    Audit audit = Governance.ALL.audit(Checkout.open(folder, Optional.empty()));
    assertThat(audit.entries())
        .filteredOn(entry -> entry.rule() instanceof RuleOfChanges)
        .isNotEmpty()
        .allSatisfy(
            entry ->
                assertThat(entry.examination().findings())
                    .extracting(Finding::message)
                    .containsExactly("cannot decide: %s is not a git checkout".formatted(folder)));
    assertThat(audit.incomplete()).isFalse();
    assertThat(audit.problems()).containsExactly(folder + " is not a git checkout");
  }
}
