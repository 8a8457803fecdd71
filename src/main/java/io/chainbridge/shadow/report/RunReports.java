package io.chainbridge.shadow.report;

import io.chainbridge.shadow.metrics.BenchmarkJson;
import io.chainbridge.shadow.metrics.MetricsText;
import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.trend.RunTrend;
import io.chainbridge.shadow.verdict.Verdict;
import java.io.IOException;

/**
 * All that is made of a record, its verdict and the runs before it, by the name that it has in the
 * run's folder.
 */
public final class RunReports {
  private RunReports() {}

  /** Takes what is written. */
  @FunctionalInterface
  public interface Folder {
    /**
     * Writes a file.
     *
     * @param name with slashes, relative to the folder
     */
    void write(String name, String text) throws IOException;
  }

  /**
   * Writes them all, the verdict last: where it is, all else is.
   *
   * @param trend what the runs before it say
   * @param gatlingPages whether Gatling's own pages are in the folder, below {@code gatling}; what
   *     tools look for beside them is written only there
   * @throws IOException what the folder throws
   */
  public static void write(
      RunRecord run, Verdict verdict, RunTrend trend, boolean gatlingPages, Folder folder)
      throws IOException {
    folder.write("index.html", HtmlPage.write(run, verdict, trend, gatlingPages));
    folder.write("summary.md", MarkdownSummary.write(run, verdict, trend));
    folder.write("junit.xml", JunitXml.write(run, verdict));
    folder.write("shadow-probe-results.json", SeedResults.write(run));
    folder.write("metrics.prom", MetricsText.write(run, verdict, trend));
    folder.write("benchmark.json", BenchmarkJson.list(run, verdict));
    folder.write("benchmark.bmf.json", BenchmarkJson.metricFormat(run, verdict));
    if (gatlingPages) {
      folder.write("gatling/js/stats.json", GatlingStats.detailed(run));
      folder.write("gatling/js/global_stats.json", GatlingStats.global(run));
      folder.write("gatling/js/assertions.json", GatlingAssertions.json(run, verdict));
      folder.write("gatling/js/assertions.xml", GatlingAssertions.xml(run, verdict));
    }
    folder.write("verdict.json", VerdictJson.write(run, verdict));
  }
}
