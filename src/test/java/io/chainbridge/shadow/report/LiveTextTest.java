package io.chainbridge.shadow.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.chainbridge.shadow.record.LiveMetrics;
import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.record.RunSample;
import io.chainbridge.shadow.trend.RunTrend;
import io.chainbridge.shadow.verdict.Verdict;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is told of figures that were streamed. */
class LiveTextTest {
  private static final ReportSample GREEN = ReportSample.green();
  private static final String TARGET = "http://127.0.0.1:4318/v1/metrics";
  private static final RunRecord WHOLE = streamed(8, 0, 0, Optional.empty());
  private static final RunRecord LOST = streamed(1_200, 3, 1, Optional.of("no answer within 2s"));

  private static final String ALL_IS_WELL = "live metrics: 8 exports to " + TARGET + ", none lost";
  private static final String WARNING =
      "live metrics: 3 of 1,200 exports to "
          + TARGET
          + " were lost, 1 of them not sent (last: no answer within 2s); this run's own figures are whole";

  @Test
  void nothingOfARunThatStreamedNothing() {
    assertThat(LiveText.of(GREEN.run())).isEmpty();
  }

  @Test
  void oneExportIsInTheSingular() {
    assertThat(LiveText.of(streamed(1, 0, 0, Optional.empty())))
        .hasValue("live metrics: 1 export to " + TARGET + ", none lost");
    assertThat(LiveText.of(streamed(1, 1, 0, Optional.of("status 500"))))
        .hasValue(
            "live metrics: 1 of 1 export to "
                + TARGET
                + " was lost (last: status 500); this run's own figures are whole");
  }

  @Test
  void theConsoleWarnsOnlyOfALoss() {
    assertThat(console(WHOLE)).contains(ALL_IS_WELL).noneMatch(line -> line.startsWith("!"));
    assertThat(console(LOST)).contains("! " + WARNING);
  }

  @Test
  void theSummaryWarnsOnlyOfALoss() {
    assertThat(summary(WHOLE)).contains("; live metrics: 8 exports to ").doesNotContain("⚠️");
    assertThat(summary(LOST)).contains("- ⚠️ live metrics: 3 of 1,200 exports to ");
  }

  @Test
  void thePageHasItBesideTheInjector() {
    for (RunRecord run : List.of(WHOLE, LOST)) {
      assertThat(InjectorPanel.of(run).facts())
          .contains(new Headline.Fact("streamed", LiveText.of(run).orElseThrow(), true));
    }
    assertThat(InjectorPanel.of(LOST).warnings()).isEmpty();
  }

  @Test
  void theVerdictIsTheSame() {
    assertThat(Verdict.of(LOST, GREEN.judgedBy())).isEqualTo(GREEN.verdict());
  }

  private static RunRecord streamed(
      long exports, long lost, long skipped, Optional<String> reason) {
    return RunSample.streamed(GREEN.run(), new LiveMetrics(TARGET, exports, lost, skipped, reason));
  }

  private static List<String> console(RunRecord run) {
    return ConsoleReport.write(run, GREEN.verdict(), RunTrend.NONE).lines().toList();
  }

  private static String summary(RunRecord run) {
    return MarkdownSummary.write(run, GREEN.verdict(), RunTrend.NONE);
  }
}
