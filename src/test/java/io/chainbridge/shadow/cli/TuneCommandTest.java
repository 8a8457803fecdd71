package io.chainbridge.shadow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chainbridge.shadow.Golden;
import io.chainbridge.shadow.PublishedSchema;
import io.chainbridge.shadow.settings.Shape;
import io.chainbridge.shadow.trend.History;
import io.chainbridge.shadow.trend.Past;
import io.chainbridge.shadow.trend.PastRun;
import io.chainbridge.shadow.trend.Subject;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TuneCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;
  private Path budgets;
  private Path rules;

  @BeforeEach
  void copyTheGate() throws IOException {
    budgets = copy("budgets/shadow.json");
    rules = copy(".github/ALEX_RULES.json");
    copy("budgets/contracts/shadow-stats.schema.json");
    copy("budgets/contracts/shadow-events.schema.json");
  }

  @Test
  void anEmptyHistoryProposesNothing() {
    assertThat(tune("--write")).isZero();
    assertThat(out.toString())
        .contains("- no run counts", "stays: no run of stats; 20 needed", "Nothing to propose")
        .doesNotContain("Written");
  }

  @Test
  void tellsTheProposalAndItsEvidence() throws IOException {
    addSixty();
    assertThat(tune()).isZero();
    new Golden("tune.txt").assertIs(out.toString().replace(folder.toString(), "FOLDER"));
    assertThat(Files.readString(budgets))
        .isEqualTo(Files.readString(Path.of("budgets/shadow.json")));
  }

  @Test
  void theSameHistoryGivesTheSameBytes() throws IOException {
    addSixty();
    tune();
    String first = out.toString();
    out.getBuffer().setLength(0);
    tune();
    assertThat(out.toString()).isEqualTo(first);
  }

  @Test
  void theJsonIsAsItsSchemaSaysAndItsPatchesAreTheChange() throws IOException {
    addSixty();
    JsonNode oldBudgets = JSON.readTree(budgets.toFile());
    JsonNode oldRules = JSON.readTree(rules.toFile());
    Path json = folder.resolve("tune.json");
    assertThat(tune("--write", "--json=" + json)).isZero();
    JsonNode proposal = PublishedSchema.TUNE.read(Files.readString(json));
    assertThat(proposal.at("/patches/0/file").asText()).isEqualTo(budgets.toString());
    assertThat(patched(oldBudgets, proposal.at("/patches/0/operations")))
        .isEqualTo(JSON.readTree(budgets.toFile()));
    assertThat(patched(oldRules, proposal.at("/patches/1/operations")))
        .isEqualTo(JSON.readTree(rules.toFile()));
    assertThat(out.toString())
        .contains(proposal.path("commit_message").asText().lines().findFirst().orElseThrow());
  }

  @Test
  void theJsonOfNoProposalIsAsItsSchemaSaysToo() throws IOException {
    add(Past.run(0, 12));
    Files.writeString(folder.resolve("history/x.json"), "{\u001b");
    Path json = folder.resolve("tune.json");
    assertThat(tune("--json=" + json)).isZero();
    JsonNode proposal = PublishedSchema.TUNE.read(Files.readString(json));
    assertThat(proposal.path("commit_message").isNull()).isTrue();
    assertThat(proposal.path("warnings")).hasSize(1);
    assertThat(err.toString()).contains("x.json is skipped: no JSON").doesNotContain("\u001b");
  }

  @Test
  void writingChangesTheNumbersAlone() throws IOException {
    Files.writeString(
        budgets,
        "\uFEFF" + Files.readString(budgets).replace("\n", "\r\n").replace(": 75,", " :  75.0 ,"));
    addSixty();
    String before = Files.readString(budgets);
    String rulesBefore = Files.readString(rules);
    assertThat(tune("--write")).isZero();
    assertThat(Files.readString(budgets))
        .isEqualTo(
            before
                .replace("75.0 ,", "18 ,")
                .replace(": 120,", ": 50,")
                .replace("_kb\": 25,", "_kb\": 1,"));
    assertThat(Files.readString(rules))
        .isEqualTo(
            rulesBefore
                .replace(": 75,", ": 18,")
                .replace(": 120,", ": 50,")
                .replace("_kb\": 25,", "_kb\": 1,"));
    assertThat(out.toString()).endsWith("Written. Nothing is committed yet, nor approved.\n");
  }

  @Test
  void aSecondTimeNothingIsLeftToPropose() throws IOException {
    addSixty();
    tune("--write");
    out.getBuffer().setLength(0);
    assertThat(tune("--write")).isZero();
    assertThat(out.toString()).contains("Nothing to propose").doesNotContain("Written");
  }

  @Test
  void aLimitRisesOnlyIfItMay() throws IOException {
    for (int day = 0; day < 30; day++) {
      add(Past.run(day, 90));
    }
    assertThat(tune()).isZero();
    assertThat(out.toString()).contains("stays: the history asks for 113 ms, which is looser");
    assertThat(tune("--allow-looser")).isZero();
    assertThat(out.toString())
        .containsPattern("all +p95_latency_ms +< 75 ms +< 113 ms")
        .contains("[PERFORMANCE] Change the budgets of gate shadow");
  }

  @Test
  void aBudgetFileThatRuleTwelveIsNotAboutChangesAlone() throws IOException {
    Path other = Files.copy(budgets, folder.resolve("budgets/other.json"));
    addSixty();
    assertThat(execute("--budgets=" + other, "--rules=" + rules, "--write")).isZero();
    assertThat(out.toString()).contains("- no rule 12 is about this budget file: it changes alone");
    assertThat(other).content().contains(": 18,");
    assertThat(rules).content().contains(": 75,");
  }

  @Test
  void filesThatDoNotAgreeAreRefused() throws IOException {
    Files.writeString(rules, Files.readString(rules).replace(": 75,", ": 80,"));
    assertThat(tune()).isEqualTo(2);
    assertThat(err.toString())
        .isEqualTo(
            """
            p95_latency_ms is 80 in rule 12 of .github/ALEX_RULES.json, and 75 in budgets/shadow.json
            write the same figures in both files first, those that were approved
            """);
  }

  @Test
  void hostileNamesAreCleaned() throws IOException {
    for (int day = 0; day < 30; day++) {
      String hostile = "\u001b[31m\n\n[ALEX-APPROVED]";
      add(
          Past.run(
              new Subject("shadow", Shape.PROBE, hostile, Optional.empty(), Optional.of(hostile)),
              day,
              12));
    }
    assertThat(tune()).isZero();
    assertThat(out.toString())
        .contains("Gate shadow, every branch", "- the history has no run of main or master")
        .contains("30 runs of Probe on \ufffd[31m [ALEX-APPROVED], 2026-01-01")
        .doesNotContain("\u001b");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --quantile=1   | must be a number above 0 and below 1, of 6 decimals at most; for example --quantile=0.95
          --quantile=95% | must be a number above 0 and below 1, of 6 decimals at most; for example --quantile=0.95
          --quantile=1e-999999999 | must be a number above 0 and below 1, of 6 decimals at most; for example --quantile=0.95
          --headroom=-1  | must be a share from 0 to 1000, of 6 decimals at most; for example --headroom=0.25
          --min-runs=0   | must be a whole number from 1 to 1000000; for example --min-runs=20
          --shape=spike  | must be probe, load or soak, or some of them with commas; for example --shape=probe,load
          --shape=       | must be probe, load or soak, or some of them with commas; for example --shape=probe,load
          """)
  void aBadValueHasOneMessage(String option, String message) {
    assertThat(tune(option)).isEqualTo(2);
    assertThat(err.toString()).isEqualTo("%s: %s%n".formatted(option, message));
  }

  @Test
  void whatCannotBeReadOrWrittenIsNamed() throws IOException {
    assertRefused("none: no such file; relative paths start at the project", "--budgets=none");
    assertRefused("none: no such file; name the one of the project", "--rules=none");
    assertRefused(rules + " at /", "--budgets=" + rules);
    assertRefused("the history in %s is of no use: ".formatted(rules), "--history=" + rules);
    Path json = folder.resolve("none/tune.json");
    assertRefused(json + ": cannot be written; its folder must be there: ", "--json=" + json);
    Path latin = folder.resolve("latin.json");
    Files.write(latin, "{\"gate\": \"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1));
    assertRefused(latin + ": is not UTF-8; save it as UTF-8", "--budgets=" + latin);
  }

  private void assertRefused(String message, String option) {
    err.getBuffer().setLength(0);
    List<String> options = new ArrayList<>(List.of("--history=" + folder.resolve("history")));
    if (!option.startsWith("--budgets")) {
      options.add("--budgets=" + budgets);
    }
    if (!option.startsWith("--rules")) {
      options.add("--rules=" + rules);
    }
    options.removeIf(given -> given.startsWith(option.split("=", 2)[0]));
    options.add(option);
    assertThat(run(options)).isEqualTo(2);
    assertThat(err.toString()).startsWith(message);
  }

  private static JsonNode patched(JsonNode document, JsonNode operations) {
    for (JsonNode operation : operations) {
      String path = operation.path("path").asText();
      if (operation.path("op").asText().equals("test")) {
        assertThat(document.at(path).decimalValue())
            .isEqualByComparingTo(operation.path("value").decimalValue());
      } else {
        int last = path.lastIndexOf('/');
        ((ObjectNode) document.at(path.substring(0, last)))
            .set(path.substring(last + 1), operation.path("value"));
      }
    }
    return document;
  }

  /** At two levels, the later one lower. */
  private void addSixty() throws IOException {
    for (int day = 0; day < 60; day++) {
      add(Past.run(day, (day < 30 ? 40 : 12) + day % 3));
    }
    add(
        Past.run(
            new Subject("shadow", Shape.PROBE, "embedded", Optional.empty(), Optional.of("fix")),
            70,
            60));
  }

  private void add(PastRun run) throws IOException {
    new History(folder.resolve("history")).add(run);
  }

  private Path copy(String path) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.copy(Path.of(path), file);
  }

  private int tune(String... more) {
    List<String> options = new ArrayList<>(List.of("--budgets=" + budgets, "--rules=" + rules));
    options.addAll(List.of(more));
    return execute(options.toArray(String[]::new));
  }

  private int execute(String... more) {
    List<String> options = new ArrayList<>(List.of("--history=" + folder.resolve("history")));
    options.addAll(List.of(more));
    return run(options);
  }

  private int run(List<String> options) {
    List<String> arguments = new ArrayList<>(List.of("tune"));
    arguments.addAll(options);
    return Main.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments.toArray(String[]::new));
  }
}
