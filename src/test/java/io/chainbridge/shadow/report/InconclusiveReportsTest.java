package io.chainbridge.shadow.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.chainbridge.shadow.Golden;
import io.chainbridge.shadow.budget.OnInconclusive;
import io.chainbridge.shadow.trend.RunTrend;
import io.chainbridge.shadow.verdict.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What reports say of a run that was to prove its limits and did not prove them all. */
class InconclusiveReportsTest {
  private static final ReportSample WARNS = ReportSample.inconclusive(OnInconclusive.WARN);
  private static final ReportSample FAILS = ReportSample.inconclusive(OnInconclusive.FAIL);

  @Test
  void theConsoleIsTheGoldenFile() {
    new Golden("console-inconclusive.txt")
        .assertIs(ConsoleReport.write(WARNS.run(), WARNS.verdict(), RunTrend.NONE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PASS | inconclusive, which passes                | ✅
          WARN | inconclusive, which passes with a warning | ⚠️
          FAIL | inconclusive, which fails                 | ❌
          """)
  void eachSaysWhatBecomesOfTheGate(OnInconclusive onInconclusive, String words, String mark) {
    ReportSample sample = ReportSample.inconclusive(onInconclusive);
    assertThat(ConsoleReport.write(sample.run(), sample.verdict(), RunTrend.NONE).lines())
        .last()
        .isEqualTo("Verdict: " + words);
    assertThat(MarkdownSummary.write(sample.run(), sample.verdict(), RunTrend.NONE))
        .startsWith("## %s Gate `shadow`: %s\n".formatted(mark, words))
        .contains("**INCONCLUSIVE**");
    Headline headline = Headline.of(sample.run(), sample.verdict());
    assertThat(headline.verdict()).isEqualToIgnoringCase(words);
    assertThat(headline.tone()).isEqualTo(Tone.UNKNOWN);
    assertThat(VerdictJson.write(sample.run(), sample.verdict()))
        .contains("\"on_inconclusive\" : \"%s\"".formatted(onInconclusive.key()));
  }

  @Test
  void evidenceSaysAfterHowManyRequests() {
    List<String> proofs =
        WARNS.verdict().outcomes().stream().map(EvidenceText::of).map(EvidenceText::proof).toList();
    assertThat(proofs)
        .containsExactly(
            "not proven at 95 % after 5,000 requests",
            "not proven at 95 % after 5,000 requests",
            "",
            "proven at 95 % after 5,000 requests",
            "");
  }

  @Test
  void testResultsAreSkippedUnlessTheGateFails() {
    assertThat(JunitXml.write(WARNS.run(), WARNS.verdict()))
        .contains("<skipped message=\"stats p95_latency_ms: neither met nor breached is proven;")
        .contains("skipped=\"2\"", "failures=\"0\"")
        .doesNotContain("<failure");
    assertThat(JunitXml.write(FAILS.run(), FAILS.verdict()))
        .contains("skipped=\"0\"", "failures=\"2\"", "type=\"inconclusive\"")
        .doesNotContain("<skipped");
  }

  @Test
  void annotationsAreWarningsUnlessTheGateFails() {
    assertThat(annotations(WARNS)).hasSize(2).allMatch(line -> line.startsWith("::warning title="));
    assertThat(annotations(FAILS)).hasSize(2).allMatch(line -> line.startsWith("::error title="));
    assertThat(annotations(ReportSample.inconclusive(OnInconclusive.PASS))).isEmpty();
  }

  @Test
  void nothingElseWarns() {
    assertThat(ReportSample.green().verdict().warns()).isFalse();
    assertThat(ReportSample.red().verdict())
        .matches(verdict -> !verdict.warns())
        .extracting(Verdict::passed)
        .isEqualTo(false);
  }

  private static List<String> annotations(ReportSample sample) {
    return GithubAnnotations.of(sample.run(), sample.verdict(), RunTrend.NONE);
  }
}
