package io.chainbridge.shadow.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.chainbridge.shadow.Golden;
import io.chainbridge.shadow.budget.Gate;
import io.chainbridge.shadow.record.RecordJson;
import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.trend.RunTrend;
import io.chainbridge.shadow.verdict.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HtmlPageTest {
  private static final Pattern TAG = Pattern.compile("<(/?[a-zA-Z!][a-zA-Z0-9]*)");
  private static final Pattern OURS = Pattern.compile("(?s)(<(script|style)\\b[^>]*>).*?(</\\2>)");

  @Test
  void isThisPage() {
    new Golden("index.html").assertIs(SamplePage.BREACHED.html());
  }

  @ParameterizedTest
  @EnumSource
  void isTheSameForAStoredRecord(SamplePage sample) {
    RunRecord run = sample.run().record();
    RunRecord stored = RecordJson.read(RecordJson.write(run));
    Gate gate = sample.run().gate();
    assertThat(HtmlPage.write(stored, Verdict.of(stored, gate), RunTrend.NONE, true))
        .isEqualTo(HtmlPage.write(run, Verdict.of(run, gate), RunTrend.NONE, true));
  }

  @ParameterizedTest
  @EnumSource
  void beginsWithWhatALoadShapeFound(ShapeSample sample) {
    String page = sample.html();
    new Golden("page/%s.html".formatted(sample.key()))
        .assertIs(page.substring(page.indexOf("<main>"), page.indexOf("<h2 id=\"outcomes\">")));
    assertThat(page.split("class=\"evidence\"", -1))
        .hasSize(sample.sample().verdict().outcomesAndTries().size() + 1);
  }

  @ParameterizedTest
  @EnumSource
  void isTheSameAndSmallForAStoredRecordOfAnyShape(ShapeSample sample) {
    RunRecord stored = RecordJson.read(RecordJson.write(sample.sample().run()));
    String page =
        HtmlPage.write(
            stored, Verdict.of(stored, sample.sample().judgedBy()), RunTrend.NONE, false);
    assertThat(page).isEqualTo(sample.html());
    assertThat(page.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(250_000);
  }

  @Test
  void marksThePhasesOfASearchWithoutOverlap() {
    assertThat(PhaseBand.of(ShapeSample.CAPACITY_HIGHEST.sample().run()))
        .extracting(
            band ->
                "%s %s %d-%d"
                    .formatted(
                        band.name(), band.judged(), band.from().toSeconds(), band.to().toSeconds()))
        .containsExactly(
            "settling false 0-2",
            "50 rps true 2-7",
            "settling false 7-11",
            "100 rps true 11-16",
            "settling false 16-18");
  }

  @Test
  void explainsCoordinatedOmissionWhereTheModelIsClosed() {
    String words = "coordinated omission";
    assertThat(write(ReportSample.green())).contains(words);
    assertThat(ShapeSample.LOAD_PASSED.html()).contains(words);
    assertThat(ShapeSample.LOAD_OPEN.html()).doesNotContain(words);
    assertThat(write(ReportSample.unreachable())).doesNotContain(words);
  }

  @Test
  void saysWhetherTheArrivalsCameAsPlanned() {
    assertThat(ShapeSample.STRESS_INVALID.html())
        .contains("600, 19.9 /s", "<bdi>300</bdi>", "<bdi>250 ms, 250 ms</bdi>");
  }

  @ParameterizedTest
  @EnumSource
  void isSmallHoweverManyRequestsThereWere(SamplePage sample) {
    assertThat(sample.html().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(250_000);
  }

  @Test
  void doesNotGrowWithTheNumberOfRequests() {
    assertThat(SamplePage.HUNDRED_THOUSAND_REQUESTS.html().length())
        .isLessThan(SamplePage.PROVEN.html().length() + 10_000);
  }

  @Test
  void asksNothingOfTheNetworkAndRunsItsOwnScriptsAlone() {
    String page = write(ReportSample.red());
    assertThat(page.replace("&#39;", "'"))
        .containsPattern(
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';"
                + " script-src 'sha256-[^']{44}' 'sha256-[^']{44}'; style-src 'sha256-[^']{44}';"
                + " img-src data:; base-uri 'none'; form-action 'none'\">");
    assertThat(markup(page))
        .doesNotContainIgnoringCase("javascript:")
        .doesNotContainPattern("(?i)\\s(src|style|on[a-z]+)\\s*=")
        .doesNotContainPattern("(?i)href\\s*=\\s*\"?(https?:)?//");
  }

  @Test
  void keepsTheLicenceOfWhatItCarries() {
    assertThat(write(ReportSample.green()))
        .contains("The MIT License (MIT)", "Copyright (c) 2022 Leon Sorokin");
  }

  @Test
  void hasNoElementThatTheServiceWrote() {
    String page = markup(write(ReportSample.hostile()));
    assertThat(page).contains("&lt;script&gt;alert('1')&lt;/script&gt; \"a\" &amp; \uFFFD");
    assertThat(TAG.matcher(page).results().map(tag -> tag.group(1)))
        .isSubsetOf(
            TAG.matcher(markup(write(ReportSample.red()))).results().map(t -> t.group(1)).toList());
  }

  @Test
  void hasARowForEachOutcomeAndASentenceForEachProblem() {
    ReportSample sample = ReportSample.red();
    String page = write(sample);
    assertThat(page.split("class=\"evidence\"", -1))
        .hasSize(sample.verdict().outcomes().size() + 1);
    assertThat(page.split("<li>", -1))
        .hasSize(Sentences.of(sample.run(), sample.verdict()).size() + 1);
    assertThat(page).contains("<title>Breached: gate shadow</title>");
  }

  @Test
  void aGreenPageHasNoListOfProblems() {
    assertThat(write(ReportSample.green())).doesNotContain("<ul").doesNotContain("class=\"bad\"");
  }

  @Test
  void linksGatlingsReportOnlyIfThereIsOne() {
    ReportSample sample = ReportSample.green();
    String link = "<a href=\"gatling/index.html\">";
    assertThat(HtmlPage.write(sample.run(), sample.verdict(), RunTrend.NONE, true)).contains(link);
    assertThat(HtmlPage.write(sample.run(), sample.verdict(), RunTrend.NONE, false))
        .doesNotContain(link);
  }

  /** Without what is inside its own scripts and style. */
  private static String markup(String page) {
    return OURS.matcher(page).replaceAll("$1$3");
  }

  private static String write(ReportSample sample) {
    return HtmlPage.write(sample.run(), sample.verdict(), RunTrend.NONE, true);
  }
}
