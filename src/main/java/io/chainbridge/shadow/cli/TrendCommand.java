package io.chainbridge.shadow.cli;

import io.chainbridge.shadow.report.Quotation;
import io.chainbridge.shadow.report.TrendJson;
import io.chainbridge.shadow.report.TrendText;
import io.chainbridge.shadow.trend.History;
import io.chainbridge.shadow.trend.PastRun;
import io.chainbridge.shadow.trend.Trend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Says how the figures of a history went from run to run: where they changed, between which
 * commits, and when they reach their budgets.
 *
 * <p>Exits with 0 whatever it finds, 2 if the history cannot be read or the JSON not be written.
 */
@Command(
    name = "trend",
    description = "Says where the figures of past runs changed, and when they reach their budgets.",
    mixinStandardHelpOptions = true)
final class TrendCommand implements Callable<Integer> {
  private static final int UNUSABLE = 2;
  private static final int LONGEST_WARNING = 400;

  @Spec private CommandSpec spec;

  @Option(
      names = "--history",
      paramLabel = "DIR",
      defaultValue = "${env:SHADOW_HISTORY:-reports/history}",
      description = "The history; SHADOW_HISTORY or else reports/history if absent.")
  private Path history;

  @Option(
      names = "--branch",
      paramLabel = "B",
      description = "Only the runs of this branch; of all, each apart, if absent.")
  private @Nullable String branch;

  @Option(names = "--json", paramLabel = "FILE", description = "Also write what is found here.")
  private @Nullable Path json;

  @Override
  public Integer call() {
    try {
      History.Contents contents = new History(history).read();
      contents.warnings().forEach(this::warn);
      List<PastRun> runs = contents.runs().stream().filter(this::wanted).toList();
      List<Trend> trends = Trend.of(runs);
      if (json != null) {
        Files.writeString(json, TrendJson.write(trends, contents.warnings()));
      }
      spec.commandLine().getOut().print(runs.isEmpty() ? nothing() : TrendText.write(trends));
      spec.commandLine().getOut().flush();
      return 0;
    } catch (IOException e) {
      spec.commandLine()
          .getErr()
          .println("the history in %s is of no use: %s".formatted(history, e));
      return UNUSABLE;
    }
  }

  private boolean wanted(PastRun run) {
    return branch == null || run.subject().branch().filter(branch::equals).isPresent();
  }

  private String nothing() {
    return branch == null
        ? "The history in %s is empty: each run of the gate adds to it.%n".formatted(history)
        : "The history in %s has no run of branch %s.%n".formatted(history, branch);
  }

  private void warn(String warning) {
    spec.commandLine().getErr().println("warning: " + Quotation.of(warning, LONGEST_WARNING));
  }
}
