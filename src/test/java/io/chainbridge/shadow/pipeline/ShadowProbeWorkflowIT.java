package io.chainbridge.shadow.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The workflow that the repository of a service calls: such a repository, whose service is the
 * reference in a process that the workflow starts and ends.
 */
class ShadowProbeWorkflowIT {
  private static final Path WORKFLOW = Path.of(".github/workflows/shadow-probe.yml");

  private static NodeScripts scripts;
  private static ScratchRepository shadowLoad;

  @TempDir private Path folder;
  @TempDir private Path home;

  private ScratchRepository service;
  private String base;

  @BeforeAll
  static void start(@TempDir Path node, @TempDir Path scratch) {
    scripts = NodeScripts.ofWorkflows(node);
    shadowLoad = ScratchRepository.ofThisProject(scratch);
    shadowLoad.write(".mvn/maven.config", "-Dmaven.compiler.useIncrementalCompilation=false\n");
    shadowLoad.commit("Everything so far");
  }

  @BeforeEach
  void makeService() {
    service =
        ScratchRepository.in(folder)
            .write(".github/CODEOWNERS", "* @o/team\n")
            .write(
                "app/schemas_shadow.py",
                """
                from pydantic import BaseModel


                class ShadowStatsResponse(BaseModel):
                    model_version: str
                    mean_delta: float
                """)
            .write("app/api_shadow.py", "import json\n")
            .write("tests/test_api_shadow.py", "from app import api_shadow\n");
    base = service.commit("[ML] Shadow Mode");
  }

  private WorkflowRun change() {
    return change(WORKFLOW);
  }

  private WorkflowRun change(Path workflow) {
    service.commit("[ML] A change");
    int port = freePort();
    return WorkflowRun.of(
        scripts,
        home,
        workflow,
        service,
        base,
        shadowLoad,
        Map.ofEntries(
            Map.entry("base-url", "http://127.0.0.1:" + port),
            Map.entry(
                "start-command",
                "exec mvn -q -B -f .shadow-load/pom.xml exec:java -Dexec.args='serve --port %d'"
                    .formatted(port)),
            Map.entry("health-url", ""),
            Map.entry("start-timeout", "60s"),
            Map.entry("setup-command", ""),
            Map.entry("budgets", ""),
            Map.entry("simulation", "Probe"),
            Map.entry("iterations", "10"),
            Map.entry("concurrency", ""),
            Map.entry("sources", "."),
            Map.entry("api-tests", false),
            Map.entry("name", "scoring")));
  }

  @Test
  void aServiceThatKeepsItsBudgetsPasses() {
    service.write("app/api_shadow.py", "import json\nimport os\n");
    WorkflowRun run = change();
    run.came(results("success", "success", "skipped", "success", "success"));
    assertThat(run.summary("shadow-ci-summary")).contains("✅ **Passed**", "Gate `shadow`: passed");
    assertThat(run.hasArtifact("scoring-report.html")).isTrue();
    assertThat(run.hasArtifact("scoring-probe/service.log")).isTrue();
  }

  @Test
  void aForbiddenImportStopsAtTheRules() {
    service.write("app/api_shadow.py", "import json\n\n\ndef score():\n    import xgboost\n");
    WorkflowRun run = change();
    run.came(results("failure", "skipped", "skipped", "skipped", "failure"));
    assertThat(run.summary("shadow-ci-summary")).contains("ALEX rule 4 at app/api_shadow.py:5");
  }

  /** A job of the service's own, with a step that uses the action. */
  @Test
  void theActionLooksAtTheSourcesBeforeItProbes() throws IOException {
    service.write("app/api_shadow.py", "from xgboost import Booster\n");
    Path workflow =
        Files.writeString(
            folder.resolve("own.yml"),
            """
            on: push
            jobs:
              own:
                runs-on: ubuntu-24.04
                steps:
                  - uses: actions/checkout@v6
                    with:
                      fetch-depth: 0
                  - uses: actions/checkout@v6
                    with:
                      repository: ${{ job.workflow_repository }}
                      path: .shadow-load
                  - uses: ./.shadow-load/.github/actions/probe
                    with:
                      sources: app
            """);
    WorkflowRun run = change(workflow);
    run.came(Map.of("own", "failure"));
    assertThat(run.log("own"))
        .contains("rule 4, violation: app/api_shadow.py:1")
        .doesNotContain("Gate shadow");
  }

  private static Map<String, String> results(
      String governance, String security, String api, String probe, String summary) {
    return Map.of(
        "shadow-governance", governance,
        "shadow-security-scan", security,
        "shadow-api-tests", api,
        "shadow-performance-probe", probe,
        "shadow-ci-summary", summary);
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
