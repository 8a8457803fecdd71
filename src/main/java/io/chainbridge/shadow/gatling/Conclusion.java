package io.chainbridge.shadow.gatling;

import io.chainbridge.shadow.metrics.Pushgateway;
import io.chainbridge.shadow.record.Ending;
import io.chainbridge.shadow.record.RecordJson;
import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.report.ConsoleReport;
import io.chainbridge.shadow.report.Quotation;
import io.chainbridge.shadow.report.RunReports;
import io.chainbridge.shadow.report.SeedResults;
import io.chainbridge.shadow.trend.PastRunLines;
import io.chainbridge.shadow.trend.RunTrend;
import io.chainbridge.shadow.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The last act of a run, in a shutdown hook, where Gatling's own report is complete: record,
 * verdict, reports, and the status with which the process ends.
 */
final class Conclusion {
  /** Nothing could be measured: settings, budget file or target. */
  static final int COULD_NOT_RUN = 1;

  /** Gatling's own status for failed assertions, which the Maven plugin understands. */
  static final int NOT_PASSED = 2;

  private static final int LONGEST_WARNING = 400;

  private final Run run;

  Conclusion(Run run) {
    this.run = run;
  }

  /**
   * Judges, reports and, where Gatling ended in order, ends the process with 0 or {@value
   * #NOT_PASSED} as the verdict says. Otherwise the status stands with which it was ending.
   */
  void conclude() {
    boolean stopped = run.interrupt();
    run.fallSilent();
    CompletableFuture<Void> released = run.releaseTargets();
    Optional<Path> gatlingReport =
        run.folder()
            .flatMap(GatlingFolder::path)
            .filter(folder -> !stopped && Files.exists(folder.resolve("index.html")));
    boolean passed = report(gatlingReport, released);
    released.join();
    System.out.flush();
    System.err.flush();
    if (!stopped && (gatlingReport.isPresent() || !passed) && run.end().failure().isEmpty()) {
      Runtime.getRuntime().halt(passed ? 0 : NOT_PASSED);
    }
  }

  @SuppressWarnings("CatchAndPrintStackTrace") // a hook that throws would let the run pass
  private boolean report(Optional<Path> gatlingReport, CompletableFuture<Void> released) {
    try {
      return write(gatlingReport, released);
    } catch (RuntimeException | Error e) {
      System.err.println("The run could not be judged: " + e);
      e.printStackTrace();
      return false;
    }
  }

  /** The record first, which all else can be made from but what past runs say of it. */
  private boolean write(Optional<Path> gatlingReport, CompletableFuture<Void> released) {
    RunRecord measured = writeOutput(new Measurement(run).record(run.stream().end()));
    try {
      RunFolder folder = RunFolder.create(RunFolder.REPORTS, Instant.now(), run.simulation());
      takeLogs(folder, released);
      RunRecord record = measured.withRunId(folder.runId());
      folder.write("run.json", RecordJson.write(record));
      Verdict verdict = Verdict.of(record, run.gate());
      if (record.shares().isPart()) {
        return leaveToMerge(folder, record, verdict, gatlingReport);
      }
      RunHistory history = new RunHistory(run.settings().history());
      RunTrend trend = writeReports(folder, record, verdict, history, gatlingReport);
      folder.becomeLatest();
      tell(record, verdict, trend);
      history.leave(record, verdict);
      push(record, verdict, trend);
      System.out.println("Report: " + folder.path().resolve("index.html"));
      new RunNotices(run.settings().notices()).tell(record, verdict, trend);
      return verdict.passed();
    } catch (IOException e) {
      RunRecord lost = measured.withEnding(lost("the reports", e));
      Verdict verdict = Verdict.of(lost, run.gate());
      tell(lost, verdict, RunTrend.NONE);
      push(lost, verdict, RunTrend.NONE);
      return false;
    }
  }

  /** Complete, which they are once their services have ended. */
  private void takeLogs(RunFolder folder, CompletableFuture<Void> released) throws IOException {
    if (!run.serviceLogs().isEmpty()) {
      released.join();
    }
    for (Map.Entry<String, Path> log : run.serviceLogs().entrySet()) {
      folder.take(log.getKey(), log.getValue());
    }
  }

  /**
   * A part of a load decides nothing, and belongs in no history: what is made of all parts together
   * does.
   *
   * @return whether the part is there
   */
  private static boolean leaveToMerge(
      RunFolder folder, RunRecord record, Verdict verdict, Optional<Path> gatlingReport)
      throws IOException {
    if (gatlingReport.isPresent()) {
      folder.copyGatlingReport(gatlingReport.get());
    }
    RunReports.write(
        record, verdict, RunTrend.NONE, gatlingReport.isPresent(), withoutTestResults(folder));
    folder.becomeLatest();
    System.out.print(ConsoleReport.write(record, verdict, RunTrend.NONE));
    System.out.println("Report: " + folder.path().resolve("index.html"));
    return record.ending().inOrder();
  }

  /** A CI server would take them for the load's. */
  private static RunReports.Folder withoutTestResults(RunFolder folder) {
    return (name, text) -> {
      if (!name.equals("junit.xml")) {
        folder.write(name, text);
      }
    };
  }

  /** Comes first: a run whose results did not get where they were wanted is not complete. */
  private RunRecord writeOutput(RunRecord record) {
    Optional<Path> output = run.settings().output();
    if (output.isEmpty()) {
      return record;
    }
    try {
      RunFolder.write(output.get(), SeedResults.write(record));
      return record;
    } catch (IOException e) {
      return record.withEnding(lost("the results", e));
    }
  }

  private static Ending lost(String what, IOException failure) {
    return new Ending(
        Ending.Kind.INCOMPLETE, "%s could not be written: %s".formatted(what, failure));
  }

  private static RunTrend writeReports(
      RunFolder folder,
      RunRecord record,
      Verdict verdict,
      RunHistory history,
      Optional<Path> gatlingReport)
      throws IOException {
    if (gatlingReport.isPresent()) {
      folder.copyGatlingReport(gatlingReport.get());
    }
    RunTrend trend = history.trend(record, verdict);
    if (!trend.past().isEmpty()) {
      folder.write(PastRunLines.FILE, PastRunLines.write(trend.past()));
    }
    RunReports.write(record, verdict, trend, gatlingReport.isPresent(), folder::write);
    return trend;
  }

  /** Last, and no part of the run: whoever takes the figures does not decide about it. */
  private void push(RunRecord record, Verdict verdict, RunTrend trend) {
    run.settings()
        .pushgateway()
        .ifPresent(
            uri -> {
              try {
                new Pushgateway(uri).push(record, verdict, trend);
              } catch (IOException | RuntimeException e) {
                System.err.println(
                    "warning: the Pushgateway at %s does not have all metrics of this run: %s"
                        .formatted(uri, Quotation.of(e.toString(), LONGEST_WARNING)));
              }
            });
  }

  private static void tell(RunRecord record, Verdict verdict, RunTrend trend) {
    System.out.print(ConsoleReport.write(record, verdict, trend));
    GithubActions.of(System.getenv()).tell(record, verdict, trend);
  }
}
