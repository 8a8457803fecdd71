package io.chainbridge.shadow.governance;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Rule 12: the performance budget of Shadow Mode is one, is not loosened unseen, and what it
 * measures is tested. Whether a service keeps it is for the load simulations to say.
 */
final class PerformanceBudget implements Rule {
  private static final List<Function<Checkout, Examination>> CHECKS =
      List.of(RuleNames::examine, BudgetAgreement::examine);

  private static final List<BiFunction<Checkout, Changes.Known, Examination>> CHECKS_OF_CHANGES =
      List.of(ApprovedChanges::examine, TestsOfNewFiles::examine);

  @Override
  public int id() {
    return 12;
  }

  @Override
  public String title() {
    return "Shadow Mode Performance Budget Enforcement";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public String looksAt() {
    return "budgets, contracts and schemas of Shadow Mode";
  }

  @Override
  public Examination examine(Checkout checkout) {
    List<Examination> parts = new ArrayList<>();
    CHECKS.forEach(check -> parts.add(check.apply(checkout)));
    if (checkout.changes() instanceof Changes.Known changes) {
      CHECKS_OF_CHANGES.forEach(check -> parts.add(check.apply(checkout, changes)));
    } else {
      parts.add(new Examination(0, List.of(RuleOfChanges.undecided(checkout.changes()))));
    }
    return new Examination(
        parts.stream().mapToInt(Examination::looked).sum(),
        parts.stream().flatMap(part -> part.findings().stream()).toList());
  }
}
