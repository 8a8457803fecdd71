package io.chainbridge.shadow.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.chainbridge.shadow.trend.PastRun;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TunerTest {
  private static final String P95 = "'p95_latency_ms': 75";
  private static final String OWN = "'p95_latency_ms': 50";

  @Test
  void aLimitOfAllIsTheLoosestThatOneAsksForInBothFiles() {
    Proposal proposal = propose(Gates.ruled(P95, "", ""), 12, 24);
    assertDecided(proposal, "all 75 -> 30 ASKED");
    assertThat(proposal.after().budgets().text())
        .isEqualTo(proposal.before().budgets().text().replace("75", "30"));
    assertThat(proposal.after().rules().orElseThrow().text())
        .isEqualTo(proposal.before().rules().orElseThrow().text().replace("75", "30"));
  }

  @Test
  void withoutARuleTheFileChangesAlone() {
    Proposal proposal = propose(Gates.unruled(P95, "", ""), 12, 24);
    assertDecided(proposal, "all 75 -> 30 ASKED");
    assertThat(proposal.patches()).hasSize(1);
  }

  @Test
  void anEndpointsOwnLimitIsItsOwn() {
    assertDecided(
        propose(Gates.ruled(P95, OWN, ""), 12, 24), "all 75 -> 30 ASKED", "stats 50 -> 15 ASKED");
  }

  @Test
  void ruleTwelveIsNeverStricterThanAnEndpointsOwn() {
    assertDecided(
        propose(Gates.ruled(P95, OWN, ""), 32, 12),
        "all 75 -> 40 LOOSEST_OWN",
        "stats 50 -> 40 ASKED");
    assertDecided(
        propose(Gates.unruled(P95, OWN, ""), 32, 12), "all 75 -> 15 ASKED", "stats 50 -> 40 ASKED");
  }

  @Test
  void whereEachHasItsOwnTheRuleFollowsTheLoosest() {
    assertDecided(
        propose(Gates.ruled(P95, OWN, OWN), 12, 24),
        "all 75 -> 30 LOOSEST_OWN",
        "stats 50 -> 15 ASKED",
        "events 50 -> 30 ASKED");
    assertDecided(
        propose(Gates.unruled(P95, OWN, OWN), 12, 24),
        "all 75 -> 75 NOT_IN_USE",
        "stats 50 -> 15 ASKED",
        "events 50 -> 30 ASKED");
    assertDecided(
        Gates.propose(Gates.ruled(P95, OWN, OWN), Gates.TERMS, List.of()),
        "all 75 -> 75 NOT_IN_USE",
        "stats 50 -> 50 TOO_FEW_RUNS",
        "events 50 -> 50 TOO_FEW_RUNS");
  }

  @Test
  void noLimitRisesUnasked() {
    assertDecided(
        propose(Gates.ruled(P95, OWN, ""), 70, 70), "all 75 -> 75 LOOSER", "stats 50 -> 50 LOOSER");
  }

  @Test
  void aLimitThatMayRiseTakesTheRuleWithIt() {
    assertDecided(
        Gates.propose(Gates.ruled(P95, OWN, ""), Gates.terms(true), Gates.p95(30, 72, 12)),
        "all 75 -> 90 LOOSEST_OWN",
        "stats 50 -> 90 ASKED");
    assertDecided(
        Gates.propose(
            Gates.ruled(P95, "'p95_latency_ms': 72", ""), Gates.terms(true), Gates.p95(30, 62, 12)),
        "all 75 -> 78 LOOSEST_OWN",
        "stats 72 -> 78 ASKED");
  }

  @ParameterizedTest
  @CsvSource({"57, 75 -> 75 TOO_NEAR", "56, 75 -> 70 ASKED", "60, 75 -> 75 SAME"})
  void whatIsNearIsNoise(double figure, String decision) {
    assertDecided(propose(Gates.ruled(P95, "", ""), figure, figure), "all " + decision);
  }

  @Test
  void fewRunsProposeNothing() {
    assertDecided(
        Gates.propose(Gates.ruled(P95, "", ""), Gates.TERMS, Gates.p95(19, 12, 12)),
        "all 75 -> 75 TOO_FEW_RUNS");
    assertDecided(
        Gates.propose(Gates.ruled(P95, "", ""), Gates.TERMS, Gates.p95(20, 12, 12)),
        "all 75 -> 15 ASKED");
  }

  @Test
  void fewRunsOnOneTargetAreNotOutvotedByAnother() {
    List<PastRun> runs = new ArrayList<>(Gates.p95(30, 12, 12));
    runs.add(
        Gates.run(
            40, Gates.subject("http://h", "main"), Gates.measured("stats", "p95_latency_ms", 70)));
    Proposal proposal = Gates.propose(Gates.ruled(P95, "", ""), Gates.TERMS, runs);
    assertDecided(proposal, "all 75 -> 75 TOO_FEW_RUNS");
    assertThat(Why.of(proposal.decisions().get(0), Gates.TERMS))
        .isEqualTo("stays: 1 run of stats, Probe on http://h, 2026-02-10 to 2026-02-10; 20 needed");
  }

  @Test
  void whereTheLoosestOfTheirOwnStaysTheRuleDoes() {
    String own = "'p95_latency_ms': 75";
    assertDecided(
        propose(Gates.ruled(P95, own, own), 30, 60),
        "all 75 -> 75 NOT_IN_USE",
        "stats 75 -> 38 ASKED",
        "events 75 -> 75 SAME");
  }

  /** Fast answers to few users after slow ones to many are no service that has become faster. */
  @Test
  void anotherLoadIsNoChangeOfLevel() {
    List<PastRun> runs =
        IntStream.range(0, 80)
            .mapToObj(
                day ->
                    Gates.run(
                        day,
                        Gates.subject("embedded", "main", day < 50 ? "many users" : "few"),
                        Gates.measured("stats", "p95_latency_ms", (day < 50 ? 50 : 12) + day % 3),
                        Gates.measured("events", "p95_latency_ms", 12 + day % 3)))
            .toList();
    Proposal proposal = Gates.propose(Gates.ruled(P95, "", ""), Gates.TERMS, runs);
    assertDecided(proposal, "all 75 -> 65 ASKED");
    assertThat(proposal.decisions().get(0).asks())
        .extracting(Ask::runs, Ask::changed)
        .containsExactly(tuple(80, false), tuple(80, false));
  }

  @Test
  void anOldLevelDoesNotCount() {
    List<PastRun> runs =
        IntStream.range(0, 70)
            .mapToObj(
                day ->
                    Gates.run(
                        day,
                        Gates.subject("embedded", "main"),
                        Gates.measured("stats", "p95_latency_ms", (day < 40 ? 50 : 20) + day % 3),
                        Gates.measured("events", "p95_latency_ms", 12 + day % 3)))
            .toList();
    Proposal proposal = Gates.propose(Gates.ruled(P95, "", ""), Gates.TERMS, runs);
    assertDecided(proposal, "all 75 -> 28 ASKED");
    assertThat(proposal.decisions().get(0).asks())
        .extracting(Ask::runs, Ask::changed)
        .containsExactly(tuple(30, true), tuple(70, false));
  }

  @Test
  void theQuantileLeavesOutAnOutlier() {
    List<PastRun> runs = new ArrayList<>(Gates.p95(39, 12, 12));
    runs.add(
        Gates.run(
            39,
            Gates.subject("embedded", "main"),
            Gates.measured("stats", "p95_latency_ms", 900),
            Gates.measured("events", "p95_latency_ms", 12)));
    assertDecided(Gates.propose(Gates.ruled(P95, "", ""), Gates.TERMS, runs), "all 75 -> 15 ASKED");
  }

  /** A run of 20 requests fails by one of them under a limit of 5 % as under any below it. */
  @ParameterizedTest
  @CsvSource({
    "0.05, 0, 20, 0.05 -> 0.05 NOT_TOLD",
    "0.05, 0, 200, 0.05 -> 0.005 FINEST",
    "0.05, 0, 100000, 0.05 -> 0.001 FINEST",
    "0.05, 0.01, 1000, 0.05 -> 0.013 ASKED",
    "0.05, 0.05, 20, 0.05 -> 0.05 LOOSER",
    "0.01, 0, 20, 0.01 -> 0.01 NOT_TOLD",
  })
  void aFailureRateGoesNoLowerThanItsRunsCanTell(
      String limit, double rate, long requests, String decision) {
    assertDecided(
        Gates.propose(
            Gates.unruled("'max_failure_rate': " + limit, "", ""),
            Gates.TERMS,
            same("max_failure_rate", rate, requests)),
        "all " + decision);
  }

  @ParameterizedTest
  @CsvSource({"p95_latency_ms, 0, 75 -> 1 FINEST", "max_response_size_kb, 0, 75 -> 0.5 FINEST"})
  void noLimitBecomesZero(String limit, double figure, String decision) {
    assertDecided(
        Gates.propose(
            Gates.unruled("'%s': 75".formatted(limit), "", ""),
            Gates.TERMS,
            same(limit, figure, 20)),
        "all " + decision);
  }

  @Test
  void aLimitIsAboveTheQuantileEvenWithoutHeadroom() {
    Terms none = new Terms(new BigDecimal("0.95"), BigDecimal.ZERO, 20, false);
    assertDecided(
        Gates.propose(Gates.ruled(P95, "", ""), none, Gates.p95(30, 12, 12)), "all 75 -> 13 ASKED");
  }

  private static List<PastRun> same(String limit, double figure, long requests) {
    return IntStream.range(0, 30)
        .mapToObj(
            day ->
                Gates.run(
                    day,
                    Gates.subject("embedded", "main"),
                    Gates.measured("stats", limit, figure, requests),
                    Gates.measured("events", limit, figure, requests)))
        .toList();
  }

  private static Proposal propose(GateText text, double stats, double events) {
    return Gates.propose(text, Gates.TERMS, Gates.p95(30, stats, events));
  }

  private static void assertDecided(Proposal proposal, String... decisions) {
    assertThat(proposal.decisions().stream().map(TunerTest::text))
        .containsExactlyElementsOf(Stream.of(decisions).toList());
    assertThat(proposal.decisions())
        .allSatisfy(decision -> assertThat(Why.of(decision, Gates.TERMS)).isNotBlank());
  }

  private static String text(Decision decision) {
    return "%s %s -> %s %s"
        .formatted(
            Words.whose(decision.place()),
            NumberEdits.text(decision.place().now()),
            NumberEdits.text(decision.figure()),
            decision.reason());
  }
}
