package io.chainbridge.shadow.report;

import io.chainbridge.shadow.budget.BudgetHistory;
import io.chainbridge.shadow.budget.LimitChange;
import io.chainbridge.shadow.settings.Shape;
import io.chainbridge.shadow.trend.Past;
import io.chainbridge.shadow.trend.PastOutcome;
import io.chainbridge.shadow.trend.PastRun;
import io.chainbridge.shadow.trend.Subject;
import io.chainbridge.shadow.trend.Trend;
import io.chainbridge.shadow.verdict.Outcome;
import io.chainbridge.shadow.verdict.Verdict;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Histories of every kind. */
enum TrendSample {
  EMPTY,
  ONE_RUN,
  /** A step on main, a growth on another branch, and a looser budget. */
  THREE_BRANCHES,
  /** Runs that were cut short, or have no figures. */
  WITHOUT_FIGURES,
  TWELVE_BRANCHES,
  PHASES,
  /** Targets on a port of their own each time. */
  THIRTY_TARGETS,
  HOSTILE,
  /** 10 limits each, on 3 branches. */
  TEN_THOUSAND_RUNS;

  static final String MARKUP = "</script><img src=http://127.0.0.1:9/ onerror=alert(1)>\u202E'\"&";

  List<PastRun> runs() {
    Random random = new Random(1);
    return (switch (this) {
          case EMPTY -> Stream.<PastRun>empty();
          case ONE_RUN -> Stream.of(Past.run(0, 12));
          case THREE_BRANCHES -> threeBranches(random);
          case WITHOUT_FIGURES -> withoutFigures();
          case TWELVE_BRANCHES ->
              IntStream.range(0, 240)
                  .mapToObj(i -> run(branch("b" + i % 12), i, 20 + 2 * random.nextGaussian()));
          case PHASES -> IntStream.range(0, 40).mapToObj(i -> phased(i, random));
          case THIRTY_TARGETS ->
              IntStream.range(0, 30)
                  .mapToObj(
                      i ->
                          run(
                              new Subject(
                                  "shadow",
                                  Shape.LOAD,
                                  "http://h:" + (40_000 + i),
                                  Optional.empty(),
                                  Optional.empty()),
                              i,
                              12));
          case HOSTILE -> hostile();
          case TEN_THOUSAND_RUNS ->
              IntStream.range(0, 10_000)
                  .mapToObj(
                      i ->
                          run(
                              branch(List.of("main", "fix", "next").get(i % 3)),
                              i,
                              (i < 6_000 ? 20 : 26) + 2 * random.nextGaussian()));
        })
        .sorted(Comparator.comparing(PastRun::startedAt))
        .toList();
  }

  String html() {
    List<PastRun> runs = runs();
    return TrendPage.write(runs, Trend.of(runs), warnings(), budgets(), hasPage());
  }

  private List<String> warnings() {
    return this == HOSTILE ? List.of("x.json is skipped: " + MARKUP) : List.of();
  }

  private Predicate<String> hasPage() {
    return this == HOSTILE
        ? run -> true
        : run -> run.compareTo("run-00030") > 0 && this != TEN_THOUSAND_RUNS;
  }

  private Optional<BudgetHistory> budgets() {
    return switch (this) {
      case THREE_BRANCHES ->
          Optional.of(
              new BudgetHistory(
                  List.of(
                      version("[ALEX] Give events more time", change(75, 90)),
                      version("[ALEX] Be strict", change(100, 75)),
                      version("[ALEX] Write it down")),
                  Optional.of("the newest 100 are shown")));
      case HOSTILE ->
          Optional.of(
              new BudgetHistory(
                  List.of(
                      version(
                          MARKUP,
                          new LimitChange("p95 of " + MARKUP, Optional.empty(), figure(1)))),
                  Optional.of(MARKUP)));
      case ONE_RUN -> Optional.of(new BudgetHistory(List.of(), Optional.empty()));
      default -> Optional.empty();
    };
  }

  private static BudgetHistory.Version version(String subject, LimitChange... changes) {
    return new BudgetHistory.Version(
        Past.START,
        "0123456789abcdef0123456789abcdef01234567",
        subject,
        "budgets/shadow.json",
        List.of(changes),
        Optional.empty());
  }

  private static LimitChange change(int from, int to) {
    return new LimitChange("p95_latency_ms of stats", figure(from), figure(to));
  }

  private static Optional<BigDecimal> figure(int figure) {
    return Optional.of(new BigDecimal(figure));
  }

  private static Subject branch(String name) {
    return new Subject("shadow", Shape.PROBE, "embedded", Optional.empty(), Optional.of(name));
  }

  /** Every four hours. */
  private static PastRun run(Subject subject, int i, double p95) {
    PastRun run = Past.run(subject, i, p95);
    return new PastRun(
        run.runId(),
        Past.START.plus(Duration.ofHours(4L * i)),
        subject,
        run.commit(),
        run.verdict(),
        run.outcomes());
  }

  private static Stream<PastRun> threeBranches(Random random) {
    return IntStream.range(0, 180)
        .mapToObj(
            i ->
                switch (i % 3) {
                  case 0 ->
                      loosened(run(branch("main"), i, (i < 90 ? 40 : 52) + random.nextGaussian()));
                  case 1 -> run(branch("grows"), i, 30 + 0.15 * i + random.nextGaussian() / 2);
                  default -> run(branch("steady"), i, i == 89 ? 81 : 20 + random.nextGaussian());
                });
  }

  private static PastRun loosened(PastRun run) {
    List<PastOutcome> outcomes =
        run.outcomes().stream()
            .map(
                outcome ->
                    outcome.limit().equals("p95_latency_ms")
                            && run.runId().compareTo("run-00120") > 0
                        ? new PastOutcome(
                            "",
                            outcome.endpoint(),
                            outcome.limit(),
                            90,
                            outcome.measured(),
                            outcome.result(),
                            20)
                        : outcome)
            .toList();
    return with(run, run.verdict(), outcomes);
  }

  private static Stream<PastRun> withoutFigures() {
    return Stream.of(
        with(Past.run(0, 12), Verdict.Status.INTERRUPTED, Past.run(0, 12).outcomes()),
        with(Past.run(1, 12), Verdict.Status.INVALID, Past.run(1, 12).outcomes()),
        with(
            Past.run(2, 12),
            Verdict.Status.NO_DATA,
            List.of(
                new PastOutcome(
                    "",
                    "stats",
                    "p95_latency_ms",
                    75,
                    OptionalDouble.empty(),
                    Outcome.Result.NO_DATA,
                    0))));
  }

  private static PastRun phased(int i, Random random) {
    PastRun run =
        run(
            new Subject("shadow", Shape.STRESS, "http://h", Optional.empty(), Optional.of("main")),
            i,
            12);
    List<PastOutcome> outcomes = new ArrayList<>(run.outcomes());
    for (int step = 1; step <= 3; step++) {
      outcomes.add(
          new PastOutcome(
              "step " + step,
              "stats",
              "p95_latency_ms",
              75,
              OptionalDouble.of(20 * step + random.nextGaussian()),
              Outcome.Result.MET,
              300));
    }
    return with(run, run.verdict(), outcomes);
  }

  private static Stream<PastRun> hostile() {
    Subject subject =
        new Subject(
            "gate " + MARKUP,
            Shape.PROBE,
            "http://x/?q=" + MARKUP,
            Optional.empty(),
            Optional.of("b " + MARKUP));
    return IntStream.range(0, 30)
        .mapToObj(
            i -> {
              PastRun run = run(subject, i, i < 15 ? 20 : 40 + i % 3);
              return new PastRun(
                  Map.of(0, "..", 1, "javascript:alert(1)", 2, "../../x")
                      .getOrDefault(i, MARKUP + i),
                  run.startedAt(),
                  subject,
                  Optional.of("<i>" + MARKUP),
                  run.verdict(),
                  List.of(
                      new PastOutcome(
                          "phase " + MARKUP,
                          "stats " + MARKUP,
                          "p95_latency_ms",
                          75,
                          OptionalDouble.of(i < 15 ? 20 + i % 2 : 40 + i % 3),
                          Outcome.Result.MET,
                          20),
                      new PastOutcome(
                          "",
                          "",
                          "limit " + MARKUP,
                          1,
                          OptionalDouble.of(2),
                          Outcome.Result.BREACHED,
                          20)));
            });
  }

  private static PastRun with(PastRun run, Verdict.Status verdict, List<PastOutcome> outcomes) {
    return new PastRun(
        run.runId(), run.startedAt(), run.subject(), run.commit(), verdict, outcomes);
  }
}
