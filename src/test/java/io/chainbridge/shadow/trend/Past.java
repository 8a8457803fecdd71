package io.chainbridge.shadow.trend;

import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.settings.Shape;
import io.chainbridge.shadow.verdict.Outcome;
import io.chainbridge.shadow.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Runs of the past, of one endpoint and two limits. */
public final class Past {
  /** Of the first run. */
  public static final Instant START = Instant.parse("2026-01-01T06:00:00Z");

  public static final Subject MAIN =
      new Subject(
          "shadow",
          Shape.PROBE,
          Subject.EMBEDDED,
          Optional.of("closed model, 1 user, 20 requests per endpoint"),
          Optional.of("main"));

  private Past() {}

  /** The run of a day, counted from 0, whose p95 that was. */
  public static PastRun run(int day, double p95) {
    return run(MAIN, day, p95);
  }

  public static PastRun run(Subject subject, int day, double p95) {
    return new PastRun(
        "run-%05d".formatted(day),
        START.plus(Duration.ofDays(day)),
        subject,
        Optional.of("%040x".formatted(day)),
        p95 < 75 ? Verdict.Status.PASSED : Verdict.Status.BREACHED,
        Stream.of("stats", "events")
            .flatMap(
                endpoint ->
                    Stream.of(
                        outcome(endpoint, "p95_latency_ms", 75, p95),
                        outcome(endpoint, "p99_latency_ms", 120, 40),
                        outcome(endpoint, "max_response_size_kb", 25, 0.42),
                        outcome(endpoint, "max_failure_rate", 0.05, 0),
                        outcome(endpoint, Outcome.CONTRACT, 0, 0)))
            .toList());
  }

  private static PastOutcome outcome(
      String endpoint, String limit, double budget, double measured) {
    boolean met = measured < budget || measured == 0;
    return new PastOutcome(
        "",
        endpoint,
        limit,
        budget,
        OptionalDouble.of(measured),
        met ? Outcome.Result.MET : Outcome.Result.BREACHED,
        20);
  }

  /** So many runs a day apart whose figures all scatter; those of latency rise halfway by 30 %. */
  public static Stream<PastRun> scattered(int runs) {
    return IntStream.range(0, runs)
        .parallel()
        .mapToObj(day -> scattered(day, day < runs / 2 ? 1 : 1.3));
  }

  private static PastRun scattered(int day, double level) {
    SplittableRandom random = new SplittableRandom(day);
    PastRun run = run(day, 20);
    return new PastRun(
        run.runId(),
        run.startedAt(),
        run.subject(),
        run.commit(),
        run.verdict(),
        run.outcomes().stream()
            .map(
                outcome -> {
                  double scatter = 1 + 0.2 * random.nextDouble();
                  double most = outcome.limit().endsWith("_ms") ? level * scatter : scatter;
                  return outcome(
                      outcome.endpoint(),
                      outcome.limit(),
                      outcome.budget(),
                      outcome.measured().orElseThrow() * most);
                })
            .toList());
  }

  /** What a past run measured, as a part of what the run measures that they come before. */
  public interface Course {
    double part(PastOutcome outcome, int runsAgo);
  }

  /** So many runs before one, a day apart, of which the last was the day before it. */
  public static List<PastRun> before(
      RunRecord run, Verdict verdict, String branch, String commit, int runs, Course course) {
    PastRun last = PastRun.of(run.withBranch(Optional.of(branch)), verdict);
    return IntStream.iterate(runs, ago -> ago > 0, ago -> ago - 1)
        .mapToObj(
            ago ->
                new PastRun(
                    "before-%05d".formatted(ago),
                    last.startedAt().minus(Duration.ofDays(ago)),
                    last.subject(),
                    Optional.of(commit + ago),
                    Verdict.Status.PASSED,
                    last.outcomes().stream()
                        .filter(outcome -> outcome.measured().isPresent())
                        .map(
                            outcome ->
                                new PastOutcome(
                                    outcome.phase(),
                                    outcome.endpoint(),
                                    outcome.limit(),
                                    outcome.budget(),
                                    OptionalDouble.of(
                                        outcome.measured().orElseThrow()
                                            * course.part(outcome, ago)),
                                    Outcome.Result.MET,
                                    outcome.requests()))
                        .toList()))
        .toList();
  }

  /** A series as runs, one a day. */
  public static List<PastRun> daily(double... p95s) {
    return IntStream.range(0, p95s.length).mapToObj(day -> run(day, p95s[day])).toList();
  }
}
