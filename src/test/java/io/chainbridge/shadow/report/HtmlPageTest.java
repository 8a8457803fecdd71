package io.chainbridge.shadow.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HtmlPageTest {
  private static final Pattern TAG = Pattern.compile("<(/?[a-zA-Z!][a-zA-Z0-9]*)");

  @Test
  void asksNothingOfTheNetworkAndRunsNoScript() {
    assertThat(write(ReportSample.red()))
        .contains(
            "<meta http-equiv=\"Content-Security-Policy\""
                + " content=\"default-src 'none'; style-src 'unsafe-inline'\">")
        .doesNotContainIgnoringCase("<script")
        .doesNotContainIgnoringCase("javascript:")
        .doesNotContainPattern("(?i)\\s(src|on[a-z]+)\\s*=")
        .doesNotContainPattern("(?i)(href|url\\()\\s*=?\\s*\"?(https?:)?//");
  }

  @Test
  void hasNoElementThatTheServiceWrote() {
    String page = write(ReportSample.hostile());
    assertThat(page).doesNotContain("<script").doesNotContain("'1'").doesNotContain("\"a\"");
    assertThat(page)
        .contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &quot;a&quot; &amp; ");
    assertThat(TAG.matcher(page).results().map(tag -> tag.group(1)))
        .isSubsetOf(TAG.matcher(write(ReportSample.red())).results().map(t -> t.group(1)).toList());
  }

  @Test
  void hasARowForEachOutcomeAndASentenceForEachProblem() {
    ReportSample sample = ReportSample.red();
    String page = write(sample);
    assertThat(page.split("<tr><td>", -1)).hasSize(sample.verdict().outcomes().size() + 1);
    assertThat(page.split("<li>", -1))
        .hasSize(Sentences.of(sample.run(), sample.verdict()).size() + 1);
    assertThat(page).contains("<title>shadow: breached</title>", "<h1>shadow: breached</h1>");
  }

  @Test
  void aGreenPageHasNoListOfProblems() {
    assertThat(write(ReportSample.green())).doesNotContain("<ul>").doesNotContain("class=\"bad\"");
  }

  @Test
  void linksGatlingsReportOnlyIfThereIsOne() {
    ReportSample sample = ReportSample.green();
    String link = "<a href=\"gatling/index.html\">";
    assertThat(HtmlPage.write(sample.run(), sample.verdict(), true)).contains(link);
    assertThat(HtmlPage.write(sample.run(), sample.verdict(), false)).doesNotContain("<a ");
  }

  private static String write(ReportSample sample) {
    return HtmlPage.write(sample.run(), sample.verdict(), true);
  }
}
