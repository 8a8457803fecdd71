package io.chainbridge.shadow.cli;

import io.chainbridge.shadow.budget.BudgetFile;
import io.chainbridge.shadow.budget.Gate;
import io.chainbridge.shadow.gatling.RunFolder;
import io.chainbridge.shadow.record.RecordJson;
import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.report.ConsoleReport;
import io.chainbridge.shadow.report.Quotation;
import io.chainbridge.shadow.report.RunReports;
import io.chainbridge.shadow.settings.InvalidInputException;
import io.chainbridge.shadow.trend.History;
import io.chainbridge.shadow.trend.PastRun;
import io.chainbridge.shadow.trend.PastRunLines;
import io.chainbridge.shadow.trend.RunTrend;
import io.chainbridge.shadow.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Judges a stored run again, by a budget file of one's choice, and writes its reports anew beside
 * the record: the same bytes for the same input, of which the past runs beside the record are part.
 * Limits that properties had set for the run do not hold here.
 *
 * <p>Exits with 0 for a run that passes, 2 for one that does not, 1 if there is nothing to judge.
 */
@Command(
    name = "report",
    description = "Judges a stored run again and writes its reports anew.",
    mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
  private static final int NOT_JUDGED = 1;
  private static final int NOT_PASSED = 2;
  private static final int LONGEST_WARNING = 400;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "RUN_JSON", description = "The record, such as reports/latest/run.json.")
  private Path record;

  @Option(
      names = "--budgets",
      paramLabel = "FILE",
      required = true,
      description = "The budget file to judge by.")
  private Path budgets;

  @Override
  public Integer call() {
    try {
      RunRecord run = RecordJson.read(Files.readString(record));
      Gate gate = BudgetFile.readForJudging(budgets);
      Verdict verdict = Verdict.of(run, gate);
      RunFolder folder = RunFolder.of(record.toAbsolutePath().normalize().getParent());
      RunTrend trend = RunTrend.of(run, verdict, past(folder));
      RunReports.write(run, verdict, trend, folder.hasGatlingReport(), folder::write);
      spec.commandLine().getOut().print(ConsoleReport.write(run, verdict, trend));
      spec.commandLine().getOut().flush();
      return verdict.passed() ? 0 : NOT_PASSED;
    } catch (InvalidInputException e) {
      return failed(e.getMessage());
    } catch (IllegalArgumentException e) {
      return failed("%s: %s".formatted(record, e.getMessage()));
    } catch (NoSuchFileException e) {
      return failed(e.getFile() + ": no such file");
    } catch (IOException e) {
      return failed("%s: cannot be read, or its reports not be written: %s".formatted(record, e));
    }
  }

  /** The past runs that stand beside the record; what is wrong with them is a warning. */
  private List<PastRun> past(RunFolder folder) {
    try {
      History.Contents past = PastRunLines.read(folder.read(PastRunLines.FILE).orElse(""));
      past.warnings().forEach(warning -> warn(", " + warning));
      return past.runs();
    } catch (IOException e) {
      warn(" cannot be read: " + e);
      return List.of();
    }
  }

  private void warn(String what) {
    spec.commandLine()
        .getErr()
        .println("warning: " + Quotation.of(PastRunLines.FILE + what, LONGEST_WARNING));
  }

  private int failed(String message) {
    spec.commandLine().getErr().println(message);
    return NOT_JUDGED;
  }
}
