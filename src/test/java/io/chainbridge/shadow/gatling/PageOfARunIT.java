package io.chainbridge.shadow.gatling;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.chainbridge.shadow.report.Browser;
import io.chainbridge.shadow.report.OpenPage;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page that a real run leaves, opened as its reviewer does. */
class PageOfARunIT {
  private static Browser browser;

  @TempDir private Path folder;

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

  @Test
  void ofTheReferenceService() {
    try (OpenPage open = open(GateRun.in(folder).with("p95Ms", 5_000).with("p99Ms", 5_000).run())) {
      Page page = open.page();
      assertThat(page.locator("h1")).containsText("Passed");
      assertThat(page.locator("header")).containsText("closed model, 1 user");
      assertThat(page.locator(".outcomes tbody tr")).hasCount(10);
      assertThat(page.getByText("p95Ms").first()).isVisible();
      assertThat(page.locator("a[href='gatling/index.html']")).isVisible();
    }
  }

  @Test
  void ofAServiceThatAlwaysFails() {
    try (Target target = Target.start().on("/stats", Answer.status(503))) {
      GateRun run = GateRun.in(folder).against(target).withBudget(new Budget().endpoint("stats"));
      try (OpenPage open = open(run.run())) {
        assertThat(open.page().locator("h1")).containsText("Breached");
        assertThat(open.page().locator(".outcomes")).containsText("no data");
        assertThat(open.page().locator(".causes").first())
            .containsText("status 200 expected, found 503");
      }
    }
  }

  @Test
  void ofAServiceThatBreaksItsContractWithHostileAnswers() {
    String body =
        Bodies.STATS.replace(
            "\"v0.3.0\"",
            "1, \"token\": \"s3cret\", \"x\": \"</script><script>alert(1)</script>\"");
    try (Target target = Target.start().on("/stats", Answer.json(body))) {
      GateRun run =
          GateRun.in(folder).against(target).withBudget(new Budget().endpoint("stats", "stats"));
      try (OpenPage open = open(run.run())) {
        Page page = open.page();
        assertThat(page.locator(".causes code")).hasText("/model_version");
        page.getByText("A body that broke the contract").click();
        assertThat(page.locator(".sample")).containsText("</script><script>alert(1)</script>");
        assertThat(page.locator(".sample")).containsText("\"token\": \"***\"");
        assertThat(page.content()).doesNotContain("s3cret");
      }
    }
  }

  /** Each of them says nothing, asks for nothing, is accessible, and small. */
  private static OpenPage open(GateResult result) {
    Path file = result.reports().resolve("index.html");
    assertThat(file).as(result::console).exists();
    assertThat(file.toFile().length()).isLessThan(1_000_000);
    OpenPage open = new OpenPage(browser.chromium(), file, 1_280, ColorScheme.LIGHT);
    assertThat(open.axeViolations()).isEmpty();
    assertThat(open.messages()).isEmpty();
    assertThat(open.requests()).isEmpty();
    return open;
  }
}
