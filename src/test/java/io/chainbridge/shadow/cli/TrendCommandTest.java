package io.chainbridge.shadow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.chainbridge.shadow.PublishedSchema;
import io.chainbridge.shadow.settings.Shape;
import io.chainbridge.shadow.trend.History;
import io.chainbridge.shadow.trend.Past;
import io.chainbridge.shadow.trend.PastRun;
import io.chainbridge.shadow.trend.Subject;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

class TrendCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  @Test
  void anEmptyHistorySaysSo() {
    assertThat(trend()).isZero();
    assertThat(out.toString()).contains("is empty: each run of the gate adds to it");
  }

  @Test
  void tellsWhereAFigureChangedBetweenWhichCommits() throws IOException {
    for (int day = 0; day < 40; day++) {
      add(Past.run(day, (day < 20 ? 20 : 26) + day % 3));
    }
    assertThat(trend()).isZero();
    assertThat(out.toString())
        .contains(
            """
            Gate shadow, Probe on embedded, branch main
            closed model, 1 user, 20 requests per endpoint
            """)
        .containsPattern("stats +p95_latency_ms +< 75 ms +26 ms +40 +2026-01-01 +2026-02-09")
        .contains(
            "- p95_latency_ms of stats rose by 28.6 % on 2026-01-21, from 21 ms to 27 ms,"
                + " between commits 0000000000 and 0000000000")
        .doesNotContain("p99_latency_ms of", "a week");
  }

  @Test
  void foretellsWhenAFigureReachesItsBudgetAndWritesJson() throws IOException {
    for (int day = 0; day < 40; day++) {
      add(Past.run(day, 20 + 0.2 * day + day % 3 / 10.0));
    }
    Path json = folder.resolve("trend.json");
    assertThat(trend("--json", json.toString())).isZero();
    assertThat(out.toString())
        .containsPattern(
            "- p95_latency_ms of stats grows by 1\\.4\\d* ms a week; it reaches 75 ms around"
                + " 2026-\\d\\d-\\d\\d \\(80 % interval 2026-\\d\\d-\\d\\d to 2026-\\d\\d-\\d\\d\\)")
        .doesNotContain(" rose ");
    JsonNode first = PublishedSchema.TREND.read(Files.readString(json)).at("/trends/0");
    assertThat(first.path("runs").asInt()).isEqualTo(40);
    assertThat(first.at("/forecast/reached").asText()).startsWith("2026-");
    assertThat(first.path("changes")).isEmpty();
  }

  @Test
  void branchesAreApartAndOneCanBeChosen() throws IOException {
    add(Past.run(0, 12));
    add(Past.run(subject(Past.MAIN.load(), "fix"), 0, 12));
    assertThat(trend()).isZero();
    assertThat(out.toString()).contains("branch main", "branch fix");
    out.getBuffer().setLength(0);
    assertThat(trend("--branch", "fix")).isZero();
    assertThat(out.toString()).contains("branch fix").doesNotContain("branch main");
    assertThat(trend("--branch", "no")).isZero();
    assertThat(out.toString()).contains("has no run of branch no");
  }

  @Test
  void runsOfOtherLoadsAreApartSinceTheirFiguresAreNotTheSame() throws IOException {
    for (int day = 0; day < 40; day++) {
      String load = "open model, %d arrivals/s for 1m".formatted(day < 20 ? 10 : 50);
      add(Past.run(subject(Optional.of(load), "main"), day, (day < 20 ? 20 : 60) + day % 3));
    }
    add(Past.run(subject(Optional.empty(), "main"), 40, 12));
    Path json = folder.resolve("trend.json");
    assertThat(trend("--json", json.toString())).isZero();
    assertThat(out.toString())
        .contains("\nopen model, 10 arrivals/s for 1m\n", "\nopen model, 50 arrivals/s for 1m\n")
        .doesNotContain("rose", "fell");
    JsonNode trends = PublishedSchema.TREND.read(Files.readString(json)).path("trends");
    assertThat(trends).hasSize(30);
    assertThat(trends.at("/0/load").asText()).isEqualTo("open model, 10 arrivals/s for 1m");
    assertThat(trends.at("/29").has("load")).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void theJsonOfAnyShapeOutcomeAndDamageIsAsItsSchemaSays(Shape shape) throws IOException {
    Subject subject = new Subject("shadow", shape, "http://h", Optional.empty(), Optional.empty());
    for (int day = 0; day < 40; day++) {
      add(Past.run(subject, day, day < 20 ? 20 : 90));
    }
    Files.writeString(folder.resolve("history/x.json"), "{");
    Path json = folder.resolve("trend.json");
    assertThat(trend("--json", json.toString())).isZero();
    JsonNode trends = PublishedSchema.TREND.read(Files.readString(json));
    assertThat(trends.path("warnings")).hasSize(1);
    assertThat(trends.at("/trends/0/branch").isNull()).isTrue();
    assertThat(trends.at("/trends/0/changes")).hasSize(1);
    assertThat(trends.at("/trends/0/outcome").asText()).isEqualTo("breached");
  }

  @Test
  void hostileTextIsCleanedAndADamagedFileNamed() throws IOException {
    add(
        Past.run(
            new Subject(
                "\u001b[31mred\nVerdict: passed",
                Shape.LOAD,
                "http://h",
                Optional.of("\u001b[32mload"),
                Optional.empty()),
            0,
            12));
    Files.writeString(folder.resolve("history/x.json"), "{\u001b");
    assertThat(trend()).isZero();
    assertThat(out.toString())
        .contains("Gate \ufffd[31mred Verdict: passed, Load on http://h, no branch\n\ufffd[32mload")
        .doesNotContain("\u001b");
    assertThat(err.toString()).contains("x.json is skipped: no JSON").doesNotContain("\u001b");
  }

  @Test
  void aFileInPlaceOfAHistoryIsRefused() throws IOException {
    Files.writeString(folder.resolve("history"), "x");
    assertThat(trend()).isEqualTo(2);
    assertThat(err.toString()).contains("history is of no use: ");
  }

  @Test
  void writesThePageWithLinksToTheRunsBesideIt() throws IOException {
    add(Past.run(0, 12));
    add(Past.run(1, 12));
    Files.createDirectories(folder.resolve("reports/run-00001"));
    Files.writeString(folder.resolve("reports/run-00001/index.html"), "the run");
    assertThat(trend()).isZero();
    assertThat(out.toString()).contains("Page: " + page());
    assertThat(page())
        .content()
        .contains("<a href=\"../run-00001/index.html\">", "2026-01-01 06:00")
        .doesNotContain("../run-00000", "Budgets in git");
  }

  @Test
  void thePageHasTheBudgetsOfTheCheckout() throws IOException, GitAPIException {
    try (Git git = Git.init().setDirectory(folder.toFile()).setInitialBranch("main").call()) {
      git.getRepository().getConfig().setBoolean("commit", null, "gpgsign", false);
      Files.createDirectories(folder.resolve("budgets"));
      Files.writeString(
          folder.resolve("budgets/shadow.json"),
          "{\"limits\": {\"p95_latency_ms\": 75}, \"endpoints\": {\"stats\": {}}}");
      git.add().addFilepattern("budgets").call();
      git.commit()
          .setMessage("[ALEX] Add <b>budgets</b>")
          .setAuthor("Nobody Known", "a@example.org")
          .setCommitter("Nobody Known", "a@example.org")
          .call();
    }
    assertThat(trend()).isZero();
    assertThat(page())
        .content()
        .contains(
            "No runs yet",
            "[ALEX] Add &lt;b&gt;budgets&lt;/b&gt;",
            "p95_latency_ms of stats new: 75 ms")
        .doesNotContain("Nobody Known");
  }

  @Test
  void aPageThatCannotBeWrittenIsOneErrorAfterTheText() throws IOException {
    add(Past.run(0, 12));
    Files.writeString(folder.resolve("reports"), "no folder");
    assertThat(trend()).isEqualTo(2);
    assertThat(out.toString()).contains("Gate shadow, Probe on embedded").doesNotContain("Page:");
    assertThat(err.toString().lines())
        .singleElement()
        .asString()
        .startsWith(page() + ": cannot be written: ");
  }

  @Test
  void aFolderInPlaceOfThePageIsRefused() throws IOException {
    Files.createDirectories(page());
    assertThat(trend()).isEqualTo(2);
    assertThat(trend("--json", folder.toString())).isEqualTo(2);
    assertThat(err.toString().lines())
        .hasSize(2)
        .allMatch(line -> line.contains(": cannot be written: "));
  }

  private Path page() {
    return folder.resolve("reports/trend/index.html");
  }

  private static Subject subject(Optional<String> load, String branch) {
    return new Subject("shadow", Shape.PROBE, "embedded", load, Optional.of(branch));
  }

  private void add(PastRun run) throws IOException {
    new History(folder.resolve("history")).add(run);
  }

  private int trend(String... more) {
    CommandLine commandLine = Main.commandLine();
    commandLine.setOut(new PrintWriter(out, true));
    commandLine.setErr(new PrintWriter(err, true));
    return commandLine.execute(
        Stream.concat(
                Stream.of(
                    "trend",
                    "--history",
                    folder.resolve("history").toString(),
                    "--page",
                    page().toString(),
                    "--checkout",
                    folder.toString()),
                Stream.of(more))
            .toArray(String[]::new));
  }
}
