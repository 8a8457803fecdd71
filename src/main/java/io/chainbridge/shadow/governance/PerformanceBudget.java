package io.chainbridge.shadow.governance;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Rule 12: the performance budget of Shadow Mode is one, is not loosened unseen, and what it
 * measures is tested. Whether a service keeps it is for the load simulations to say.
 *
 * @param looksAt what the checks look at
 * @param checks its parts that need the files alone
 * @param checksOfChanges its parts that need to know what changed
 */
record PerformanceBudget(
    String looksAt,
    List<Function<Checkout, Examination>> checks,
    List<BiFunction<Checkout, Changes.Known, Examination>> checksOfChanges)
    implements Rule {

  /** All of it. */
  PerformanceBudget() {
    this(
        "budgets, contracts and schemas of Shadow Mode",
        List.of(RuleNames::examine, BudgetAgreement::examine, DriftFields::examine),
        List.of(ApprovedChanges::examine, TestsOfNewFiles::examine));
  }

  /** What of it makes a model a danger unseen. */
  static PerformanceBudget ofDrift() {
    return new PerformanceBudget(
        "the statistics of Shadow Mode", List.of(DriftFields::examine), List.of());
  }

  @Override
  public Description description() {
    return new Description(
        12, "Shadow Mode Performance Budget Enforcement", Severity.ERROR, looksAt);
  }

  @Override
  public Examination examine(Checkout checkout) {
    List<Examination> parts = new ArrayList<>();
    checks.forEach(check -> parts.add(check.apply(checkout)));
    if (checkout.changes() instanceof Changes.Known changes) {
      checksOfChanges.forEach(check -> parts.add(check.apply(checkout, changes)));
    } else if (!checksOfChanges.isEmpty()) {
      parts.add(new Examination(0, List.of(RuleOfChanges.undecided(checkout.changes()))));
    }
    return new Examination(
        parts.stream().mapToInt(Examination::looked).sum(),
        parts.stream().flatMap(part -> part.findings().stream()).toList());
  }
}
