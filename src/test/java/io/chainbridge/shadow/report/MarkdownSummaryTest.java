package io.chainbridge.shadow.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.chainbridge.shadow.Golden;
import io.chainbridge.shadow.trend.RunTrend;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class MarkdownSummaryTest {
  private static final List<org.commonmark.Extension> GITHUB =
      List.of(TablesExtension.create(), AutolinkExtension.create());
  private static final List<String> TAGS =
      List.of(
          "h2", "p", "br", "code", "ul", "li", "table", "thead", "tbody", "tr", "th", "td",
          "strong", "details", "summary");

  @Test
  void isTheGoldenFile() {
    new Golden("summary.md").assertIs(write(ReportSample.red()));
  }

  @ParameterizedTest
  @EnumSource
  void aRunOfEachShapeSaysWhatItFound(ShapeSample sample) {
    String markdown = write(sample.sample());
    new Golden("summary/%s.md".formatted(sample.key())).assertIs(markdown);
    assertThat(html(markdown)).doesNotContain("<a", "<p>|");
  }

  @Test
  void aRunThatPassesShowsItsLimitsAndFoldsNothingUp() {
    assertThat(write(ReportSample.green()))
        .startsWith("## ✅ Gate `shadow`: passed\n")
        .contains("| `stats` | `p95_latency_ms` | < 75 ms | 12 ms |")
        .doesNotContain("<details>");
  }

  @Test
  void aRunThatWasStoppedSaysSo() {
    assertThat(write(ReportSample.interrupted()))
        .startsWith("## ❌ Gate `shadow`: interrupted\n")
        .contains("- the run was stopped before its end\n");
  }

  @ParameterizedTest
  @MethodSource("io.chainbridge.shadow.report.ReportSample#all")
  void isSmallEnoughForGithub(ReportSample sample) {
    assertThat(write(sample).getBytes(UTF_8)).hasSizeLessThan(MarkdownSummary.MOST_BYTES);
  }

  @ParameterizedTest
  @MethodSource("io.chainbridge.shadow.report.ReportSample#all")
  void becomesHtmlOfItsOwnMarksAlone(ReportSample sample) {
    String html = html(write(sample));
    List<String> tags = new ArrayList<>();
    Pattern.compile("</?([a-zA-Z][a-zA-Z0-9]*)")
        .matcher(html)
        .results()
        .forEach(t -> tags.add(t.group(1)));
    assertThat(html).doesNotContain("<a");
    assertThat(tags).isNotEmpty().isSubsetOf(TAGS);
    assertThat(count(html, "<h2>")).isOne();
    for (String table : html.split("<table>", -1)) {
      assertThat(count(table, "<td"))
          .isEqualTo(count(table, "</th>") * Math.max(0, count(table, "<tr>") - 1));
    }
  }

  @Test
  void hostileWordsAreNeitherMarkupNorDirections() {
    String markdown = write(ReportSample.hostile());
    assertThat(markdown).doesNotContain("\u202E", "\u0000", "\u001B");
    assertThat(html(markdown)).doesNotContain("<script").contains("&lt;script&gt;alert('1')");
  }

  @Test
  void theWordsOfAServiceAreShownAsTheyAre() {
    String html = html(write(ReportSample.flood()));
    assertThat(html).doesNotContain("@everyone", "\n::error");
    assertThat(html.replace("\u200B", ""))
        .contains("&lt;/td&gt;&lt;/code&gt; | `` | ![x](https://evil.example/x.png)");
  }

  @Test
  void listsWhatThereIsNoRoomFor() {
    assertThat(write(ReportSample.crowd())).contains("| and 550 more\n", "- and 22,450 more\n");
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }

  private static String write(ReportSample sample) {
    return MarkdownSummary.write(sample.run(), sample.verdict(), RunTrend.NONE);
  }

  private static String html(String markdown) {
    return HtmlRenderer.builder()
        .extensions(GITHUB)
        .build()
        .render(Parser.builder().extensions(GITHUB).build().parse(markdown));
  }
}
