package io.chainbridge.shadow.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The pipeline of this repository, its jobs run here as GitHub would run them, each scenario a
 * change of its own. Of the tests, the jobs run a few.
 */
class ShadowCiIT {
  private static final Path WORKFLOW = Path.of(".github/workflows/shadow-ci.yml");

  private static NodeScripts scripts;
  private static ScratchRepository repository;
  private static String base;

  @TempDir private Path home;

  @BeforeAll
  static void start(@TempDir Path node, @TempDir Path scratch) {
    scripts = NodeScripts.ofWorkflows(node);
    repository = ScratchRepository.ofThisProject(scratch);
    repository.write(
        ".mvn/maven.config",
        """
        -Dtest=DurationsTest
        -Dit.test=ServeCommandIT,StatsIT
        -Dsurefire.failIfNoSpecifiedTests=false
        -Dfailsafe.failIfNoSpecifiedTests=false
        -Dmaven.compiler.useIncrementalCompilation=false
        """);
    base = repository.commit("[QUALITY] Everything so far");
  }

  private WorkflowRun change(String message) {
    repository.commit(message);
    WorkflowRun run =
        WorkflowRun.of(scripts, home, WORKFLOW, repository, base, repository, Map.of());
    repository.reset(base);
    return run;
  }

  @Test
  void aGreenChangeIsGreen() {
    repository.write("src/test/resources/note.txt", "A note.\n");
    WorkflowRun run = change("[QUALITY] A note");
    run.came(results("success", "success", "success", "success", "success", "success"));
    assertThat(run.summary("shadow-ci-summary"))
        .contains(
            "✅ **Passed**: nothing blocks this change.", "passed", "No XGBoost in Production");
    assertThat(run.artifacts())
        .containsExactly(
            "shadow-coverage 7",
            "shadow-governance 30",
            "shadow-probe 30",
            "shadow-report.html 30",
            "shadow-security-scan 30");
    assertThat(
            List.of(
                "shadow-coverage/jacoco.xml",
                "shadow-probe/run.json",
                "shadow-probe/shadow-probe-results.json",
                "shadow-probe/index.html",
                "shadow-report.html"))
        .allMatch(run::hasArtifact);
  }

  @Test
  void aServiceThatBecomesSlowTurnsTheProbeRed() {
    repository.write(
        ".mvn/maven.config",
        repository.read(".mvn/maven.config") + "-Dreference.latency=100ms\n-Dwarmup=2\n");
    WorkflowRun run = change("[PERFORMANCE] A service that takes its time");
    run.came(results("success", "success", "success", "success", "failure", "failure"));
    assertThat(run.summary("shadow-ci-summary"))
        .contains(
            "❌ **Blocked**", "- shadow-performance-probe failed", "breaches the budget of 75 ms");
  }

  @Test
  void aContractThatChangesWithoutApprovalStopsAtTheRules() {
    String contract = "budgets/contracts/shadow-stats.schema.json";
    repository.write(contract, repository.read(contract).replace("\"count\"", "\"total\""));
    WorkflowRun run = change("[QUALITY] Another name");
    run.came(results("failure", "skipped", "skipped", "skipped", "skipped", "failure"));
    assertThat(run.summary("shadow-ci-summary")).contains("ALEX rule 12", "ALEX-APPROVED");
  }

  @Test
  void aForbiddenImportStopsAtTheRules() {
    repository.write("chainiq-service/app/api_shadow.py", "import os\nimport xgboost as xgb\n");
    repository.write("chainiq-service/tests/test_api_shadow.py", "from app import api_shadow\n");
    WorkflowRun run = change("[ML] Faster");
    run.came(results("failure", "skipped", "skipped", "skipped", "skipped", "failure"));
    assertThat(run.summary("shadow-ci-summary"))
        .contains("ALEX rule 4 at chainiq-service/app/api_shadow.py:2");
  }

  @Test
  void aChangeOfProseNeedsTheRulesAlone() {
    repository.write("README.md", repository.read("README.md") + "\nMore.\n");
    WorkflowRun run = change("[DOCS] More");
    run.came(results("success", "skipped", "skipped", "skipped", "skipped", "success"));
    assertThat(run.summary("shadow-ci-summary"))
        .contains("✅ **Passed**: the change concerns nothing that is tested or probed.");
  }

  private static Map<String, String> results(String... results) {
    Map<String, String> all = new LinkedHashMap<>();
    for (int i = 0; i < JobsInTest.NAMES.size(); i++) {
      all.put(JobsInTest.NAMES.get(i), results[i]);
    }
    all.put("shadow-ci-summary", results[5]);
    return all;
  }
}
