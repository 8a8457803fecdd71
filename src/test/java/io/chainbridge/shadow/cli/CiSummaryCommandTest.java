package io.chainbridge.shadow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CiSummaryCommandTest {
  private static final String GREEN = "{\"tests\": {\"result\": \"success\"}}";

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  private int run(String... arguments) {
    List<String> all = new ArrayList<>(List.of("ci-summary", "--evidence", folder.toString()));
    all.addAll(List.of(arguments));
    CommandLine main = Main.commandLine();
    main.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    return main.execute(all.toArray(String[]::new));
  }

  @Test
  void appendsToTheStepsSummaryAndOpens() throws IOException {
    Path summary = Files.writeString(folder.resolve("summary"), "before\n");
    assertThat(run("--needs", GREEN, "--summary", summary.toString())).isZero();
    assertThat(Files.readString(summary)).startsWith("before\n# Shadow Mode CI\n");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void printsWhereThereIsNoSummaryAndSaysWhatBlocks() {
    assertThat(run("--needs", GREEN.replace("success", "failure"), "--summary", "")).isEqualTo(1);
    assertThat(out.toString()).contains("❌ **Blocked**", "- tests failed");
    assertThat(err.toString()).isEqualTo("tests failed" + System.lineSeparator());
  }

  @Test
  void takesTheNamesOfJobsThatMayBeSkipped() {
    String skipped = GREEN.replace("success", "skipped");
    assertThat(run("--needs", skipped, "--summary", "")).isEqualTo(1);
    assertThat(run("--needs", skipped, "--summary", "", "tests")).isZero();
  }

  @Test
  void withoutJobsThatCanBeReadSaysSo() {
    assertThat(run("--needs", "{}", "--summary", "")).isEqualTo(2);
    assertThat(err.toString()).startsWith("--needs: must be an object");
    assertThat(run("--summary", "")).isEqualTo(2);
  }
}
