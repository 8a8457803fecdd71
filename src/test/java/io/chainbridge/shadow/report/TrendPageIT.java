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
import org.junit.jupiter.params.provider.EnumSource;

/** The trend page as people have it: opened from its file in a real browser. */
class TrendPageIT {
  private static Browser browser;

  @TempDir static Path reports;

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
  void everyHistoryIsAQuietAccessiblePageOnAnyScreen(TrendSample sample) {
    for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
      try (OpenPage open = open(sample, 1_600, scheme)) {
        open.page()
            .evaluate(
                "document.querySelectorAll('details:not(.tables), [data-table=\"0\"]')"
                    + ".forEach(details => details.open = true)");
        assertThat(open.defects(1_600, 360)).as("%s %s", sample, scheme).isEmpty();
      }
    }
  }

  @Test
  void theFirstScreenSaysWhatMatters() {
    try (OpenPage open = open(TrendSample.THREE_BRANCHES, 1_600, ColorScheme.LIGHT)) {
      Page page = open.page();
      assertThat(page.locator("h1")).containsText("2 changes, 2 budgets in sight");
      assertThat(page.locator("header")).containsText("p95_latency_ms of stats rose by 28 %");
      assertThat(page.locator(".past").first()).isInViewport();
      assertThat(page.locator("[data-trend] canvas").first()).isInViewport();
    }
  }

  @Test
  void aChartHasEachBranchTheBudgetTheChangesAndTheForecast() {
    try (OpenPage open = open(TrendSample.THREE_BRANCHES, 1_600, ColorScheme.LIGHT)) {
      Locator chart = open.page().locator("[data-trend='0']");
      assertThat(chart.locator(".u-label"))
          .hasText(new String[] {"run", "main", "steady", "grows", "budget of main", "breached"});
      assertThat(chart.locator(".uplot"))
          .hasAttribute("data-forecast", Pattern.compile("2026-02-\\d\\d"));
      assertThat(chart.locator(".uplot")).hasAttribute("data-changes", "1");
      assertThat(chart)
          .hasAttribute(
              "aria-label",
              Pattern.compile(
                  "p95 latency of stats over time. main: .* ms in the last of 60 runs,"
                      + " budget < 90 ms, 1 change of level; steady: .*"));
    }
  }

  @Test
  void chartsAreDrawnOnceTheyComeNear() {
    try (OpenPage open = open(TrendSample.PHASES, 1_600, ColorScheme.LIGHT)) {
      Locator last = open.page().locator("[data-trend]").last();
      assertThat(last.locator("canvas")).hasCount(0);
      open.page().locator("details.phase summary").last().scrollIntoViewIfNeeded();
      open.page().locator("details.phase > summary").last().click();
      assertThat(last.locator("canvas")).hasCount(1);
    }
  }

  @Test
  void aPointOpensThePageOfItsRun() {
    try (OpenPage open = open(TrendSample.THREE_BRANCHES, 1_600, ColorScheme.LIGHT)) {
      Page page = open.page();
      Locator over = page.locator("[data-trend='1'] .u-over");
      over.hover();
      assertThat(over).hasCSS("cursor", "pointer");
      over.click();
      page.waitForURL(Pattern.compile(".*/run-\\d{5}/index\\.html"));
      assertThat(page.locator("body")).hasText(Pattern.compile("the page of run-\\d{5}"));
    }
  }

  @Test
  void theKeyboardReachesTheFiguresOfAChartAndTheirRuns() {
    try (OpenPage open = open(TrendSample.THREE_BRANCHES, 1_600, ColorScheme.LIGHT)) {
      Page page = open.page();
      Locator figures = page.locator("details[data-table='0']");
      figures.locator("summary").focus();
      page.keyboard().press("Enter");
      assertThat(figures.locator("tbody tr")).hasCount(180);
      assertThat(figures.locator("tbody tr").first()).containsText("steady");
      assertThat(figures.locator("tr", new Locator.LocatorOptions().setHasText("breached")))
          .hasCount(1);
      figures.locator("a").first().focus();
      page.keyboard().press("Enter");
      page.waitForURL(Pattern.compile(".*/run-00179/index\\.html"));
    }
  }

  @Test
  void withoutScriptsTheTablesSayItAll() {
    try (var context =
        browser
            .chromium()
            .newContext(
                new com.microsoft.playwright.Browser.NewContextOptions()
                    .setJavaScriptEnabled(false))) {
      Page page = context.newPage();
      page.navigate(file(TrendSample.THREE_BRANCHES).toUri().toString());
      assertThat(page.locator("figure").first()).isHidden();
      assertThat(page.getByText("p95_latency_ms of stats loosened from 75 to 90 ms")).isVisible();
      assertThat(page.locator("table.past").first()).containsText("worse");
      assertThat(page.locator("table.past")).hasCount(5);
    }
  }

  @Test
  void hostileTextIsTextAndNothingElse() {
    try (OpenPage open = open(TrendSample.HOSTILE, 1_600, ColorScheme.LIGHT)) {
      Page page = open.page();
      page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)");
      assertThat(page.locator("details[data-table='0'] tbody tr")).hasCount(30);
      assertThat(page.locator("script")).hasCount(3);
      assertThat(page.locator("img, i")).hasCount(0);
      assertThat(page.locator("[data-trend='0'] .u-label").nth(1)).containsText("onerror=alert(1)");
      assertThat(
              (Boolean)
                  page.evaluate(
                      "[...document.querySelectorAll('a')].every(a => a.protocol === 'file:'"
                          + " && a.getAttribute('href').match(/^\\.\\.\\/[^/]+\\/index.html$/))"))
          .isTrue();
      assertThat(open.messages()).isEmpty();
    }
  }

  @Test
  void tenThousandRunsOpenQuicklyEnoughToScroll() {
    try (OpenPage open = open(TrendSample.TEN_THOUSAND_RUNS, 1_600, ColorScheme.LIGHT)) {
      assertThat(open.page().locator("[data-trend='0'] canvas")).isVisible();
      assertThat(
              (Double)
                  open.page()
                      .evaluate(
                          "performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd + 0.1"))
          .isLessThan(5_000);
    }
  }

  private static OpenPage open(TrendSample sample, int width, ColorScheme scheme) {
    return new OpenPage(browser.chromium(), file(sample), width, scheme);
  }

  private static Path file(TrendSample sample) {
    try {
      Path file = reports.resolve("trend-" + sample.name()).resolve("index.html");
      if (Files.notExists(file)) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, sample.html());
        for (int i = 0; i < 180; i++) {
          String run = "run-%05d".formatted(i);
          Files.createDirectories(reports.resolve(run));
          Files.writeString(reports.resolve(run).resolve("index.html"), "the page of " + run);
        }
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
