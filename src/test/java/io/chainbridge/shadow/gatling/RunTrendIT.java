package io.chainbridge.shadow.gatling;

import static org.assertj.core.api.Assertions.assertThat;

import io.chainbridge.shadow.budget.BudgetFile;
import io.chainbridge.shadow.record.RecordJson;
import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.report.HtmlPage;
import io.chainbridge.shadow.report.MarkdownSummary;
import io.chainbridge.shadow.settings.Shape;
import io.chainbridge.shadow.trend.History;
import io.chainbridge.shadow.trend.Past;
import io.chainbridge.shadow.trend.PastRun;
import io.chainbridge.shadow.trend.PastRunLines;
import io.chainbridge.shadow.trend.RunTrend;
import io.chainbridge.shadow.trend.Subject;
import io.chainbridge.shadow.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run says of the runs before it. */
class RunTrendIT {
  @TempDir Path folder;

  private final Target target = Target.start().on("/test", Answer.json("{}"));

  @AfterEach
  void stop() {
    target.close();
  }

  @Test
  void isOnItsPageAndCanBeMadeAgainFromItsFolderAlone() throws IOException {
    List<PastRun> past = leavePast(30);
    GateResult result = gate().run();

    assertThat(result.exitCode()).as(result::console).isZero();
    Path reports = result.reports();
    String lines = Files.readString(reports.resolve("history.jsonl"));
    assertThat(PastRunLines.read(lines).runs()).isEqualTo(past);
    assertThat(reports.resolve("index.html")).content().contains("31 runs of this load since");

    RunRecord run = RecordJson.read(Files.readString(reports.resolve("run.json")));
    Verdict verdict =
        Verdict.of(run, BudgetFile.readForJudging(folder.resolve("budgets/test.json")));
    RunTrend trend = RunTrend.of(run, verdict, PastRunLines.read(lines).runs());
    assertThat(trend.runs()).isEqualTo(31);
    assertThat(reports.resolve("index.html")).hasContent(HtmlPage.write(run, verdict, trend, true));
    assertThat(reports.resolve("summary.md"))
        .hasContent(MarkdownSummary.write(run, verdict, trend));
  }

  @Test
  void isNotThereWithoutAHistory() throws IOException {
    leavePast(30);
    GateResult result = gate().with("history", "none").run();

    assertThat(result.exitCode()).as(result::console).isZero();
    assertThat(result.reports().resolve("history.jsonl")).doesNotExist();
    assertThat(result.reports().resolve("index.html")).content().doesNotContain("id=\"trend\"");
    assertThat(result.err()).doesNotContain("warning: ");
  }

  @Test
  void isNotThereAndChangesNoVerdictWhereTheHistoryCannotBeRead() throws IOException {
    Files.createSymbolicLink(folder.resolve("endless"), Path.of("endless"));
    GateResult result = gate().with("history", "endless").run();

    assertThat(result.exitCode()).as(result::console).isZero();
    assertThat(result.status()).isEqualTo("passed");
    assertThat(result.err())
        .contains(
            "warning: no trend, since the history in endless cannot be read: ",
            "warning: the history in endless is not complete: ");
    assertThat(result.reports().resolve("index.html")).content().doesNotContain("id=\"trend\"");
  }

  @Test
  void isWithoutFilesOfTheHistoryThatAreDamaged() throws IOException {
    leavePast(9);
    Files.writeString(
        folder.resolve("reports/history/20260101T000000000Z-x-00000000.json"), "{\u001b");
    GateResult result = gate().run();

    assertThat(result.exitCode()).as(result::console).isZero();
    assertThat(result.err())
        .contains("warning: files of the history that the trend is without: 1; the first: ")
        .doesNotContain("\u001b");
    assertThat(result.reports().resolve("index.html"))
        .content()
        .contains("10 runs of this load since");
  }

  private List<PastRun> leavePast(int runs) throws IOException {
    Subject subject =
        new Subject(
            "test",
            Shape.PROBE,
            target.uri().toString(),
            Optional.of("closed model, 1 user, 20 requests per endpoint"),
            Optional.empty());
    History history = new History(folder.resolve("reports/history"));
    for (int day = 0; day < runs; day++) {
      history.add(Past.run(subject, day, 12));
    }
    return history.read().runs();
  }

  private GateRun gate() {
    return GateRun.in(folder).against(target).withBudget(new Budget().endpoint("test"));
  }
}
