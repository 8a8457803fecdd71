package io.chainbridge.shadow.report;

import io.chainbridge.shadow.record.Phase;
import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.verdict.Drift;
import io.chainbridge.shadow.verdict.Finding;
import io.chainbridge.shadow.verdict.Outcome;
import io.chainbridge.shadow.verdict.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a load shape was run to find out, in a sentence each. */
final class FindingText {
  private static final int MOST_BROKEN = 3;

  private FindingText() {}

  /** In the verdict's order; none for a shape that looks for nothing. */
  static List<String> of(RunRecord run, Verdict verdict) {
    return verdict.findings().stream().map(finding -> of(run, finding)).toList();
  }

  static String of(RunRecord run, Finding finding) {
    if (finding instanceof Finding.Steps steps) {
      return steps(run, steps);
    }
    if (finding instanceof Finding.Capacity capacity) {
      return capacity(capacity);
    }
    if (finding instanceof Finding.Compared compared) {
      return DifferenceText.of(compared.comparison());
    }
    if (finding instanceof Finding.FaultRecovery recovery) {
      return recovery(recovery);
    }
    return finding instanceof Finding.RecoveryTime recovery
        ? recovery(recovery)
        : drift(((Finding.SoakDrift) finding).drift());
  }

  /** How much findings are worth, as the beginning of their sentences. */
  static String label(Verdict verdict) {
    return switch (verdict.status()) {
      case PASSED, BREACHED, INCONCLUSIVE, NO_DATA -> "Found";
      case INVALID, INCOMPLETE, INTERRUPTED -> "Found, though the run is " + verdict.status().key();
    };
  }

  private static String steps(RunRecord run, Finding.Steps steps) {
    String lastGood =
        steps.lastGood().map(step -> named(step.name(), step.rate())).orElse("no step");
    if (steps.firstBroken().isEmpty()) {
      int count = run.phases().size();
      boolean all = steps.lastGood().map(Finding.Step::name).equals(lastStep(run));
      if (!all) {
        return lastGood + " is the last that is known to hold";
      }
      return count == 1
          ? "the only step held: " + lastGood
          : "all %s steps held; the last was %s".formatted(Figures.count(count), lastGood);
    }
    Finding.Broken broken = steps.firstBroken().get();
    String what = named(broken.name(), broken.rate());
    return steps.lastGood().isEmpty()
        ? "the first step broke already: %s: %s".formatted(what, broken(broken.outcomes()))
        : "%s was the last good one; %s broke: %s"
            .formatted(lastGood, what, broken(broken.outcomes()));
  }

  private static Optional<String> lastStep(RunRecord run) {
    return run.phases().stream().map(Phase::name).reduce((earlier, later) -> later);
  }

  private static String named(String step, double rate) {
    return "%s (%s requests/s)".formatted(step, Figures.rate(rate));
  }

  private static String capacity(Finding.Capacity capacity) {
    String broken = " (%s)".formatted(broken(capacity.broken()));
    if (capacity.meets().isEmpty()) {
      return capacity.breaks().isEmpty()
          ? "no rate was tried to its end"
          : "not even %s requests/s meet the budgets%s"
              .formatted(Figures.rate(capacity.breaks().getAsDouble()), broken);
    }
    double meets = capacity.meets().getAsDouble();
    if (capacity.breaks().isEmpty()) {
      return "at least %s requests/s meet the budgets: the highest rate tried"
          .formatted(Figures.rate(meets));
    }
    double breaks = capacity.breaks().getAsDouble();
    return "%s requests/s meet the budgets, %s do not%s; the capacity is between the two, %s apart"
        .formatted(
            Figures.rate(meets),
            Figures.rate(breaks),
            broken,
            Figures.share((breaks - meets) / meets));
  }

  private static String recovery(Finding.RecoveryTime recovery) {
    String windows = " (three windows of %s in a row)".formatted(seconds(recovery.window()));
    return recovery
        .time()
        .map(
            time ->
                time.isZero()
                    ? "all budgets held as soon as the peak was over" + windows
                    : "all budgets held again %s after the peak%s"
                        .formatted(seconds(time), windows))
        .orElse("after the peak the budgets did not all hold again before the run ended");
  }

  private static String seconds(Duration duration) {
    return Figures.withUnit(Outcome.MAX_RECOVERY, duration.toMillis() / 1e3);
  }

  private static String recovery(Finding.FaultRecovery recovery) {
    String windows = " (three windows of %s in a row)".formatted(seconds(recovery.window()));
    return recovery
        .time()
        .map(
            time ->
                time.isZero()
                    ? "all budgets held as soon as %s was over%s"
                        .formatted(recovery.fault(), windows)
                    : "all budgets held again %s after %s%s"
                        .formatted(seconds(time), recovery.fault(), windows))
        .orElseGet(
            () ->
                "after %s the budgets did not all hold again while that was looked at"
                    .formatted(recovery.fault()));
  }

  private static String drift(Drift drift) {
    if (drift.change().isEmpty()) {
      return "%s: too little time or too few requests to tell whether latencies grow (%s blocks of requests; it takes %s)"
          .formatted(drift.endpoint(), Figures.count(drift.blocks()), Drift.LEAST_BLOCKS);
    }
    Drift.Change change = drift.change().get();
    String statistic = LimitName.of(change.statistic());
    String figures =
        "%s early, %s late, %s%s"
            .formatted(
                millis(change.early()),
                millis(change.late()),
                change.growth() > 0 ? "+" : "",
                Figures.percent(Math.round(change.growth() * 1_000) / 1_000.0));
    return drift.finding() == Drift.Finding.NONE
        ? "%s: no leak-like growth (%s: %s; %s)"
            .formatted(drift.endpoint(), statistic, figures, probability(change.pValue()))
        : "%s: leak-like growth: %s from %s early to %s late (+%s), %s, by Mann-Whitney and Mann-Kendall tests"
            .formatted(
                drift.endpoint(),
                statistic,
                millis(change.early()),
                millis(change.late()),
                Figures.percent(Math.round(change.growth() * 1_000) / 1_000.0),
                probability(change.pValue()));
  }

  private static String millis(Duration latency) {
    return Figures.withUnit("p50_latency_ms", latency.toNanos() / 1e6);
  }

  static String probability(double p) {
    return p < 0.0001 ? "p < 0.0001" : String.format(Locale.ROOT, "p = %.2g", p);
  }

  /** What did not hold: p95 and p99 of stats, contract of events and 3 more. */
  static String broken(List<Outcome> outcomes) {
    Map<String, List<String>> limits = new LinkedHashMap<>();
    outcomes.stream()
        .sorted(Sentences.CAUSES_FIRST)
        .limit(MOST_BROKEN)
        .forEach(
            outcome ->
                limits
                    .computeIfAbsent(outcome.endpoint(), unused -> new ArrayList<>())
                    .add(name(outcome)));
    String named =
        limits.entrySet().stream()
            .map(
                entry ->
                    String.join(" and ", entry.getValue())
                        + (entry.getKey().isEmpty() ? "" : " of " + entry.getKey()))
            .collect(Collectors.joining(", "));
    return outcomes.size() > MOST_BROKEN
        ? "%s and %s more".formatted(named, Figures.count(outcomes.size() - MOST_BROKEN))
        : named;
  }

  private static String name(Outcome outcome) {
    return LimitName.of(outcome.limit()).replace(" latency", "")
        + (outcome.result() == Outcome.Result.NO_DATA ? " (no data)" : "");
  }
}
