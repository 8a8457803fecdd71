package io.chainbridge.shadow.governance;

import static org.assertj.core.api.Assertions.assertThat;

import io.chainbridge.shadow.budget.BudgetHistory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BudgetLogTest {
  private static final String FILE = "budgets/shadow.json";

  @TempDir private Path folder;

  private ScratchRepository repository;

  @BeforeEach
  void start() {
    repository = new ScratchRepository(folder);
  }

  @AfterEach
  void stop() {
    repository.close();
  }

  @Test
  void tellsWhatEachCommitMadeOfTheLimitsTheNewestFirst() {
    repository.write("README.md", "x").commit("Begin");
    String first = repository.write(FILE, budget(75)).commit("[A] Add a gate\n\nIt is.").name();
    repository.write("README.md", "y").commit("[A] Write");
    repository.write(FILE, budget(90)).commit("[A] Loosen \"it\"");
    repository.write(FILE, budget(60)).commit("[A] Tighten it");
    repository.write(FILE, budget(60), "").commit("[A] Lay it out");
    assertThat(told())
        .containsExactly(
            "[A] Lay it out: budgets/shadow.json ",
            "[A] Tighten it: budgets/shadow.json p95_latency_ms of stats tightened from 90 to 60 ms",
            "[A] Loosen \"it\": budgets/shadow.json p95_latency_ms of stats loosened from 75 to 90 ms",
            "[A] Add a gate: budgets/shadow.json p95_latency_ms of stats new: 75 ms");
    assertThat(history().versions().get(3).commit()).isEqualTo(first);
    assertThat(history().before()).isEmpty();
  }

  @Test
  void aFileThatIsGoneHasNoLimitsAndOneThatMovedIsNew() {
    repository.write(FILE, budget(75)).write("other/b.json", budget(1)).commit("[A] Add");
    repository.delete(FILE).write("service/budgets/a.json", budget(75)).commit("[A] Move");
    assertThat(told())
        .containsExactly(
            "[A] Move: budgets/shadow.json p95_latency_ms of stats loosened from 75 ms to none",
            "[A] Move: service/budgets/a.json p95_latency_ms of stats new: 75 ms",
            "[A] Add: budgets/shadow.json p95_latency_ms of stats new: 75 ms");
  }

  @Test
  void aVersionThatCannotBeReadIsToldAsSuch() {
    repository.write(FILE, budget(75)).commit("[A] Add");
    repository.write(FILE, "{ <<<<<<<").commit("[A] Break");
    repository.write(FILE, budget(75)).commit("[A] Mend");
    assertThat(history().versions())
        .extracting(version -> version.unreadable().orElse(""))
        .containsExactly(
            "the version before is no budget file that can be read",
            "this version is no budget file that can be read",
            "");
  }

  @Test
  void aMergeThatTakesOverABranchIsNoChangeOfItsOwn() {
    repository.write(FILE, budget(75)).commit("[A] Add");
    repository.branch("fix").write(FILE, budget(90)).commit("[A] Loosen");
    repository.branch("main").write("README.md", "x").commit("[A] Write");
    repository.merge("fix");
    assertThat(told()).hasSize(2).first().asString().startsWith("[A] Loosen");
  }

  @Test
  void secretsInSubjectsAreMasked() {
    repository
        .write(FILE, budget(75))
        .commit("[A] Use postgresql://shadow:Tr0ub4dor-and-3@db/shadow");
    assertThat(history().versions().get(0).subject()).doesNotContain("Tr0ub4dor");
  }

  @Test
  void theNewestHundredAreTold() {
    for (int i = 0; i <= BudgetLog.MOST; i++) {
      repository.write(FILE, budget(i + 1)).commit("[A] " + i);
    }
    assertThat(history().versions()).hasSize(BudgetLog.MOST);
    assertThat(history().versions().get(0).subject()).isEqualTo("[A] 100");
    assertThat(history().before()).contains("the newest 100 are shown");
  }

  @Test
  void theEdgeOfAShallowCloneIsNoChange() throws IOException {
    String edge = repository.write(FILE, budget(75)).commit("[A] Add").name();
    repository.write(FILE, budget(90)).commit("[A] Loosen");
    Files.writeString(folder.resolve(".git/shallow"), edge + "\n");
    assertThat(told()).singleElement().asString().startsWith("[A] Loosen");
    assertThat(history().before().orElseThrow()).startsWith("this shallow clone ends there");
  }

  @Test
  void aRepositoryWithoutCommitsHasNone() {
    assertThat(history()).isEqualTo(new BudgetHistory(List.of(), Optional.empty()));
  }

  @Test
  void outsideOfARepositoryThereIsNoHistory(@TempDir Path elsewhere) {
    assertThat(BudgetLog.read(elsewhere)).isEmpty();
  }

  @Test
  void aFileCalledHeadMakesNoRepository(@TempDir Path elsewhere) throws Exception {
    Files.writeString(elsewhere.resolve("HEAD"), "of nothing");
    assertThat(BudgetLog.read(elsewhere)).isEmpty();
  }

  @Test
  void aFolderBelowKnowsItsRepository() throws Exception {
    repository.write(FILE, budget(75)).commit("[A] Add");
    assertThat(BudgetLog.read(folder.resolve(FILE).getParent()).orElseThrow().versions())
        .hasSize(1);
  }

  private BudgetHistory history() {
    return BudgetLog.read(folder).orElseThrow();
  }

  private List<String> told() {
    return history().versions().stream()
        .map(
            version ->
                "%s: %s %s"
                    .formatted(
                        version.subject(),
                        version.file(),
                        version.limits().stream()
                            .map(change -> change.name() + " " + change.words())
                            .collect(Collectors.joining(", "))))
        .toList();
  }

  private static String budget(int millis) {
    return "{\"limits\": {\"p95_latency_ms\": %d}, \"endpoints\": {\"stats\": {}}}"
        .formatted(millis);
  }
}
