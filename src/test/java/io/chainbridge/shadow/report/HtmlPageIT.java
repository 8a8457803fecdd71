package io.chainbridge.shadow.report;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page as a reviewer has it: opened from its file in a real browser. */
class HtmlPageIT {
  private static final Pattern PDF_PAGE = Pattern.compile("/Type\\s*/Page\\b(?!s)");

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
  void everyKindOfRunIsAQuietAccessiblePageOnAnyScreen(SamplePage sample) {
    for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
      try (OpenPage open = open(sample, 1_600, scheme)) {
        assertThat(open.defects(1_600, 800, 360)).as("%s %s", sample, scheme).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "LOAD_PASSED",
        "STRESS_BREACHED",
        "STRESS_INVALID",
        "SPIKE_BREACHED",
        "SOAK_BREACHED",
        "CAPACITY_PASSED"
      })
  void aRunOfAnyShapeIsAQuietAccessiblePageOnAnyScreen(ShapeSample sample) {
    for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
      try (OpenPage open = open(sample, 1_600, scheme)) {
        assertThat(open.defects(1_600, 320)).as("%s %s", sample, scheme).isEmpty();
      }
    }
  }

  @Test
  void aStressRunShowsItsFindingThenItsPhases() {
    try (OpenPage open = open(ShapeSample.STRESS_BREACHED, 1_600, ColorScheme.LIGHT)) {
      Page page = open.page();
      assertThat(page.locator(".findings")).containsText("step 4 (40 requests/s) was the last");
      assertThat(page.locator(".findings")).isInViewport();
      assertThat(page.locator("header")).containsText("early: step 5: stats p95_latency_ms");
      assertThat(page.locator(".phases tbody tr")).hasCount(5);
      assertThat(page.locator(".phases tbody tr.bad")).containsText("broke: p95 and p99 of stats");
    }
  }

  @Test
  void theLimitsOfPhasesThatHeldAreFolded() {
    try (OpenPage open = open(ShapeSample.STRESS_BREACHED, 1_600, ColorScheme.LIGHT)) {
      Page page = open.page();
      assertThat(page.locator("details.phase")).hasCount(5);
      assertThat(page.locator("details.phase[open]")).hasCount(1);
      assertThat(page.locator("details.phase[open] summary")).containsText("step 5 (50/s)");
      assertThat(page.locator("details.phase .outcomes").first()).isHidden();
      page.locator("details.phase summary").first().click();
      assertThat(page.locator("details.phase .outcomes").first()).isVisible();
    }
  }

  @Test
  void theTriesOfASearchAreFolded() {
    try (OpenPage open = open(ShapeSample.CAPACITY_PASSED, 1_600, ColorScheme.LIGHT)) {
      Page page = open.page();
      assertThat(page.locator("details.phase")).hasCount(6);
      assertThat(page.locator("details.phase[open]")).hasCount(0);
      assertThat(page.locator("#outcomes ~ .note")).containsText("decide nothing by themselves");
    }
  }

  /** By lines across them, so that a reader without colours sees them too. */
  @Test
  void faultsAreHatched() {
    try (OpenPage open = open(ShapeSample.CHAOS_PASSED, 1_600, ColorScheme.LIGHT)) {
      assertThat(open.page().locator(".uplot[data-faults='2']")).hasCount(6);
      assertThat(open.page().locator("section[aria-labelledby=faults] tbody tr")).hasCount(2);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "STRESS_BREACHED, 5",
    "SPIKE_BREACHED, 4",
    "CAPACITY_PASSED, 13",
    "CHAOS_PASSED, 7",
    "LOAD_OPEN, 0"
  })
  void eachChartOverTimeMarksThePhases(ShapeSample sample, int bands) {
    try (OpenPage open = open(sample, 1_600, ColorScheme.LIGHT)) {
      assertThat(open.page().locator(".uplot[data-bands='%d']".formatted(bands))).hasCount(6);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "PASSED, Passed, 10 of 10 limits met, 10",
    "PROVEN, Passed, this sample proves or refutes 6 of the 6, 10",
    "BREACHED, Breached, 6 of 10 limits met, 10",
    "NO_DATA, No data, 0 of 10 limits met, 0",
    "ALL_FAILED, Breached, 0 of 10 limits met, 8",
    "INTERRUPTED, Interrupted, 10 of 10 limits met, 10",
    "ONE_ENDPOINT, Passed, 5 of 5 limits met, 6",
    "TWELVE_ENDPOINTS, Breached, 54 of 60 limits met, 50",
    "ONE_REQUEST, Passed, 10 of 10 limits met, 10",
    "HUNDRED_THOUSAND_REQUESTS, Passed, 10 of 10 limits met, 10",
    "HOSTILE, Breached, 7 of 10 limits met, 10"
  })
  void theFirstScreenSaysWhatMatters(
      SamplePage sample, String verdict, String summary, int charts) {
    try (OpenPage open = open(sample, 1_600, ColorScheme.LIGHT)) {
      Page page = open.page();
      assertThat(page.locator("h1")).containsText(verdict);
      assertThat(page.locator("header")).containsText(summary);
      assertThat(page.locator("header dd").first()).isInViewport();
      assertThat(page.locator(".outcomes")).isInViewport();
      assertThat(page.locator("canvas")).hasCount(charts);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {360, 1_600})
  void aRowTellsEverythingOnAnyScreen(int width) {
    try (OpenPage open = open(SamplePage.BREACHED, width, ColorScheme.LIGHT)) {
      Locator row = open.page().locator(".outcomes tbody tr").first();
      for (String text :
          new String[] {
            "p95 latency",
            "< 75 ms",
            "105 ms",
            "40 % over",
            "breached",
            "refuted",
            "at least 19.6 %"
          }) {
        assertThat(row.getByText(text).first()).isVisible();
      }
    }
  }

  @Test
  void whatFailedIsShownWithItsCause() {
    try (OpenPage open = open(SamplePage.BREACHED, 1_600, ColorScheme.LIGHT)) {
      Page page = open.page();
      assertThat(page.locator(".causes").first()).containsText("status 200 expected, found 503");
      assertThat(page.locator(".causes code")).hasText("/events/*/delta");
      assertThat(page.locator(".sample")).isHidden();
      page.getByText("A body that broke the contract").click();
      assertThat(page.locator(".sample")).containsText("\"delta\": \"0.0456\"");
      assertThat(page.locator(".warning")).containsText("the machine was busy to 96 %");
    }
  }

  @Test
  void theChartsCanBeReadWithoutSeeingThem() {
    try (OpenPage open = open(SamplePage.PROVEN, 1_600, ColorScheme.LIGHT)) {
      Page page = open.page();
      assertThat(page.locator("[data-chart=curve]").first())
          .hasAttribute(
              "aria-label", Pattern.compile("Latency by percentile of stats: p50 6 ms;.*"));
      Locator tables = page.locator("details.tables").first();
      tables.locator("summary").focus();
      page.keyboard().press("Enter");
      assertThat(tables.getByText("p95", new Locator.GetByTextOptions().setExact(true)).first())
          .isVisible();
    }
  }

  @Test
  void hostileTextIsTextAndNothingElse() {
    try (OpenPage open = open(SamplePage.HOSTILE, 1_600, ColorScheme.LIGHT)) {
      Page page = open.page();
      assertThat(page).hasTitle("Breached: gate </title><script>alert(1)</script>");
      assertThat(page.locator("h2").filter(new Locator.FilterOptions().setHasText("alert(3)")))
          .isVisible();
      assertThat(page.locator("script")).hasCount(3);
      assertThat(page.locator("img")).hasCount(0);
      assertThat(page.locator(".causes").first())
          .containsText("</td><script>alert(4)</script>\uFFFDevil\uFFFD'\"&amp;");
    }
  }

  @Test
  void theReadersColoursAreKept() {
    assertThat(background(ColorScheme.LIGHT)).isEqualTo("rgb(255, 255, 255)");
    assertThat(background(ColorScheme.DARK)).isEqualTo("rgb(20, 24, 29)");
  }

  private static Object background(ColorScheme scheme) {
    try (OpenPage open = open(SamplePage.PASSED, 1_600, scheme)) {
      return open.page().evaluate("getComputedStyle(document.body).backgroundColor");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"PASSED", "PROVEN", "BREACHED", "ALL_FAILED", "HUNDRED_THOUSAND_REQUESTS"})
  void printsOnTwoPages(SamplePage sample) {
    try (OpenPage open = open(sample, 1_280, ColorScheme.DARK)) {
      String pdf = new String(open.page().pdf(), StandardCharsets.ISO_8859_1);
      assertThat(PDF_PAGE.matcher(pdf).results().count()).isBetween(1L, 2L);
    }
  }

  private static OpenPage open(SamplePage sample, int width, ColorScheme scheme) {
    return open(sample.name(), sample::html, width, scheme);
  }

  private static OpenPage open(ShapeSample sample, int width, ColorScheme scheme) {
    return open(sample.name(), sample::html, width, scheme);
  }

  private static OpenPage open(String name, Supplier<String> html, int width, ColorScheme scheme) {
    try {
      Path file = folder.resolve(name + ".html");
      if (Files.notExists(file)) {
        Files.writeString(file, html.get());
      }
      return new OpenPage(browser.chromium(), file, width, scheme);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
