package io.chainbridge.shadow.notice;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.chainbridge.shadow.settings.Shape;
import io.chainbridge.shadow.trend.PastOutcome;
import io.chainbridge.shadow.trend.PastRun;
import io.chainbridge.shadow.trend.Trend;
import io.chainbridge.shadow.verdict.Outcome;
import io.chainbridge.shadow.verdict.Verdict;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The runs of one gate, load shape and branch in some time. Immutable.
 *
 * @param runs at least one, the oldest first
 * @param trends of their limits, the runs before included
 */
public record SummaryPart(
    String gate, Shape shape, Optional<String> branch, List<PastRun> runs, List<Trend> trends) {
  public SummaryPart {
    runs = List.copyOf(runs);
    trends = List.copyOf(trends);
  }

  /** A limit without its figures. */
  private record Limit(String phase, String endpoint, String limit) {
    static Limit of(PastOutcome outcome) {
      return new Limit(outcome.phase(), outcome.endpoint(), outcome.limit());
    }
  }

  /**
   * A limit that broke.
   *
   * @param last what became of it when it broke last
   * @param runs in which it did
   */
  record Broken(PastOutcome last, long runs) {}

  long passed() {
    return runs.stream().filter(SummaryPart::passed).count();
  }

  long broken() {
    return runs.stream().filter(PastRun::broke).count();
  }

  /** How many ended with each verdict that is neither, in the order in which they appear. */
  Map<Verdict.Status, Long> others() {
    return runs.stream()
        .filter(run -> !passed(run) && !run.broke())
        .collect(groupingBy(PastRun::verdict, LinkedHashMap::new, counting()));
  }

  private static boolean passed(PastRun run) {
    return run.verdict() == Verdict.Status.PASSED;
  }

  /** Runs in a row that broke their budgets, those that decided nothing aside. */
  int longestBroken() {
    return longest(PastRun::broke);
  }

  /** Runs in a row that passed, those that decided nothing aside. */
  int longestPassed() {
    return longest(SummaryPart::passed);
  }

  private int longest(Predicate<PastRun> wanted) {
    int longest = 0;
    int now = 0;
    for (PastRun run : runs) {
      if (passed(run) || run.broke()) {
        now = wanted.test(run) ? now + 1 : 0;
        longest = Math.max(longest, now);
      }
    }
    return longest;
  }

  /** The limits that broke, those of the most runs first. */
  List<Broken> brokenLimits() {
    Map<Limit, Broken> broken = new LinkedHashMap<>();
    telling()
        .forEach(
            outcome -> {
              if (outcome.result().broke()) {
                broken.merge(
                    Limit.of(outcome),
                    new Broken(outcome, 1),
                    (before, last) -> new Broken(last.last(), before.runs() + 1));
              }
            });
    return broken.values().stream()
        .sorted(Comparator.comparingLong(Broken::runs).reversed())
        .toList();
  }

  /** Of each limit that never broke where it was nearest to, those with the least left first. */
  List<PastOutcome> tightest() {
    Map<Limit, PastOutcome> tightest = new LinkedHashMap<>();
    Map<Limit, Boolean> broke = new HashMap<>();
    telling()
        .forEach(
            outcome -> {
              broke.merge(Limit.of(outcome), outcome.result().broke(), Boolean::logicalOr);
              if (outcome.result() == Outcome.Result.MET && outcome.headroom().isPresent()) {
                tightest.merge(
                    Limit.of(outcome),
                    outcome,
                    (one, other) -> left(one) <= left(other) ? one : other);
              }
            });
    return tightest.entrySet().stream()
        .filter(entry -> !broke.getOrDefault(entry.getKey(), false))
        .map(Map.Entry::getValue)
        .sorted(Comparator.comparingDouble(SummaryPart::left))
        .toList();
  }

  private static double left(PastOutcome outcome) {
    return outcome.headroom().orElseThrow();
  }

  private List<PastOutcome> telling() {
    return runs.stream()
        .filter(run -> run.tells() && run.asked())
        .flatMap(run -> run.outcomes().stream())
        .toList();
  }

  /** When the first of its runs was. */
  Instant first() {
    return runs.get(0).startedAt();
  }
}
