package io.chainbridge.shadow.cli;

import io.chainbridge.shadow.budget.BudgetHistory;
import io.chainbridge.shadow.governance.BudgetLog;
import io.chainbridge.shadow.report.TrendJson;
import io.chainbridge.shadow.report.TrendPage;
import io.chainbridge.shadow.report.TrendText;
import io.chainbridge.shadow.settings.InvalidInputException;
import io.chainbridge.shadow.trend.History;
import io.chainbridge.shadow.trend.PastRun;
import io.chainbridge.shadow.trend.Trend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Says how the figures of a history went from run to run: where they changed, between which
 * commits, and when they reach their budgets. Writes it as text, as a page, and as JSON if asked
 * to.
 *
 * <p>Exits with 0 whatever it finds, 2 if the history cannot be read or the JSON or page not be
 * written.
 */
@Command(
    name = "trend",
    description = "Says where the figures of past runs changed, and when they reach their budgets.",
    mixinStandardHelpOptions = true)
final class TrendCommand implements Callable<Integer> {
  private static final int UNUSABLE = 2;

  @Spec private CommandSpec spec;

  @Mixin private HistoryOption history;

  @Option(
      names = "--branch",
      paramLabel = "B",
      description = "Only the runs of this branch; of all, each apart, if absent.")
  private @Nullable String branch;

  @Option(names = "--json", paramLabel = "FILE", description = "Also write what is found here.")
  private @Nullable Path json;

  @Option(
      names = "--page",
      paramLabel = "FILE",
      defaultValue = "reports/trend/index.html",
      description =
          "Where to write the trend page, which links the runs in folders beside its own;"
              + " ${DEFAULT-VALUE} if absent.")
  private Path page;

  @Option(
      names = "--checkout",
      paramLabel = "DIR",
      defaultValue = ".",
      description = "A folder of the git checkout with the budget files; . if absent.")
  private Path checkout;

  @Override
  public Integer call() {
    CompletableFuture<Optional<BudgetHistory>> budgets =
        CompletableFuture.supplyAsync(() -> BudgetLog.read(checkout));
    try {
      History.Contents contents = history.read();
      List<PastRun> runs = contents.runs().stream().filter(this::wanted).toList();
      List<Trend> trends = Trend.of(runs);
      tell(runs.isEmpty() ? nothing() : TrendText.write(trends));
      if (json != null) {
        write(json, TrendJson.write(trends, contents.warnings()));
      }
      RunPages pages = RunPages.beside(page.toAbsolutePath().normalize().getParent());
      write(
          page,
          TrendPage.write(runs, trends, contents.warnings(), budgets.join(), pages::contains));
      tell("%nPage: %s%n".formatted(page));
      return 0;
    } catch (InvalidInputException e) {
      spec.commandLine().getErr().println(e.getMessage());
      return UNUSABLE;
    }
  }

  private void tell(String text) {
    spec.commandLine().getOut().print(text);
    spec.commandLine().getOut().flush();
  }

  private static void write(Path file, String text) {
    try {
      @Nullable Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new InvalidInputException(
          "%s: cannot be written: %s; name a file that can be".formatted(file, e));
    }
  }

  private boolean wanted(PastRun run) {
    return branch == null || run.subject().branch().filter(branch::equals).isPresent();
  }

  private String nothing() {
    return branch == null
        ? "The history in %s is empty: each run of the gate adds to it.%n".formatted(history.path())
        : "The history in %s has no run of branch %s.%n".formatted(history.path(), branch);
  }
}
