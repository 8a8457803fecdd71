package io.chainbridge.shadow.report;

import io.chainbridge.shadow.budget.BudgetHistory;
import io.chainbridge.shadow.trend.PastRun;
import io.chainbridge.shadow.trend.Trend;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A history as one page that works from a file and asks nothing of the network: each limit over
 * time on all branches, what changed, what is coming, and how the budgets did. Its size does not
 * grow beyond a few megabytes however long the history is.
 */
public final class TrendPage {
  private TrendPage() {}

  /**
   * Writes the page.
   *
   * @param runs the oldest first
   * @param trends of those runs
   * @param warnings of the files of the history that could not be read
   * @param budgets from git; empty without a repository
   * @param hasPage whether there is a folder of that run beside the page's own, with its page
   */
  public static String write(
      List<PastRun> runs,
      List<Trend> trends,
      List<String> warnings,
      Optional<BudgetHistory> budgets,
      Predicate<String> hasPage) {
    return Templates.render(
        "trend.jte", TrendContent.of(runs, trends, warnings, budgets, new RunLinks(hasPage)));
  }
}
