package io.chainbridge.shadow.pipeline;

import static io.chainbridge.shadow.pipeline.Job.Result.CANCELLED;
import static io.chainbridge.shadow.pipeline.Job.Result.FAILURE;
import static io.chainbridge.shadow.pipeline.Job.Result.SKIPPED;
import static io.chainbridge.shadow.pipeline.Job.Result.SUCCESS;
import static io.chainbridge.shadow.pipeline.JobsInTest.jobs;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.chainbridge.shadow.pipeline.Job.Result;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PipelineVerdictTest {
  private static final List<Result> RESULTS = List.of(Result.values());

  /** Whatever the five jobs came to: 1,024 combinations. */
  @Test
  void aChangePassesOnlyIfEveryJobDid() {
    for (int n = 0; n < 1024; n++) {
      Result[] results = combination(n);
      PipelineVerdict verdict = PipelineVerdict.of(jobs(true, results), Set.of(), Evidence.NONE);
      List<String> bad =
          Arrays.stream(results).anyMatch(r -> r == FAILURE || r == CANCELLED)
              ? names(results, FAILURE, CANCELLED)
              : names(results, SKIPPED);
      assertThat(verdict.passed()).as(Arrays.toString(results)).isEqualTo(bad.isEmpty());
      assertThat(verdict.reasons())
          .extracting(reason -> reason.substring(0, reason.indexOf(' ')))
          .as(Arrays.toString(results))
          .isEqualTo(bad);
    }
  }

  /** Nor do failures count less then. */
  @Test
  void ofAChangeThatConcernsNothingTheOthersMayBeSkipped() {
    for (int n = 0; n < 1024; n++) {
      Result[] results = combination(n);
      PipelineVerdict verdict = PipelineVerdict.of(jobs(false, results), Set.of(), Evidence.NONE);
      assertThat(verdict.reasons())
          .extracting(reason -> reason.substring(0, reason.indexOf(' ')))
          .as(Arrays.toString(results))
          .isEqualTo(names(results, FAILURE, CANCELLED));
      assertThat(verdict.unaffected()).isTrue();
    }
  }

  @Test
  void anOptionalJobMayBeSkippedButNotFail() {
    Set<String> optional = Set.of("shadow-api-tests");
    assertThat(
            PipelineVerdict.of(
                    jobs(true, SUCCESS, SUCCESS, SKIPPED, SUCCESS, SUCCESS),
                    optional,
                    Evidence.NONE)
                .passed())
        .isTrue();
    assertThat(
            PipelineVerdict.of(
                    jobs(true, SUCCESS, SUCCESS, FAILURE, SUCCESS, SKIPPED),
                    optional,
                    Evidence.NONE)
                .reasons())
        .containsExactly("shadow-api-tests failed");
  }

  @Test
  void aVerdictThatIsNotPassedBlocksWhateverTheJobSays() throws Exception {
    PipelineVerdict verdict =
        PipelineVerdict.of(
            jobs(true, SUCCESS, SUCCESS, SUCCESS, SUCCESS, SUCCESS),
            Set.of(),
            new Evidence(
                MissingNode.getInstance(),
                MissingNode.getInstance(),
                json("{'verdict': 'breached', 'reasons': ['stats p95: 89 ms']}"),
                Optional.empty()));
    assertThat(verdict.reasons()).containsExactly("the verdict is breached", "stats p95: 89 ms");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ERROR", "CRITICAL"})
  void aBrokenRuleIsSaidWithItsPlace(String severity) throws Exception {
    PipelineVerdict verdict =
        PipelineVerdict.of(
            jobs(true, FAILURE, SKIPPED, SKIPPED, SKIPPED, SKIPPED),
            Set.of(),
            governance(severity));
    assertThat(verdict.reasons())
        .containsExactly(
            "shadow-governance failed",
            "ALEX rule 4 at app/api_shadow.py:3: imports xgboost",
            "ALEX rule 4: too much");
  }

  @Test
  void aWarningBlocksNothing() throws Exception {
    assertThat(
            PipelineVerdict.of(
                    jobs(true, SUCCESS, SUCCESS, SUCCESS, SUCCESS, SUCCESS),
                    Set.of(),
                    governance("WARNING"))
                .passed())
        .isTrue();
  }

  private static Evidence governance(String severity) throws JsonProcessingException {
    return new Evidence(
        json(
            """
            {'rules': [{'id': 4, 'severity': '%s', 'findings': [
              {'kind': 'violation', 'path': 'app/api_shadow.py', 'line': 3, 'message': 'imports xgboost'},
              {'kind': 'manual_review', 'message': 'who knows'},
              {'kind': 'violation', 'message': 'too much'}]}]}"""
                .formatted(severity)),
        MissingNode.getInstance(),
        MissingNode.getInstance(),
        Optional.empty());
  }

  private static JsonNode json(String text) throws JsonProcessingException {
    return new ObjectMapper().readTree(text.replace('\'', '"'));
  }

  private static Result[] combination(int n) {
    Result[] results = new Result[5];
    for (int i = 0; i < results.length; i++) {
      results[i] = RESULTS.get((n >> (2 * i)) & 3);
    }
    return results;
  }

  private static List<String> names(Result[] results, Result... which) {
    return JobsInTest.NAMES.stream()
        .filter(name -> List.of(which).contains(results[JobsInTest.NAMES.indexOf(name)]))
        .toList();
  }
}
