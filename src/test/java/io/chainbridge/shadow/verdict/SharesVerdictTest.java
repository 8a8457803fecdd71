package io.chainbridge.shadow.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.chainbridge.shadow.budget.BudgetFile;
import io.chainbridge.shadow.budget.Gate;
import io.chainbridge.shadow.record.Merge;
import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.record.ShardSample;
import io.chainbridge.shadow.record.ShardSample.Answer;
import io.chainbridge.shadow.settings.Shard;
import io.chainbridge.shadow.settings.Share;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a load is judged that several processes made. */
class SharesVerdictTest {
  /** A near region, one whose budget is wider, and one that answers wider still at one endpoint. */
  private static final String BUDGETS =
      """
      {"gate": "shadow", "limits": {"p95_latency_ms": 75, "max_failure_rate": 0.05},
       "regions": {
         "near": {},
         "far": {"limits": {"p95_latency_ms": 200}},
         "farther": {"limits": {"p95_latency_ms": 200},
                     "endpoints": {"events": {"limits": {"p95_latency_ms": 400}}}}},
       "endpoints": {"stats": {"method": "GET", "path": "/stats"},
                     "events": {"method": "GET", "path": "/events",
                                "limits": {"p95_latency_ms": 60}}}}
      """;

  @TempDir private Path folder;
  private Gate gate;

  @BeforeEach
  void readGate() throws IOException {
    Path file = Files.writeString(folder.resolve("budgets.json"), BUDGETS);
    gate = BudgetFile.readForJudging(file);
  }

  private static RunRecord region(String name, long extraMs) {
    List<Answer> answers =
        ShardSample.answers(4_000, 1).stream()
            .map(
                answer ->
                    new Answer(
                        answer.endpoint(),
                        answer.startMs(),
                        Math.min(40, answer.tookMs()) + extraMs,
                        true,
                        false))
            .toList();
    return ShardSample.record(new Share(Optional.of(name), Optional.empty()), answers);
  }

  private RunRecord merged(boolean allowMissing, RunRecord... records) {
    Merge merge = new Merge();
    for (RunRecord record : records) {
      merge.add(record.shares().made().get(0).share().toString(), record);
    }
    return merge.record(allowMissing, gate.regions().keySet());
  }

  private static List<String> figures(Verdict verdict) {
    return verdict.outcomes().stream()
        .filter(outcome -> outcome.limit().startsWith("p95"))
        .map(
            outcome ->
                "%s %s < %.0f: %s"
                    .formatted(
                        outcome.phase(), outcome.endpoint(), outcome.budget(), outcome.result()))
        .toList();
  }

  @Test
  void eachRegionIsJudgedByItsOwnLimitsAndAllTogetherByThoseTheyShare() {
    RunRecord run = merged(false, region("near", 0), region("far", 90), region("farther", 300));

    Verdict verdict = Verdict.of(run, gate);

    assertThat(figures(verdict))
        .containsExactly(
            "far stats < 200: MET",
            "far events < 200: MET",
            "farther stats < 200: BREACHED",
            "farther events < 400: MET",
            "near stats < 75: MET",
            "near events < 60: MET");
    assertThat(verdict.outcomes().stream().filter(o -> o.phase().isEmpty()).map(Outcome::limit))
        .containsExactly("max_failure_rate", "contract", "max_failure_rate", "contract");
    assertThat(verdict.status()).isEqualTo(Verdict.Status.BREACHED);
  }

  @Test
  void oneRegionByItselfIsJudgedByItsLimits() {
    Verdict verdict = Verdict.of(region("far", 90), gate);
    assertThat(figures(verdict)).containsExactly(" stats < 200: MET", " events < 200: MET");
    assertThat(verdict.status()).isEqualTo(Verdict.Status.PASSED);
  }

  @Test
  void aRegionOfTheBudgetFileThatIsNotThereIsMissing() {
    RunRecord run = merged(false, region("near", 0), region("far", 90));
    assertThat(Verdict.of(run, gate).status()).isEqualTo(Verdict.Status.INCOMPLETE);
    assertThat(Verdict.of(run, gate).reason()).isEqualTo("farther of the load is missing");
    RunRecord allowed = merged(true, region("near", 0), region("far", 90));
    assertThat(Verdict.of(allowed, gate).status()).isEqualTo(Verdict.Status.PASSED);
  }

  @Test
  void aShardByItselfIsIncompleteAndSaysWhoJudges() {
    RunRecord run =
        ShardSample.record(
            new Share(Optional.empty(), Optional.of(new Shard(2, 3))), ShardSample.answers(100, 1));
    Verdict verdict = Verdict.of(run, gate);
    assertThat(verdict.status()).isEqualTo(Verdict.Status.INCOMPLETE);
    assertThat(verdict.reason())
        .isEqualTo("shard 1/3, shard 3/3 of the load are missing: merge judges all of it together");
  }

  @Test
  void oneInjectorThatCouldNotKeepUpMakesTheWholeInvalid() {
    RunRecord slow = region("far", 90);
    RunRecord run =
        merged(false, region("near", 0), ShardSample.withoutKeepingUp(slow), region("farther", 90));
    Verdict verdict = Verdict.of(run, gate);
    assertThat(verdict.status()).isEqualTo(Verdict.Status.INVALID);
    assertThat(verdict.reason()).isEqualTo("the injector of far could not keep up");
  }

  @Test
  void shardsOfAnOpenModelThatWereNotThereAtOnceMakeTheWholeInvalid() {
    List<Answer> answers = ShardSample.answers(1_000, 1);
    List<Answer> later =
        answers.stream()
            .map(
                answer ->
                    new Answer(
                        answer.endpoint(), answer.startMs() + 60_000, answer.tookMs(), true, false))
            .toList();
    RunRecord run =
        merged(
            false,
            ShardSample.record(
                new Share(Optional.of("near"), Optional.of(new Shard(1, 2))), answers),
            ShardSample.record(new Share(Optional.of("near"), Optional.of(new Shard(2, 2))), later),
            region("far", 0),
            region("farther", 0));
    Verdict verdict = Verdict.of(run, gate);
    assertThat(verdict.status()).isEqualTo(Verdict.Status.INVALID);
    assertThat(verdict.reason())
        .isEqualTo(
            "shard 2/2 of near began 60.0 s after shard 1/2 of near, so that the load was never made at once; set startAt, or set it later");
  }
}
