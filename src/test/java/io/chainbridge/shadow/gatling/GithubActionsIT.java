package io.chainbridge.shadow.gatling;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is a step of a job of GitHub Actions. */
class GithubActionsIT {
  private static final String COMMAND = "::error ";

  @TempDir Path folder;

  @Test
  void isToldWhatBroke() throws Exception {
    Path summary = Files.writeString(folder.resolve("summary"), "# What came before\n");
    GateResult result = run(Answer.status(503), summary);

    assertThat(result.exitCode()).as(result::console).isEqualTo(2);
    assertThat(result.out().lines().filter(line -> line.startsWith(COMMAND)))
        .hasSize(6)
        .contains(
            "::error title=Gate test%3A breached::test max_failure_rate: 100 %25 breaches the"
                + " budget of 5 %25 (20 of 20 requests failed; at most 0 may)");
    assertThat(summary)
        .content()
        .isEqualTo(
            "# What came before\n\n" + Files.readString(result.reports().resolve("summary.md")))
        .contains("## ❌ Gate `test`: breached");
  }

  @Test
  void isToldThatAllIsWell() throws Exception {
    Path summary = folder.resolve("summary");
    GateResult result = run(Answer.json("{}"), summary);

    assertThat(result.exitCode()).as(result::console).isZero();
    assertThat(result.out()).doesNotContain(COMMAND);
    assertThat(summary).content().startsWith("\n## ✅ Gate `test`: passed");
  }

  @Test
  void thatCannotBeToldChangesNoVerdict() {
    GateResult result = run(Answer.json("{}"), folder.resolve("no/such/folder"));

    assertThat(result.exitCode()).as(result::console).isZero();
    assertThat(result.status()).isEqualTo("passed");
    assertThat(result.err()).contains("warning: no summary of this run in " + folder);
  }

  /** GitHub would drop what other parts of the step have written as well. */
  @Test
  void thatHasNoRoomIsNotWrittenTo() throws Exception {
    String before = "x".repeat(1024 * 1024 - 10);
    Path summary = Files.writeString(folder.resolve("summary"), before);
    GateResult result = run(Answer.json("{}"), summary);

    assertThat(result.exitCode()).as(result::console).isZero();
    assertThat(result.err()).contains("warning: no summary of this run in " + summary);
    assertThat(summary).hasContent(before);
  }

  private GateResult run(Answer answer, Path summary) {
    try (Target target = Target.start().on("/test", answer)) {
      return GateRun.in(folder)
          .against(target)
          .withBudget(new Budget().endpoint("test"))
          .withEnvironment("GITHUB_ACTIONS", "true")
          .withEnvironment("GITHUB_STEP_SUMMARY", summary.toString())
          .run();
    }
  }
}
