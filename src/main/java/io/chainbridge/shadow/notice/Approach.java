package io.chainbridge.shadow.notice;

import io.chainbridge.shadow.report.PastOutcomeText;
import io.chainbridge.shadow.report.TrendText;
import io.chainbridge.shadow.trend.PastOutcome;
import io.chainbridge.shadow.trend.PastRun;
import io.chainbridge.shadow.trend.Trend;
import io.chainbridge.shadow.verdict.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The budgets of a run that begin to be near: by what is left of them, or by a forecast. One that
 * was near, or broken, in any of the {@value #QUIET} runs before is not told again, so that a
 * figure which wavers is told once; and without a run before nothing can begin.
 */
final class Approach {
  /** Less of a budget is little. */
  static final double LEAST_HEADROOM = 0.1;

  /** Runs of which none may have been near. */
  static final int QUIET = 5;

  private Approach() {}

  /** A sentence for each budget. */
  static List<String> of(ToldRun told) {
    List<PastRun> past = told.newestFirst();
    List<String> sentences = new ArrayList<>();
    told.run().outcomes().stream()
        .filter(Approach::isNear)
        .filter(outcome -> begins(outcome, past))
        .map(PastOutcomeText::near)
        .forEach(sentences::add);
    told.trend().trends().stream()
        .filter(Approach::begins)
        .forEach(
            trend ->
                trend
                    .nearForecast()
                    .ifPresent(near -> sentences.add(TrendText.sentence(trend, near))));
    return sentences;
  }

  private static boolean isNear(PastOutcome outcome) {
    return outcome.result() == Outcome.Result.MET && outcome.headroom().orElse(1) < LEAST_HEADROOM;
  }

  private static boolean begins(PastOutcome outcome, List<PastRun> past) {
    List<PastOutcome> before =
        past.stream().flatMap(run -> run.outcomeLike(outcome).stream()).limit(QUIET).toList();
    return !before.isEmpty()
        && before.stream().noneMatch(one -> isNear(one) || one.result().broke());
  }

  private static boolean begins(Trend trend) {
    return trend.nearForecast().isPresent()
        && IntStream.rangeClosed(1, QUIET)
            .mapToObj(trend::before)
            .allMatch(before -> before.flatMap(Trend::nearForecast).isEmpty());
  }
}
