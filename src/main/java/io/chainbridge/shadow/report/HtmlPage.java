package io.chainbridge.shadow.report;

import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.verdict.Verdict;

/**
 * The verdict with its evidence as one page that works from a file and asks nothing of the network.
 * The same record and verdict give the same page, and its size does not grow with the number of
 * requests.
 */
public final class HtmlPage {
  private HtmlPage() {}

  /**
   * Writes the page.
   *
   * @param gatlingReport whether Gatling's report stands beside it
   */
  public static String write(RunRecord run, Verdict verdict, boolean gatlingReport) {
    return Templates.render("page.jte", Page.of(run, verdict, gatlingReport));
  }
}
