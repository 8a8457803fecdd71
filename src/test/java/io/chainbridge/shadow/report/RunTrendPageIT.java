package io.chainbridge.shadow.report;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the page says of the runs before, in a real browser. */
class RunTrendPageIT {
  private static Browser browser;

  @TempDir static Path folder;

  @BeforeAll
  static void start() {
    browser = Browser.start();
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  @ParameterizedTest
  @EnumSource
  void isQuietAndAccessibleOnAnyScreen(RunTrendSample sample) {
    for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
      try (OpenPage open = open(sample, scheme)) {
        open.page()
            .evaluate(
                "document.querySelectorAll('details:not([data-table]), [data-table=\"0\"]')"
                    + ".forEach(details => details.open = true)");
        assertThat(open.defects(1_600, 360)).as("%s %s", sample, scheme).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "RISING, 1, 2, 10",
    "STEADY, 0, 0, 10",
    "HOSTILE, 9, 9, 10",
    "MANY_LIMITS, 12, 12, 24",
    "ONE_BEFORE, 0, 0, 0",
    "FOUR_BEFORE, 0, 0, 0"
  })
  void showsFirstTheLimitsOfWhichThereIsSomethingToSay(
      RunTrendSample sample, int changed, int shown, int charts) {
    try (OpenPage open = open(sample, ColorScheme.LIGHT)) {
      Locator section = section(open.page());
      open.page().evaluate("dispatchEvent(new Event('beforeprint'))");
      assertThat(section.locator(".uplot[data-changes='1']")).hasCount(changed);
      assertThat(section.locator(":scope > .charts .uplot")).hasCount(shown);
      assertThat(section.locator(".uplot")).hasCount(charts);
    }
  }

  @Test
  void hasTheChartsOfTheTrendPageWithBudgetChangesAndForecast() {
    try (OpenPage open = open(RunTrendSample.RISING, ColorScheme.LIGHT)) {
      Locator charts = section(open.page()).locator(":scope > .charts .uplot");
      assertThat(charts.first().locator(".u-label"))
          .hasText(new String[] {"run", "main", "budget, higher up"});
      assertThat(charts.first()).hasAttribute("data-changes", "1");
      assertThat(charts.last()).hasAttribute("data-forecast", Pattern.compile("20\\d\\d-.*"));
    }
  }

  @Test
  void theFiguresOfAChartAreATableWithoutLinks() {
    try (OpenPage open = open(RunTrendSample.RISING, ColorScheme.LIGHT)) {
      Locator figures = section(open.page()).locator("details[data-table='0']");
      figures.locator("summary").click();
      assertThat(figures.locator("tbody tr")).hasCount(41);
      assertThat(figures.locator("tbody tr").first()).containsText("main");
      assertThat(section(open.page()).locator("a")).hasCount(0);
    }
  }

  @Test
  void saysWhatRoseAndWarnsBeforeABreach() {
    try (OpenPage open = open(RunTrendSample.RISING, ColorScheme.LIGHT)) {
      Locator section = section(open.page());
      assertThat(section.locator(".warning"))
          .containsText("On the way to a breach: p95_latency_ms of events grows by");
      assertThat(section.locator(".reasons li")).containsText("p95_latency_ms of stats rose by");
      assertThat(section.locator("figcaption").first()).hasText("p95 latency of stats");
      assertThat(section.locator("[data-trend]").first())
          .hasAttribute(
              "aria-label", Pattern.compile(".* in the last of 41 runs, budget < 75 ms.*"));
      assertThat(section.getByText("Outcome")).isHidden();
      section.getByText("Where each limit stands").click();
      assertThat(section.getByText("Outcome")).isVisible();
    }
  }

  @Test
  void chartsThatWereFoldedAreAsWideAsTheOthersOnceTheyAreShown() {
    try (OpenPage open = open(RunTrendSample.STEADY, ColorScheme.LIGHT)) {
      Locator section = section(open.page());
      section.getByText("Limits whose figures stay as they are").click();
      assertThat(section.locator("canvas").first()).isVisible();
      double width = section.locator("canvas").first().boundingBox().width;
      assertThat(width).isGreaterThan(250);
    }
  }

  @Test
  void hostileWordsOfAHistoryAreWords() {
    try (OpenPage open = open(RunTrendSample.HOSTILE, ColorScheme.LIGHT)) {
      Page page = open.page();
      assertThat(section(page)).containsText("on branch </bdi></p><script>alert(7)</script>");
      assertThat(section(page).locator(".reasons li").first())
          .containsText("between commits </li> ::er and </li> ::er");
      assertThat(page.locator("script")).hasCount(3);
    }
  }

  private static Locator section(Page page) {
    return page.locator("section[aria-label=Trend]");
  }

  private static OpenPage open(RunTrendSample sample, ColorScheme scheme) {
    try {
      Path file = folder.resolve(sample + ".html");
      if (Files.notExists(file)) {
        Files.writeString(file, sample.html());
      }
      return new OpenPage(browser.chromium(), file, 1_600, scheme);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
