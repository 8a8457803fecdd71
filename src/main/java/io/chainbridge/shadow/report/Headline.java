package io.chainbridge.shadow.report;

import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.verdict.Evidence;
import io.chainbridge.shadow.verdict.Outcome;
import io.chainbridge.shadow.verdict.Verdict;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * What a reader sees first.
 *
 * @param tone of the verdict
 * @param verdict in a word or two
 * @param limits how many limits are met
 * @param proof how much of that the sample proves; empty if chance plays no part
 * @param facts what was measured, where and when
 */
record Headline(Tone tone, String verdict, String limits, String proof, List<Fact> facts) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

  /**
   * One line of the page's head.
   *
   * @param foreign whether the text may be in any script and direction
   */
  record Fact(String name, String text, boolean foreign) {}

  static Headline of(RunRecord run, Verdict verdict) {
    List<Fact> facts =
        new ArrayList<>(
            List.of(
                new Fact("Gate", Quoted.line(run.gate()), true),
                new Fact("Target", TargetText.of(run, Quoted::line), true),
                new Fact("Commit", run.commit().map(Quoted::line).orElse("not known"), true),
                new Fact(
                    "When", when(run.startedAt()) + ", for " + Lengths.of(run.duration()), false),
                new Fact("Load", run.load().description(), false),
                new Fact("Run", Quoted.line(run.runId()), true)));
    SharesText.of(run)
        .ifPresent(shares -> facts.add(new Fact("Shares", Quoted.line(shares), true)));
    Sentences.stop(run)
        .ifPresent(reason -> facts.add(new Fact("Ended", "early: " + Quoted.line(reason), true)));
    return new Headline(
        Tone.of(verdict.status()),
        word(verdict.status()) + VerdictText.consequence(verdict),
        limits(verdict),
        proof(verdict),
        List.copyOf(facts));
  }

  private static String when(Instant start) {
    return TIME.format(start);
  }

  static String word(Verdict.Status status) {
    return switch (status) {
      case PASSED -> "Passed";
      case BREACHED -> "Breached";
      case INCONCLUSIVE -> "Inconclusive";
      case INVALID -> "Invalid";
      case NO_DATA -> "No data";
      case INCOMPLETE -> "Incomplete";
      case INTERRUPTED -> "Interrupted";
    };
  }

  private static String limits(Verdict verdict) {
    long met = verdict.outcomes().stream().filter(Outcome::passed).count();
    return "%s of %s limits met"
        .formatted(Figures.count(met), Figures.count(verdict.outcomes().size()));
  }

  private static String proof(Verdict verdict) {
    List<Evidence.Proportion> claims =
        verdict.outcomes().stream()
            .map(Outcome::evidence)
            .filter(Evidence.Proportion.class::isInstance)
            .map(Evidence.Proportion.class::cast)
            .toList();
    long settled =
        claims.stream().filter(claim -> claim.proof() != Evidence.Proof.NOT_PROVEN).count();
    return claims.isEmpty()
        ? ""
        : "this sample proves or refutes %s of the %s on latency and failures"
            .formatted(
                settled == 0 ? "none" : Figures.count(settled), Figures.count(claims.size()));
  }
}
