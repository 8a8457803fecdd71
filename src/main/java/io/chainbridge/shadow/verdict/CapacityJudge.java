package io.chainbridge.shadow.verdict;

import io.chainbridge.shadow.budget.Gate;
import io.chainbridge.shadow.record.Ending;
import io.chainbridge.shadow.record.Phase;
import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.settings.Pace;
import io.chainbridge.shadow.verdict.Outcome.Result;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Finds the highest rate that meets the budgets between those that were tried. Of a rate that was
 * tried twice the later try counts, and none at all whose arrivals were not made as planned.
 * Without a limit for the capacity the first rate of the search is the least that must be met.
 */
final class CapacityJudge {
  private CapacityJudge() {}

  static void judge(RunRecord record, Gate gate, List<Outcome> outcomes, List<Finding> findings) {
    Finding.Capacity capacity = capacity(record, gate);
    findings.add(capacity);
    double least =
        gate.shapes()
            .minCapacityRps()
            .orElseGet(() -> ((Pace.Search) record.load().pace()).startRate());
    Result result = result(least, capacity, record);
    outcomes.add(
        new Outcome(
            "",
            "",
            Outcome.MIN_CAPACITY,
            least,
            result == Result.NO_DATA ? OptionalDouble.empty() : capacity.meets(),
            result,
            new Evidence.None()));
  }

  /**
   * A search that was stopped, or was not allowed to try the rate, does not show a breach of it.
   */
  private static Result result(double least, Finding.Capacity capacity, RunRecord record) {
    if (capacity.meets().orElse(0) >= least) {
      return Result.MET;
    }
    boolean complete = record.ending().kind() == Ending.Kind.COMPLETE;
    boolean breached =
        capacity.breaks().isPresent() && (complete || capacity.breaks().getAsDouble() <= least);
    return breached ? Result.BREACHED : Result.NO_DATA;
  }

  private static Finding.Capacity capacity(RunRecord record, Gate gate) {
    Map<Double, List<Outcome>> broken = new LinkedHashMap<>();
    List<Outcome> all = new ArrayList<>();
    for (Phase tried : record.phases()) {
      if (tried.judged()) {
        List<Outcome> outcomes = Judge.outcomes(tried, gate, Resolution.noise(record));
        all.addAll(outcomes);
        if (Wholeness.tells(record, tried, outcomes)) {
          broken.put(tried.rate(), outcomes.stream().filter(Outcome::broke).toList());
        }
      }
    }
    Optional<Double> breaks =
        broken.entrySet().stream()
            .filter(entry -> !entry.getValue().isEmpty())
            .map(Map.Entry::getKey)
            .min(Double::compare);
    double below = breaks.orElse(Double.POSITIVE_INFINITY);
    OptionalDouble meets =
        broken.entrySet().stream()
            .filter(entry -> entry.getValue().isEmpty())
            .mapToDouble(Map.Entry::getKey)
            .filter(rate -> rate < below)
            .max();
    return new Finding.Capacity(
        meets,
        breaks.map(OptionalDouble::of).orElseGet(OptionalDouble::empty),
        breaks.map(broken::get).orElse(List.of()),
        all);
  }
}
