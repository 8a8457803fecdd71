package io.chainbridge.shadow.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.chainbridge.shadow.record.Ending;
import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.trend.Past;
import io.chainbridge.shadow.trend.PastRun;
import io.chainbridge.shadow.trend.PastRunLines;
import io.chainbridge.shadow.trend.RunTrend;
import io.chainbridge.shadow.verdict.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a run's reports say of the runs before it. */
class TrendReportsTest {
  private static final String ROSE = "p95_latency_ms of stats rose by ";
  private static final String GROWS = "p95_latency_ms of events grows by ";

  @ParameterizedTest
  @EnumSource
  void areTheSameFromWhatStandsBesideTheRecord(RunTrendSample sample) {
    RunTrend again =
        RunTrend.of(
            sample.run(),
            sample.verdict(),
            PastRunLines.read(PastRunLines.write(sample.trend().past())).runs());
    assertThat(again).isEqualTo(sample.trend());
    assertThat(HtmlPage.write(sample.run(), sample.verdict(), again, true))
        .isEqualTo(sample.html());
  }

  @Test
  void sayInTheConsoleWhatMattersNow() {
    assertThat(console(RunTrendSample.RISING).lines())
        .anyMatch(line -> line.startsWith("Trend: " + ROSE))
        .anyMatch(line -> line.startsWith("Warning: " + GROWS))
        .last()
        .isEqualTo("Verdict: passed");
    assertThat(console(RunTrendSample.STEADY)).doesNotContain("Trend: ", "Warning: ");
    assertThat(console(RunTrendSample.FOUR_BEFORE)).doesNotContain("Trend: ", "Warning: ");
  }

  @Test
  void sayNothingInTheConsoleOfWhatIsLongAgoOrFarAhead() {
    RunTrendSample sample = RunTrendSample.RISING;
    assertThat(sample.trend().trends()).hasSize(10);
    RunTrend old =
        RunTrend.of(
            sample.run(),
            sample.verdict(),
            Past.before(
                sample.run(),
                sample.verdict(),
                "main",
                "c",
                40,
                (outcome, ago) ->
                    outcome.endpoint().equals("stats") ? ago > 20 ? 0.7 : 1 : 1 - 0.002 * ago));
    assertThat(HtmlPage.write(sample.run(), sample.verdict(), old, true))
        .contains(ROSE, GROWS)
        .doesNotContain("On the way to a breach");
    assertThat(ConsoleReport.write(sample.run(), sample.verdict(), old))
        .doesNotContain("Trend: ", "Warning: ");
    assertThat(GithubAnnotations.of(sample.run(), sample.verdict(), old)).isEmpty();
  }

  @Test
  void warnInTheSummaryAndBesideTheCodeBeforeABreach() {
    RunTrendSample sample = RunTrendSample.RISING;
    assertThat(MarkdownSummary.write(sample.run(), sample.verdict(), sample.trend()))
        .contains("- ⚠️ Trend: " + GROWS, "- Trend: " + ROSE)
        .startsWith("## ✅ Gate `shadow`: passed\n");
    assertThat(GithubAnnotations.of(sample.run(), sample.verdict(), sample.trend()))
        .singleElement()
        .asString()
        .startsWith("::warning title=Gate shadow%3A trend::" + GROWS);
  }

  @Test
  void showOnThePageWhatChangedWithItsCommits() {
    assertThat(RunTrendSample.RISING.html())
        .contains("<h2 id=\"trend\">Trend</h2>", "41 runs of this load since", " on branch main.")
        .contains(ROSE, ", between commits c0ffee0000 and c0ffee0000")
        .containsPattern("On the way to a breach:</b> <bdi dir=\"ltr\">" + GROWS)
        .contains("<bdi>p95 latency of stats</bdi>");
    assertThat(RunTrendSample.STEADY.html())
        .contains("201 runs of this load since", "No level changed");
  }

  @Test
  void haveOnePlainLineWhereThereAreTooFewRuns() {
    assertThat(RunTrendSample.ONE_BEFORE.html())
        .contains("2 runs of this load so far on branch main: too few to see a trend")
        .doesNotContain("data-trend=\"");
    assertThat(RunTrendSample.FOUR_BEFORE.html()).contains("5 runs of this load so far");
    assertThat(SamplePage.PASSED.html()).doesNotContain("id=\"trend\"");
  }

  @Test
  void sayNothingOfARunWhoseFiguresAreNotTheServices() {
    RunTrendSample sample = RunTrendSample.RISING;
    RunRecord run = sample.run().withEnding(new Ending(Ending.Kind.INTERRUPTED, "stopped"));
    Verdict verdict = Verdict.of(run, SamplePage.PROVEN.run().gate());
    assertThat(RunTrend.of(run, verdict, sample.past())).isEqualTo(RunTrend.NONE);
  }

  @Test
  void compareWithRunsOfTheSameSubjectAlone() {
    RunTrendSample sample = RunTrendSample.RISING;
    List<PastRun> others = RunTrendSample.HOSTILE.past();
    assertThat(RunTrend.of(sample.run(), sample.verdict(), others)).isEqualTo(RunTrend.NONE);
  }

  @Test
  void areNoFloodInTheSummary() {
    RunTrendSample sample = RunTrendSample.MANY_LIMITS;
    assertThat(MarkdownSummary.write(sample.run(), sample.verdict(), sample.trend()).lines())
        .filteredOn(line -> line.startsWith("- Trend: "))
        .hasSize(10);
    assertThat(MarkdownSummary.write(sample.run(), sample.verdict(), sample.trend()))
        .contains("\n- and 2 more\n");
  }

  @Test
  void showHostileWordsOfAHistoryAsWords() {
    RunTrendSample sample = RunTrendSample.HOSTILE;
    assertThat(sample.trend().trends()).anyMatch(trend -> !trend.changes().isEmpty());
    assertThat(console(sample).lines())
        .anyMatch(line -> line.startsWith("Trend: "))
        .allMatch(line -> line.matches("[\\x20-\\x7e]*"))
        .noneMatch(line -> line.startsWith("::") || line.contains("##["));
    assertThat(MarkdownSummary.write(sample.run(), sample.verdict(), sample.trend()).lines())
        .filteredOn(line -> line.startsWith("- Trend: "))
        .isNotEmpty()
        .noneMatch(line -> line.matches(".*[<>|`@\u202E].*"));
    assertThat(sample.html()).doesNotContain("<script>alert", "</li>\n::error");
  }

  @Test
  void areSmallHoweverManyLimitsAndRunsThereAre() {
    assertThat(RunTrendSample.MANY_LIMITS.html().getBytes(UTF_8)).hasSizeLessThan(350_000);
    assertThat(RunTrendSample.MANY_LIMITS.html().split("data-trend=\"", -1)).hasSize(25);
    assertThat(RunTrendSample.RISING.html().getBytes(UTF_8)).hasSizeLessThan(250_000);
  }

  private static String console(RunTrendSample sample) {
    return ConsoleReport.write(sample.run(), sample.verdict(), sample.trend())
        .replace(System.lineSeparator(), "\n");
  }
}
