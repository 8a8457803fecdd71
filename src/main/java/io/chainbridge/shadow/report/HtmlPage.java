package io.chainbridge.shadow.report;

import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.trend.RunTrend;
import io.chainbridge.shadow.verdict.Verdict;

/**
 * The verdict with its evidence as one page that works from a file and asks nothing of the network.
 * The same record, verdict and trend give the same page, and its size does not grow with the number
 * of requests.
 */
public final class HtmlPage {
  private HtmlPage() {}

  /**
   * Writes the page.
   *
   * @param trend what the runs before it say
   * @param gatlingReport whether Gatling's report stands beside it
   */
  public static String write(
      RunRecord run, Verdict verdict, RunTrend trend, boolean gatlingReport) {
    return Templates.render("page.jte", Page.of(run, verdict, trend, gatlingReport));
  }
}
