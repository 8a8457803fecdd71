package io.chainbridge.shadow.tuning;

import io.chainbridge.shadow.settings.Shape;
import io.chainbridge.shadow.trend.PastOutcome;
import io.chainbridge.shadow.trend.PastRun;
import io.chainbridge.shadow.trend.Subject;
import io.chainbridge.shadow.verdict.Outcome;
import io.chainbridge.shadow.verdict.Verdict;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;

/** Gates of two endpoints, and runs of them. */
public final class Gates {
  static final Terms TERMS = terms(false);

  private static final Instant START = Instant.parse("2026-01-01T06:00:00Z");
  private static final Path BUDGETS = Path.of("budgets/shadow.json");
  private static final Path RULES = Path.of(".github/ALEX_RULES.json");

  private Gates() {}

  static Terms terms(boolean allowLooser) {
    return new Terms(new BigDecimal("0.95"), new BigDecimal("0.25"), 20, allowLooser);
  }

  /** A budget file in JSON with ' for quotes. */
  public static String budgets(String limits, String stats, String events) {
    return """
        {
          'gate': 'shadow',
          'limits': {%s},
          'endpoints': {
            'stats': {'method': 'GET', 'path': '/stats', 'limits': {%s}},
            'events': {'method': 'GET', 'path': '/events', 'limits': {%s}}
          }
        }
        """
        .formatted(limits, stats, events)
        .replace('\'', '"');
  }

  /** ALEX rules with that rule 12, in JSON with ' for quotes. */
  public static String rules(String limits) {
    return "{'rules': [{'id': 12, 'title': 'a', 'severity': 'ERROR', 'budgets': {%s}}]}\n"
        .formatted(limits)
        .replace('\'', '"');
  }

  /** With a rule that is about it. */
  static GateText ruled(String limits, String stats, String events) {
    return new GateText(
        new GateText.Source(BUDGETS, budgets(limits, stats, events)),
        Optional.of(new GateText.Source(RULES, rules(limits))));
  }

  /** Without. */
  static GateText unruled(String limits, String stats, String events) {
    return new GateText(
        new GateText.Source(BUDGETS, budgets(limits, stats, events)), Optional.empty());
  }

  /** A proposal by all of these runs. */
  static Proposal propose(GateText text, Terms terms, List<PastRun> runs) {
    Selection.Wanted wanted =
        new Selection.Wanted("shadow", Optional.empty(), Optional.empty(), Set.of(Shape.PROBE));
    return Proposal.of(text, Selection.of(runs, wanted), terms);
  }

  static Subject subject(String target, String branch) {
    return new Subject("shadow", Shape.PROBE, target, Optional.empty(), Optional.of(branch));
  }

  static Subject subject(String target, String branch, String load) {
    return new Subject("shadow", Shape.PROBE, target, Optional.of(load), Optional.of(branch));
  }

  /** A run of a day, counted from 0. */
  public static PastRun run(int day, Subject subject, PastOutcome... outcomes) {
    return new PastRun(
        "run-%05d".formatted(day),
        START.plus(Duration.ofDays(day)),
        subject,
        Optional.empty(),
        Verdict.Status.PASSED,
        Arrays.asList(outcomes));
  }

  /** Of 20 requests. */
  public static PastOutcome measured(String endpoint, String limit, double figure) {
    return measured(endpoint, limit, figure, 20);
  }

  static PastOutcome measured(String endpoint, String limit, double figure, long requests) {
    return new PastOutcome(
        "", endpoint, limit, 75, OptionalDouble.of(figure), Outcome.Result.MET, requests);
  }

  /** As many runs, a day each, of the same p95 of both endpoints, but for two ms up and down. */
  public static List<PastRun> p95(int runs, double stats, double events) {
    return IntStream.range(0, runs)
        .mapToObj(
            day ->
                run(
                    day,
                    subject("embedded", "main"),
                    measured("stats", "p95_latency_ms", stats - day % 3),
                    measured("events", "p95_latency_ms", events - day % 3)))
        .toList();
  }
}
