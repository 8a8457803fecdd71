package io.chainbridge.shadow.pipeline;

import static io.chainbridge.shadow.pipeline.Job.Result.FAILURE;
import static io.chainbridge.shadow.pipeline.Job.Result.SKIPPED;
import static io.chainbridge.shadow.pipeline.Job.Result.SUCCESS;
import static io.chainbridge.shadow.pipeline.JobsInTest.jobs;
import static org.assertj.core.api.Assertions.assertThat;

import io.chainbridge.shadow.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PipelineSummaryTest {
  @TempDir private Path folder;

  /** As the artifacts of the jobs are laid out. */
  private void keep(String place, String text) throws IOException {
    Path file = folder.resolve(place);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void ofAChangeThatIsBlockedSaysWhyFirst() throws IOException {
    keep("shadow-governance/governance.json", governance());
    keep("shadow-probe/verdict.json", new Golden("verdict-red.json").text());
    keep("shadow-probe/summary.md", new Golden("summary.md").text());
    new Golden("pipeline-red.md")
        .assertIs(summary(jobs(true, SUCCESS, SUCCESS, SUCCESS, SUCCESS, FAILURE)));
  }

  @Test
  void ofAChangeThatStopsAtTheRulesShowsThemAndNothingElse() throws IOException {
    keep(
        "shadow-governance/governance.json",
        governance().replace("'passed', 'findings': []".replace('\'', '"'), violation()));
    new Golden("pipeline-governance.md")
        .assertIs(summary(jobs(true, FAILURE, SKIPPED, SKIPPED, SKIPPED, SKIPPED)));
  }

  @Test
  void ofAChangeOfProseSaysThatNothingElseWasToBeDone() throws IOException {
    assertThat(summary(jobs(false, SUCCESS, SKIPPED, SKIPPED, SKIPPED, SKIPPED)))
        .contains("✅ **Passed**: the change concerns nothing that is tested or probed.")
        .contains("| `shadow-tests` | ⚪ skipped |");
  }

  @Test
  void damagedEvidenceIsAsGoodAsNone() throws IOException {
    keep("a/governance.json", "{");
    keep("b/verdict.json", "[");
    assertThat(summary(jobs(true, SUCCESS, SUCCESS, SUCCESS, SUCCESS, SUCCESS)))
        .contains("✅ **Passed**", "Not probed.", "Not looked at.");
  }

  private String summary(List<Job> jobs) throws IOException {
    Evidence evidence = Evidence.in(folder);
    return PipelineSummary.write(jobs, PipelineVerdict.of(jobs, Set.of(), evidence), evidence);
  }

  private static String governance() {
    return """
        {'schema_version': 1, 'rules': [
          {'id': 4, 'title': 'No XGBoost in Production', 'severity': 'ERROR', 'status': 'passed', 'findings': []},
          {'id': 5, 'title': 'Commit Governance Tags Required', 'severity': 'WARNING', 'status': 'manual_review',
           'findings': [{'kind': 'manual_review', 'message': 'no git here'}]},
          {'id': 9, 'title': 'Model Artifact Signature Verification', 'severity': 'CRITICAL',
           'status': 'nothing_to_look_at', 'findings': [ ]}]}"""
        .replace('\'', '"');
  }

  private static String violation() {
    return """
        'violated', 'findings': [{'kind': 'violation', 'path': 'app/<b>@all</b>.py', 'line': 7, 'message': 'imports |xgboost|'}]"""
        .replace('\'', '"');
  }
}
