package io.chainbridge.shadow.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.chainbridge.shadow.budget.Quantile;
import io.chainbridge.shadow.trend.Past;
import io.chainbridge.shadow.trend.PastRun;
import io.chainbridge.shadow.trend.Trend;
import io.chainbridge.shadow.verdict.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrendPageTest {
  private static final Pattern OURS = Pattern.compile("(?s)(<(script|style)\\b[^>]*>).*?(</\\2>)");

  @ParameterizedTest
  @EnumSource
  void staysSmallAndAsksNothingOfTheNetwork(TrendSample sample) {
    String page = sample.html();
    assertThat(page.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(500_000);
    assertThat(markup(page))
        .contains("content=\"default-src 'none'; script-src 'sha256-")
        .doesNotContainPattern("(?i)<[^>]*\\s(src|style|on[a-z]+)\\s*=")
        .doesNotContainPattern("(?i)href\\s*=\\s*\"?(https?:|javascript:)");
  }

  @Test
  void anEmptyHistorySaysWhatWillFillIt() {
    assertThat(markup(TrendSample.EMPTY.html()))
        .contains("No runs yet", "each run of the gate adds to the history")
        .doesNotContain("<table", "<h2", "data-trend");
  }

  @Test
  void saysWhatChangedAndWhatIsComing() {
    assertThat(markup(TrendSample.THREE_BRANCHES.html()))
        .contains("2 changes, 2 budgets in sight", "180 runs from 2026-01-01 to 2026-01-31.")
        .containsPattern(
            "<a href=\"../run-00090/index.html\">2026-01-16 06:00</a></td><th scope=\"row\"><bdi>p95"
                + " latency of stats</bdi></th><td><bdi>main</bdi></td>"
                + "<td class=\"number\">40[.\\d]* ms</td><td class=\"number\">5[12][.\\d]* ms</td>"
                + "<td class=\"number\">\\+2\\d[.\\d]* %</td>")
        .contains("</span> worse</td>")
        .containsPattern(
            "<td class=\"when\">2026-02-\\d\\d</td><td class=\"when\">2026-02-\\d\\d to 2026-02-\\d\\d</td>"
                + "<th scope=\"row\"><bdi>p95 latency of stats</bdi></th><td><bdi>grows</bdi></td>");
  }

  @Test
  void aChartHasTheBudgetAsItWasTheChangesAndTheForecast() {
    assertThat(TrendSample.THREE_BRANCHES.html())
        .contains(
            "\"branches\":[\"main\",\"steady\",\"grows\"]",
            "\"budgets\":[[0,123],[75,90]]",
            "\"changes\":[[90,0]]",
            "\"breached\":[89]",
            "\"forecast\":{\"branch\":2,");
  }

  @Test
  void aChartOfARegressionCountsInPercent() {
    assertThat(LimitUnit.of(Outcome.regression(Quantile.P95))).isEqualTo(new LimitUnit(" %", 100));
  }

  @Test
  void aForecastThatIsFarOffIsToldAndNotDrawn() {
    List<PastRun> runs =
        IntStream.range(0, 60).mapToObj(day -> Past.run(day, 20 + day * 0.02)).toList();
    String page = TrendPage.write(runs, Trend.of(runs), List.of(), Optional.empty(), run -> false);
    assertThat(page).contains("2 budgets in sight").doesNotContain("\"forecast\":");
  }

  @Test
  void mainIsFirstThenTheBranchesWithTheNewestRunsEightInAll() {
    List<PastRun> runs = TrendSample.TWELVE_BRANCHES.runs();
    assertThat(Branches.of(Trend.of(runs)).shown())
        .extracting(Optional::get)
        .containsExactly("b11", "b10", "b9", "b8", "b7", "b6", "b5", "b4");
    assertThat(TrendSample.TWELVE_BRANCHES.html())
        .contains("Shown are the branches with the newest runs, main first; 4 branches are not.");
    assertThat(Branches.of(Trend.of(TrendSample.TEN_THOUSAND_RUNS.runs())).shown())
        .startsWith(Optional.of("main"));
  }

  @Test
  void runsThatCannotBeComparedAreListedAllTheSame() {
    assertThat(markup(TrendSample.WITHOUT_FIGURES.html()))
        .contains(
            "3 of them are not compared: without a figure, cut short, or held up by the injector.",
            "There is no figure to show yet.",
            "Interrupted",
            "Invalid",
            "No data");
  }

  @Test
  void aLongHistoryHasItsNewestPointsAndSaysSo() {
    assertThat(TrendSample.TEN_THOUSAND_RUNS.html())
        .contains(
            "The charts have the newest runs of each branch, 3,000 of 10,000; changes and forecasts"
                + " are of all.");
  }

  @Test
  void aPageOfManySeriesHasFewerPointsOfEach() {
    assertThat(DrawnRuns.most(30)).isEqualTo(1_000);
    assertThat(DrawnRuns.most(4_000)).isEqualTo(100);
    assertThat(DrawnRuns.most(1_000_000)).isEqualTo(20);
  }

  @Test
  void manyTargetsAreTheNewestTwenty() {
    assertThat(markup(TrendSample.THIRTY_TARGETS.html()).split("<h2><bdi>", -1)).hasSize(21);
    assertThat(TrendSample.THIRTY_TARGETS.html())
        .contains("10 more gates, loads or targets are not shown, with older runs only;");
  }

  @Test
  void theWholeRunComesBeforeItsPhases() {
    assertThat(markup(TrendSample.PHASES.html()))
        .containsSubsequence("<h3>The whole run</h3>", "step 1", "step 2", "step 3");
  }

  @Test
  void tellsWhatCommitsMadeOfTheBudgets() {
    assertThat(markup(TrendSample.THREE_BRANCHES.html()))
        .containsSubsequence(
            "Budgets in git",
            "[ALEX] Give events more time",
            "<li class=\"bad\">",
            "p95_latency_ms of stats loosened from 75 to 90 ms",
            "[ALEX] Be strict",
            "<li class=\"good\">",
            "tightened from 100 to 75 ms",
            "no limit changed",
            "No older versions: <bdi>the newest 100 are shown</bdi>.");
    assertThat(TrendSample.ONE_RUN.html()).contains("No commit here changed a budget file.");
    assertThat(TrendSample.PHASES.html()).doesNotContain("Budgets in git");
  }

  @Test
  void runsWithoutAPageAreNoLinks() {
    String page =
        TrendPage.write(
            List.of(Past.run(0, 12)),
            Trend.of(List.of(Past.run(0, 12))),
            List.of(),
            Optional.empty(),
            run -> false);
    assertThat(markup(page)).contains("2026-01-01 06:00").doesNotContain("<a ");
  }

  @Test
  void anAddressLeadsIntoAFolderBesideAndNowhereElse() {
    RunLinks links = new RunLinks(run -> true);
    assertThat(links.page("20260101-060000-probe-2"))
        .contains("../20260101-060000-probe-2/index.html");
    assertThat(links.page("a b/../\"<c>")).contains("../a%20b%2F..%2F%22%3Cc%3E/index.html");
    assertThat(links.page("..")).isEmpty();
    assertThat(links.page("")).isEmpty();
  }

  /** Without what is inside its own scripts and style. */
  private static String markup(String page) {
    return OURS.matcher(page).replaceAll("$1$3").replace("&#39;", "'");
  }
}
