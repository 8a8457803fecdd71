package io.chainbridge.shadow.notice;

import static io.chainbridge.shadow.record.RunSample.complete;
import static io.chainbridge.shadow.record.RunSample.endpoint;
import static io.chainbridge.shadow.record.RunSample.gate;
import static io.chainbridge.shadow.record.RunSample.ko;
import static io.chainbridge.shadow.record.RunSample.measured;
import static io.chainbridge.shadow.record.RunSample.ok;

import io.chainbridge.shadow.budget.Endpoint;
import io.chainbridge.shadow.budget.Gate;
import io.chainbridge.shadow.budget.Limit;
import io.chainbridge.shadow.record.EndpointRecord;
import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.trend.Past;
import io.chainbridge.shadow.trend.PastOutcome;
import io.chainbridge.shadow.trend.PastRun;
import io.chainbridge.shadow.trend.RunTrend;
import io.chainbridge.shadow.verdict.Outcome;
import io.chainbridge.shadow.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;

/** Runs to tell of, after others. */
final class Told {
  private static final Map<Limit, Double> LIMITS =
      Map.of(
          Limit.P95_LATENCY_MS, 75.0,
          Limit.P99_LATENCY_MS, 120.0,
          Limit.MAX_RESPONSE_SIZE_KB, 25.0,
          Limit.MAX_FAILURE_RATE, 0.05);

  /** Words of a service, a branch or a file that must not become marks of a channel. */
  static final String HOSTILE =
      "<!channel> <@U1> &lt; *b* `c` [x](https://evil.example) https://evil.example <at>all</at>"
          + " www.evil.example \u202e\u0000\r\n::error::é東";

  static final Endpoint STATS = endpoint("stats", LIMITS);
  static final Endpoint EVENTS = endpoint("events", LIMITS);

  private final RunRecord record;
  private final Gate gate;
  private final List<PastRun> past = new ArrayList<>();
  private String branch = "main";

  private Told(Gate gate, RunRecord record) {
    this.gate = gate;
    this.record = record;
  }

  /** Of stats at a p95, beside events that keep their budgets. */
  static Told stats(long p95) {
    return new Told(
        gate(STATS, EVENTS), complete(measured(STATS, ok(300, p95)), measured(EVENTS, ok(300, 7))));
  }

  /** Whose stats answer nothing but errors. */
  static Told failing(String message) {
    return new Told(
        gate(STATS, EVENTS),
        complete(measured(STATS, ko(300, 2, message)), measured(EVENTS, ok(300, 7))));
  }

  /** Of a run that was made otherwise, of stats and events. */
  static Told run(RunRecord record) {
    return new Told(gate(STATS, EVENTS), record);
  }

  /** Of so many endpoints with long names, whose words are hostile and which are all broken. */
  static Told crowd(int endpoints) {
    List<Endpoint> all =
        IntStream.range(0, endpoints)
            .mapToObj(number -> endpoint((HOSTILE + "|".repeat(300)) + number, LIMITS))
            .toList();
    return new Told(
        gate(all.toArray(Endpoint[]::new)),
        complete(
            all.stream()
                .map(endpoint -> measured(endpoint, ok(18, 90), ko(2, 90, HOSTILE)))
                .toArray(EndpointRecord[]::new)));
  }

  Told onBranch(String name) {
    branch = name;
    return this;
  }

  /** After a run with the same limits, in which only those of some endpoints were broken. */
  Told afterBroken(String... endpoints) {
    Set<String> broken = Set.of(endpoints);
    return after(
        Verdict.Status.BREACHED,
        outcome ->
            broken.contains(outcome.endpoint()) && outcome.limit().equals("p95_latency_ms")
                ? with(outcome, 89, Outcome.Result.BREACHED, 300)
                : with(outcome, outcome.budget() / 2, Outcome.Result.MET, 300));
  }

  /** After a run that passed with half of each budget left. */
  Told afterPassed() {
    return afterPassed(0.5);
  }

  /** After a run that passed and had used a share of each budget. */
  Told afterPassed(double used) {
    return after(
        Verdict.Status.PASSED,
        outcome -> with(outcome, used * outcome.budget(), Outcome.Result.MET, 300));
  }

  /** After a run with another verdict whose limits all came to the same. */
  Told after(Verdict.Status verdict, Outcome.Result result, int requests) {
    return after(verdict, outcome -> with(outcome, outcome.budget() / 2, result, requests));
  }

  /** After runs a day apart of which only the newest are broken; the budgets come nearer. */
  Told afterGrowth(int runs, Past.Course course) {
    Verdict verdict = Verdict.of(record, gate);
    past.addAll(Past.before(record, verdict, branch, "c0ffee0000-", runs, course));
    return this;
  }

  private interface Change {
    PastOutcome of(PastOutcome outcome);
  }

  private Told after(Verdict.Status status, Change change) {
    past.add(
        new PastRun(
            "",
            record.startedAt(),
            now().subject(),
            Optional.empty(),
            status,
            now().outcomes().stream().map(change::of).toList()));
    return this;
  }

  private static PastOutcome with(
      PastOutcome outcome, double measured, Outcome.Result result, int requests) {
    return new PastOutcome(
        outcome.phase(),
        outcome.endpoint(),
        outcome.limit(),
        outcome.budget(),
        result == Outcome.Result.NO_DATA ? OptionalDouble.empty() : OptionalDouble.of(measured),
        result,
        requests);
  }

  private PastRun now() {
    return PastRun.of(onBranch(), Verdict.of(record, gate));
  }

  /** The runs before it, an hour apart, on its branch. */
  private List<PastRun> before() {
    return IntStream.range(0, past.size())
        .mapToObj(
            i ->
                past.get(i).runId().isEmpty()
                    ? new PastRun(
                        "before-" + (past.size() - i),
                        record.startedAt().minusSeconds(3_600L * (past.size() - i)),
                        now().subject(),
                        past.get(i).commit(),
                        past.get(i).verdict(),
                        past.get(i).outcomes())
                    : past.get(i))
        .toList();
  }

  ToldRun run() {
    Verdict verdict = Verdict.of(record, gate);
    return ToldRun.of(onBranch(), verdict, RunTrend.of(onBranch(), verdict, before()));
  }

  private RunRecord onBranch() {
    return record.withBranch(Optional.of(branch));
  }
}
