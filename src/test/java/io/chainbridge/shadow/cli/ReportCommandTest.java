package io.chainbridge.shadow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.chainbridge.shadow.Golden;
import io.chainbridge.shadow.PublishedSchema;
import io.chainbridge.shadow.budget.BudgetFile;
import io.chainbridge.shadow.record.RecordJson;
import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.trend.Past;
import io.chainbridge.shadow.trend.PastRun;
import io.chainbridge.shadow.trend.PastRunLines;
import io.chainbridge.shadow.verdict.Verdict;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ReportCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  @BeforeEach
  void keepARun() throws IOException {
    Files.writeString(folder.resolve("run.json"), new Golden("../versions/run-1.json").text());
  }

  @Test
  void writesAllReportsBesideTheRecordAndTheSameBytesEachTime() throws IOException {
    int status = report("'stats': %1$s, 'events': %1$s, 'drift': %1$s");
    Map<String, String> first = files();
    assertThat(status).isEqualTo(2);
    assertThat(first)
        .containsOnlyKeys(
            "run.json",
            "benchmark.bmf.json",
            "benchmark.json",
            "budgets.json",
            "index.html",
            "junit.xml",
            "metrics.prom",
            "shadow-probe-results.json",
            "summary.md",
            "verdict.json");
    assertThat(PublishedSchema.VERDICT.read(first.get("verdict.json")).path("verdict").asText())
        .isEqualTo("interrupted");
    assertThat(out.toString()).contains("Verdict: interrupted");
    assertThat(report("'stats': %1$s, 'events': %1$s, 'drift': %1$s")).isEqualTo(2);
    assertThat(files()).isEqualTo(first);
  }

  @Test
  void aCompleteRunThatKeepsTheBudgetPasses() throws IOException {
    Path record = folder.resolve("run.json");
    Files.writeString(
        record,
        Files.readString(record)
            .replace("\"interrupted\"", "\"complete\"")
            .replaceAll(
                "(?s)\"contract_violations\" : \\[ \\{.*?\\} ]", "\"contract_violations\" : [ ]"));
    assertThat(report("'stats': %s")).as(err.toString()).isZero();
  }

  @Test
  void pastRunsBesideTheRecordAreReadAndADamagedLineOfThemIsNamed() throws IOException {
    Path record = folder.resolve("run.json");
    Files.writeString(record, Files.readString(record).replace("\"interrupted\"", "\"complete\""));
    RunRecord run = RecordJson.read(Files.readString(record));
    assertThat(report("'stats': %s")).isEqualTo(2);
    Verdict verdict = Verdict.of(run, BudgetFile.readForJudging(folder.resolve("budgets.json")));
    List<PastRun> past = Past.before(run, verdict, "main", "c", 10, (outcome, ago) -> 1);
    String lines = PastRunLines.write(past);
    Files.writeString(folder.resolve("history.jsonl"), lines + "{\u001b\n?\n");

    assertThat(report("'stats': %s")).isEqualTo(2);
    assertThat(files().get("index.html")).contains("11 runs of this load since");
    assertThat(err.toString())
        .contains("warning: history.jsonl, line 11 is skipped: no JSON", "line 12 is skipped")
        .doesNotContain("\u001b");
  }

  @Test
  void pastRunsThatCannotBeReadAreLeftOut() throws IOException {
    Files.createDirectory(folder.resolve("history.jsonl"));
    assertThat(report("'stats': %s")).isEqualTo(2);
    assertThat(err.toString()).contains("warning: history.jsonl cannot be read: ");
    assertThat(folder.resolve("index.html")).content().doesNotContain("id=\"trend\"");
  }

  @Test
  void headersNeedNoEnvironment() throws IOException {
    assertThat(
            report("'stats': {'method': 'GET', 'path': '/x', 'headers': {'A': '${SHADOW_UNSET}'}}"))
        .isEqualTo(2);
  }

  @Test
  void anEndpointThatTheRunDidNotMeasureIsNamed() throws IOException {
    assertThat(report("'corridors': %s")).isEqualTo(1);
    assertThat(err.toString()).contains("run.json: the record has no endpoint corridors");
  }

  @Test
  void whatIsNoRecordIsRefused() throws IOException {
    Files.writeString(folder.resolve("run.json"), "{\"schema_version\": 7}");
    assertThat(report("'stats': %s")).isEqualTo(1);
    assertThat(err.toString()).contains("run.json: schema_version: found 7, this reads 1");
  }

  @Test
  void aRecordThatIsNotThereIsNamed() throws IOException {
    Files.delete(folder.resolve("run.json"));
    assertThat(report("'stats': %s")).isEqualTo(1);
    assertThat(err.toString()).contains("run.json: no such file");
  }

  @Test
  void theBudgetFileIsAsked() {
    assertThat(execute("report", folder.resolve("run.json").toString())).isEqualTo(2);
    assertThat(err.toString()).contains("--budgets");
  }

  private int report(String endpoints) throws IOException {
    Path budgets = folder.resolve("budgets.json");
    Files.writeString(
        budgets,
        "{'gate': 'shadow', 'limits': {'p95_latency_ms': 75, 'max_failure_rate': 0.5}, 'endpoints': {%s}}"
            .formatted(endpoints.formatted("{'method': 'GET', 'path': '/x'}"))
            .replace('\'', '"'));
    return execute(
        "report", folder.resolve("run.json").toString(), "--budgets", budgets.toString());
  }

  private int execute(String... arguments) {
    CommandLine commandLine = Main.commandLine();
    commandLine.setOut(new PrintWriter(out, true));
    commandLine.setErr(new PrintWriter(err, true));
    return commandLine.execute(arguments);
  }

  private Map<String, String> files() throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.list(folder)) {
      for (Path path : paths.toList()) {
        files.put(path.getFileName().toString(), Files.readString(path, StandardCharsets.UTF_8));
      }
    }
    return files;
  }
}
