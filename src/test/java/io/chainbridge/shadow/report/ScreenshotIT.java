package io.chainbridge.shadow.report;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * {@code -Dscreenshots=true} shows every page as people see it, and renews the pictures of README
 * and docs.
 */
@EnabledIfSystemProperty(named = "screenshots", matches = "true")
class ScreenshotIT {
  private static final Path FOLDER = Path.of("target", "screenshots");

  @ParameterizedTest
  @EnumSource
  void picturesOfEveryPage(SamplePage sample) throws IOException {
    pictures(sample.name(), sample.html());
  }

  @ParameterizedTest
  @EnumSource
  void picturesOfEveryShape(ShapeSample sample) throws IOException {
    pictures(sample.name(), sample.html());
  }

  @ParameterizedTest
  @EnumSource
  void picturesOfEveryHistory(TrendSample sample) throws IOException {
    pictures(sample.name(), sample.html());
  }

  @ParameterizedTest
  @EnumSource
  void picturesOfEveryRunWithOthersBefore(RunTrendSample sample) throws IOException {
    pictures("RUN_" + sample.name(), sample.html());
  }

  private static void pictures(String sample, String html) throws IOException {
    Files.createDirectories(FOLDER);
    Path file = Files.writeString(FOLDER.resolve(sample + ".html"), html);
    try (Browser browser = Browser.start()) {
      picture(browser, file, sample + "-wide-light", 1_600, ColorScheme.LIGHT);
      picture(browser, file, sample + "-narrow-dark", 360, ColorScheme.DARK);
      try (OpenPage open = new OpenPage(browser.chromium(), file, 1_280, ColorScheme.DARK)) {
        open.page().pdf(new Page.PdfOptions().setPath(FOLDER.resolve(sample + ".pdf")));
      }
    }
  }

  @Test
  void pictureOfTheReadme() throws IOException {
    pictureOfDocs("report.png", SamplePage.BREACHED.html(), 1_240);
  }

  @Test
  void pictureOfTheTrend() throws IOException {
    pictureOfDocs("trend.png", TrendSample.THREE_BRANCHES.html(), 1_000);
  }

  private static void pictureOfDocs(String name, String html, int height) throws IOException {
    Files.createDirectories(FOLDER);
    Path file = Files.writeString(FOLDER.resolve("docs.html"), html);
    try (Browser browser = Browser.start();
        OpenPage open = new OpenPage(browser.chromium(), file, 1_280, ColorScheme.LIGHT)) {
      open.page().setViewportSize(1_280, height);
      open.page().screenshot(new Page.ScreenshotOptions().setPath(Path.of(".github", name)));
    }
  }

  private static void picture(
      Browser browser, Path file, String name, int width, ColorScheme scheme) {
    try (OpenPage open = new OpenPage(browser.chromium(), file, width, scheme)) {
      open.page()
          .screenshot(
              new Page.ScreenshotOptions()
                  .setFullPage(true)
                  .setPath(FOLDER.resolve(name + ".png")));
    }
  }
}
