package io.chainbridge.shadow.report;

import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.verdict.Verdict;
import java.io.IOException;

/** All that is made of a record and its verdict, by the name that it has in the run's folder. */
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
   * @param gatlingPages whether Gatling's own pages are in the folder, below {@code gatling}; what
   *     tools look for beside them is written only there
   * @throws IOException what the folder throws
   */
  public static void write(RunRecord run, Verdict verdict, boolean gatlingPages, Folder folder)
      throws IOException {
    folder.write("index.html", HtmlPage.write(run, verdict, gatlingPages));
    folder.write("summary.md", MarkdownSummary.write(run, verdict));
    folder.write("junit.xml", JunitXml.write(run, verdict));
    folder.write("shadow-probe-results.json", SeedResults.write(run));
    if (gatlingPages) {
      folder.write("gatling/js/stats.json", GatlingStats.detailed(run));
      folder.write("gatling/js/global_stats.json", GatlingStats.global(run));
      folder.write("gatling/js/assertions.json", GatlingAssertions.json(run, verdict));
      folder.write("gatling/js/assertions.xml", GatlingAssertions.xml(run, verdict));
    }
    folder.write("verdict.json", VerdictJson.write(run, verdict));
  }
}
