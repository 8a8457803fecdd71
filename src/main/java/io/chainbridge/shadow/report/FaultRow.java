package io.chainbridge.shadow.report;

import io.chainbridge.shadow.budget.Fault;
import io.chainbridge.shadow.budget.FaultKind;
import io.chainbridge.shadow.record.FaultInjection;
import io.chainbridge.shadow.record.FaultWindow;
import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.verdict.Outcome;
import io.chainbridge.shadow.verdict.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One fault of a run in a line.
 *
 * @param name of the fault
 * @param what went wrong
 * @param hit whom it hit, and how many
 * @param time from when until when, from the start of the run
 * @param limits each that held for those whom it hit, at the endpoint with the least headroom
 * @param recovery until all budgets held again
 * @param tone of what became of the limits
 * @param outcome held, or what broke
 */
record FaultRow(
    String name,
    String what,
    String hit,
    String time,
    String limits,
    String recovery,
    Tone tone,
    String outcome) {
  private static final String NONE = "-";

  /** What the columns are called, but for the tone. */
  static final List<String> HEAD =
      List.of("fault", "what", "hit", "time", "limits while it lasts", "recovery", "outcome");

  /** All that there were, in order of time; none in a run that was not about faults. */
  static List<FaultRow> of(RunRecord run, Verdict verdict) {
    return run.faults().map(FaultInjection::windows).orElse(List.of()).stream()
        .map(window -> of(window, verdict))
        .toList();
  }

  private static FaultRow of(FaultWindow window, Verdict verdict) {
    List<Outcome> outcomes =
        verdict.outcomesOf(Fault.phase(window.name())).stream()
            .filter(
                outcome ->
                    outcome.endpoint().isEmpty() || window.endpoints().contains(outcome.endpoint()))
            .toList();
    List<Outcome> broken = outcomes.stream().filter(outcome -> !outcome.passed()).toList();
    return new FaultRow(
        window.name(),
        what(window),
        hit(window),
        "%s to %s".formatted(seconds(window.start().toMillis()), seconds(window.end().toMillis())),
        limits(outcomes),
        recovery(outcomes),
        outcomes.isEmpty() ? Tone.NEUTRAL : Tone.of(outcomes),
        outcomes.isEmpty()
            ? "not judged"
            : broken.isEmpty() ? "held" : "broke: " + FindingText.broken(broken));
  }

  private static String what(FaultWindow window) {
    String parameters =
        window.parameters().entrySet().stream()
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining(", "));
    return parameters.startsWith(window.kind())
        ? parameters
        : parameters.isEmpty() ? window.kind() : "%s: %s".formatted(window.kind(), parameters);
  }

  private static String hit(FaultWindow window) {
    boolean database = window.kind().equals(FaultKind.DATABASE_LATENCY.key());
    String count =
        window.hit().isEmpty()
            ? ""
            : ", "
                + Figures.counted(
                    window.hit().getAsLong(),
                    database ? "statement" : "request",
                    database ? "statements" : "requests");
    return "%s of %s%s"
        .formatted(Figures.share(window.share()), String.join(" and ", window.endpoints()), count);
  }

  private static String limits(List<Outcome> outcomes) {
    Map<String, Outcome> nearest = new LinkedHashMap<>();
    outcomes.stream()
        .filter(outcome -> !outcome.endpoint().isEmpty())
        .filter(outcome -> !outcome.limit().equals(Outcome.CONTRACT))
        .forEach(outcome -> nearest.merge(outcome.limit(), outcome, FaultRow::worse));
    String limits =
        nearest.values().stream()
            .map(
                outcome ->
                    "%s %s of %s"
                        .formatted(
                            LimitName.of(outcome.limit()),
                            Figures.measured(outcome),
                            Figures.withUnit(outcome.limit(), outcome.budget())))
            .collect(Collectors.joining("; "));
    return limits.isEmpty() ? NONE : limits;
  }

  /** One without a figure is the worst. */
  private static Outcome worse(Outcome one, Outcome other) {
    return one.headroom().orElse(Double.NEGATIVE_INFINITY)
            <= other.headroom().orElse(Double.NEGATIVE_INFINITY)
        ? one
        : other;
  }

  private static String recovery(List<Outcome> outcomes) {
    return outcomes.stream()
        .filter(outcome -> outcome.limit().equals(Outcome.MAX_RECOVERY))
        .findFirst()
        .map(
            outcome ->
                "%s of %s"
                    .formatted(
                        Figures.measured(outcome),
                        Figures.withUnit(outcome.limit(), outcome.budget())))
        .orElse(NONE);
  }

  private static String seconds(long millis) {
    return Figures.withUnit(Outcome.MAX_RECOVERY, millis / 1e3);
  }

  /** As {@link #HEAD} says. */
  List<String> cells() {
    return List.of(name, what, hit, time, limits, recovery, outcome);
  }
}
