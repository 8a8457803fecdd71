package io.chainbridge.shadow.cli;

import io.chainbridge.shadow.budget.BudgetFile;
import io.chainbridge.shadow.budget.Gate;
import io.chainbridge.shadow.gatling.RunFolder;
import io.chainbridge.shadow.gatling.RunHistory;
import io.chainbridge.shadow.record.Merge;
import io.chainbridge.shadow.record.RecordJson;
import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.report.ConsoleReport;
import io.chainbridge.shadow.report.Quotation;
import io.chainbridge.shadow.report.RunReports;
import io.chainbridge.shadow.settings.InvalidInputException;
import io.chainbridge.shadow.settings.Settings;
import io.chainbridge.shadow.trend.PastRunLines;
import io.chainbridge.shadow.trend.RunTrend;
import io.chainbridge.shadow.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Adds up the records of one load that several processes made, and judges the whole, which leaves a
 * folder of its own and a file in the history. It tells nobody and pushes nothing.
 *
 * <p>A record that cannot be read is named, and its share is then missing. Exits with 0 for a load
 * that passes, 2 for one that does not or a command line that makes no sense, 1 if there is nothing
 * to judge: no record at all, or records that are not of one load.
 */
@Command(
    name = "merge",
    description = "Adds up the records of shards and regions, and judges the whole.",
    mixinStandardHelpOptions = true)
final class MergeCommand implements Callable<Integer> {
  private static final int NOT_JUDGED = 1;
  private static final int NOT_PASSED = 2;
  private static final int LONGEST_WARNING = 400;
  private static final int MOST_RUNS = 10_000;
  private static final Duration LONGEST_KEPT = Duration.ofDays(365);

  @Spec private CommandSpec spec;

  @Mixin private HistoryOption history;

  @Parameters(
      arity = "1..*",
      paramLabel = "DIR",
      description = "Where the records are: folders of runs, or folders with such folders.")
  private List<Path> places;

  @Option(
      names = "--budgets",
      paramLabel = "FILE",
      defaultValue = "budgets/shadow.json",
      description = "The budget file to judge by; ${DEFAULT-VALUE} if absent.")
  private Path budgets;

  @Option(
      names = "--reports",
      paramLabel = "DIR",
      defaultValue = "reports",
      description = "Where the folder of the merged run is to be; ${DEFAULT-VALUE} if absent.")
  private Path reports;

  @Option(
      names = "--allow-missing",
      description = "Judge the rest where shards or regions are missing.")
  private boolean allowMissing;

  @Override
  public Integer call() {
    try {
      Gate gate = BudgetFile.readForJudging(budgets);
      RunRecord merged = merged(gate);
      Verdict verdict = Verdict.of(merged, gate);
      RunFolder folder = RunFolder.create(reports, Instant.now(), merged.simulation());
      RunRecord run = merged.withRunId(folder.runId());
      folder.write("run.json", RecordJson.write(run));
      return write(run, verdict, folder);
    } catch (InvalidInputException | IllegalArgumentException e) {
      return failed(e.getMessage());
    } catch (IOException e) {
      return failed(
          "the merged run could not be written below %s: %s; make room or name another folder with --reports"
              .formatted(reports, RecordFiles.reason(e)));
    }
  }

  private RunRecord merged(Gate gate) {
    BiConsumer<Path, String> leftOut =
        (file, problem) -> warn("%s is left out: %s".formatted(file, problem));
    List<Path> files = RecordFiles.below(places, leftOut);
    Merge merge = new Merge();
    Map<Path, RunRecord> mergedBefore = new LinkedHashMap<>();
    RecordFiles.read(
        files,
        (file, run) -> {
          if (run.shares().merged()) {
            mergedBefore.put(file, run);
          } else {
            merge.add(file.toString(), run);
          }
        },
        leftOut);
    mergedBefore.forEach(
        (file, run) -> {
          if (merge.has(run)) {
            leftOut.accept(file, "it is itself a merge of records that are here");
          } else {
            merge.add(file.toString(), run);
          }
        });
    if (merge.isEmpty()) {
      throw new InvalidInputException(
          "%s: nothing to merge, since none of the records could be read".formatted(places.get(0)));
    }
    return merge.record(allowMissing, gate.regions().keySet());
  }

  private int write(RunRecord run, Verdict verdict, RunFolder folder) throws IOException {
    RunHistory past =
        new RunHistory(
            new Settings.History(
                Optional.of(history.path()).filter(path -> !path.equals(Path.of("none"))),
                MOST_RUNS,
                LONGEST_KEPT));
    RunTrend trend = past.trend(run, verdict);
    if (!trend.past().isEmpty()) {
      folder.write(PastRunLines.FILE, PastRunLines.write(trend.past()));
    }
    RunReports.write(run, verdict, trend, false, folder::write);
    folder.becomeLatest();
    past.leave(run, verdict);
    spec.commandLine().getOut().print(ConsoleReport.write(run, verdict, trend));
    spec.commandLine().getOut().println("Report: " + folder.path().resolve("index.html"));
    spec.commandLine().getOut().flush();
    return verdict.passed() ? 0 : NOT_PASSED;
  }

  private void warn(String what) {
    spec.commandLine().getErr().println("warning: " + Quotation.of(what, LONGEST_WARNING));
  }

  private int failed(String message) {
    spec.commandLine().getErr().println(Quotation.of(message, LONGEST_WARNING));
    return NOT_JUDGED;
  }
}
