package io.chainbridge.shadow.report;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A page opened from its file, with everything that it says or asks for beside what it shows. */
public final class OpenPage implements AutoCloseable {
  private final BrowserContext context;
  private final Page page;
  private final ColorScheme scheme;
  private final List<String> messages = new ArrayList<>();
  private final List<String> requests = new ArrayList<>();

  /** Opens it. */
  public OpenPage(Browser browser, Path file, int width, ColorScheme scheme) {
    context =
        browser.newContext(
            new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(scheme));
    page = context.newPage();
    this.scheme = scheme;
    page.onConsoleMessage(message -> messages.add(message.text()));
    page.onPageError(error -> messages.add(error));
    page.onDialog(
        dialog -> {
          messages.add("dialog: " + dialog.message());
          dialog.dismiss();
        });
    page.onRequest(request -> requests.add(request.url()));
    page.navigate(file.toUri().toString());
  }

  /** As Playwright has it. */
  public Page page() {
    return page;
  }

  /** Of the console, of errors and of dialogs. */
  public List<String> messages() {
    return messages;
  }

  /** Everything requested but the page itself. */
  public List<String> requests() {
    return requests.subList(1, requests.size());
  }

  /** Makes the window that wide; charts follow at the next frame. */
  private void resize(int width) {
    page.setViewportSize(width, 900);
    page.evaluate(
        "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
  }

  /**
   * What a reader could complain of on windows of these widths: that the page is wider, what
   * axe-core finds, what the browser says or asks for. In the dark, where only colours are others,
   * axe-core looks at the first width alone, since it takes seconds.
   */
  public List<String> defects(int... widths) {
    List<String> defects = new ArrayList<>();
    for (int width : widths) {
      resize(width);
      if (sidewaysScroll() != 0) {
        defects.add("%d: scrolls sideways by %d".formatted(width, sidewaysScroll()));
      }
      if (scheme == ColorScheme.LIGHT || width == widths[0]) {
        axeViolations().forEach(violation -> defects.add("%d: %s".formatted(width, violation)));
      }
    }
    defects.addAll(messages());
    defects.addAll(requests());
    return defects;
  }

  /** How far the page can be scrolled sideways, in pixels. */
  private int sidewaysScroll() {
    return (Integer)
        page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth");
  }

  /** What axe-core finds wrong, each as its rule and the element. */
  public List<?> axeViolations() {
    page.evaluate(axe());
    return (List<?>)
        page.evaluate(
            "async () => (await axe.run()).violations.flatMap(violation =>"
                + " violation.nodes.map(node => violation.id + ': ' + node.html.slice(0, 200) + ' ' + node.failureSummary))");
  }

  private static String axe() {
    try (InputStream script = OpenPage.class.getResourceAsStream("/axe.min.js")) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
