package io.chainbridge.shadow.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.verdict.Verdict;

/**
 * The verdict with its evidence as one page that works from a file and asks nothing of the network.
 * The same record and verdict give the same page, and its size does not grow with the number of
 * requests.
 */
public final class HtmlPage {
  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, null, HtmlPage.class.getPackageName());

  private HtmlPage() {}

  /**
   * Writes the page.
   *
   * @param gatlingReport whether Gatling's report stands beside it
   */
  public static String write(RunRecord run, Verdict verdict, boolean gatlingReport) {
    StringOutput output = new StringOutput();
    TEMPLATES.render("page.jte", Page.of(run, verdict, gatlingReport), output);
    return output.toString();
  }
}
