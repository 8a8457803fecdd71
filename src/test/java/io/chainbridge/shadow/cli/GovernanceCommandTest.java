package io.chainbridge.shadow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.chainbridge.shadow.PublishedSchema;
import io.chainbridge.shadow.governance.Governance;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class GovernanceCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;
  @TempDir private Path results;

  @BeforeEach
  void keepARepository() throws Exception {
    try (Git git = Git.init().setDirectory(folder.toFile()).call()) {
      Files.writeString(folder.resolve("a.txt"), "a");
      git.add().addFilepattern(".").call();
      git.commit().setSign(false).setMessage("[A] a").setAuthor("A", "a@b.org").call();
    }
  }

  @Test
  void aCheckoutThatNothingIsWrongWithExitsWith0() {
    assertThat(governance()).isZero();
    assertThat(out.toString()).contains("Governance: nothing blocks; 1 for manual review");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void aViolationExitsWith1AndIsWritten() throws IOException {
    addASecret();
    Path json = results.resolve("governance.json");
    Path sarif = results.resolve("governance.sarif");
    assertThat(governance("--json=" + json, "--sarif=" + sarif)).isEqualTo(1);
    assertThat(out.toString())
        .contains("rule 8, violation: b.py:1: looks like a literal for \"password\"")
        .contains("Governance: blocked by rule 8");
    assertThat(PublishedSchema.GOVERNANCE.read(Files.readString(json)).path("verdict").asText())
        .isEqualTo("blocked");
    assertThat(Files.readString(sarif)).contains("\"ruleId\" : \"ALEX-8\"");
    assertThat(out + Files.readString(json) + Files.readString(sarif)).doesNotContain("S3cr3t");
  }

  @Test
  void aBaseThatIsUnknownExitsWith2AfterAllThatCanBeSaid() throws IOException {
    addASecret();
    assertThat(governance("--base=nowhere")).isEqualTo(2);
    assertThat(out.toString())
        .contains("problem: --base=nowhere: is no commit of this checkout; fetch it")
        .contains("rule 8, violation: b.py:1")
        .contains("rule 5, manual review: cannot decide: --base=nowhere: is no commit")
        .contains("Governance: undecided, because the base cannot be used");
  }

  @Test
  void whatIsNoFolderExitsWith2() {
    assertThat(execute("governance", "--checkout=" + folder.resolve("a.txt"))).isEqualTo(2);
    assertThat(err.toString())
        .startsWith("--checkout=%s: is no folder; must be".formatted(folder.resolve("a.txt")));
  }

  @Test
  void aFileThatCannotBeWrittenExitsWith2() {
    Path json = results.resolve("none/governance.json");
    assertThat(governance("--json=" + json)).isEqualTo(2);
    assertThat(err.toString()).startsWith(json + ": cannot be written; its folder must be there: ");
  }

  @Test
  void anUnknownOptionExitsWith2() {
    assertThat(governance("--bse=main")).isEqualTo(2);
    assertThat(err.toString()).contains("Unknown option: '--bse=main'");
  }

  @Test
  void aJobOfGithubActionsIsShownAnnotations() throws IOException {
    addASecret();
    CommandLine commandLine = Main.commandLine().setOut(new PrintWriter(out));
    AuditOptions options = CommandLine.populateCommand(new AuditOptions(), "--checkout=" + folder);
    Map<String, String> environment = Map.of("GITHUB_ACTIONS", "true");
    assertThat(options.run(Governance.ALL, Optional.empty(), environment, commandLine))
        .isEqualTo(1);
    assertThat(out.toString())
        .contains("::error file=b.py,line=1,title=ALEX rule 8%3A No Hardcoded Secrets::looks like");
  }

  private void addASecret() throws IOException {
    Files.writeString(folder.resolve("b.py"), "pass" + "word = 'S3cr3t!Horse9'");
    Files.writeString(folder.resolve("CODEOWNERS"), "* @a");
  }

  private int governance(String... options) {
    String[] arguments = new String[options.length + 2];
    arguments[0] = "governance";
    arguments[1] = "--checkout=" + folder;
    System.arraycopy(options, 0, arguments, 2, options.length);
    return execute(arguments);
  }

  private int execute(String... arguments) {
    return Main.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
