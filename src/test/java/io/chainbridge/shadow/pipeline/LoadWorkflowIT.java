package io.chainbridge.shadow.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The workflow that makes a load by hand, on one runner or shared out among several. */
class LoadWorkflowIT {
  private static final Path WORKFLOW = Path.of(".github/workflows/load.yml");

  private static NodeScripts scripts;
  private static ScratchRepository repository;

  @TempDir private Path home;

  /** With latency budgets that a busy machine keeps. */
  @BeforeAll
  static void start(@TempDir Path node, @TempDir Path scratch) {
    scripts = NodeScripts.ofWorkflows(node);
    repository = ScratchRepository.ofThisProject(scratch);
    repository.write(".mvn/maven.config", "-Dmaven.compiler.useIncrementalCompilation=false\n");
    repository.write(
        "budgets/patient.json",
        repository
            .read("budgets/shadow.json")
            .replaceAll("(\"p9\\d_latency_ms\": )\\d+", "$15000"));
    repository.commit("Everything so far");
  }

  private WorkflowRun load(Map<String, Object> inputs) {
    Map<String, Object> all =
        new HashMap<>(
            Map.of(
                "simulation", "Probe",
                "base-url", "",
                "budgets", "budgets/patient.json",
                "warmup", "3",
                "iterations", "20",
                "concurrency", "2",
                "shards", "1",
                "regions", "",
                "start-minutes", "0"));
    all.putAll(inputs);
    return WorkflowRun.of(scripts, home, WORKFLOW, repository, "HEAD", repository, all);
  }

  private int requests(String artifact) throws IOException {
    JsonNode run =
        new ObjectMapper()
            .readTree(home.resolve("artifacts").resolve(artifact).resolve("run.json").toFile());
    int requests = 0;
    for (JsonNode endpoint : run.path("endpoints")) {
      requests += endpoint.path("requests").asInt();
    }
    return requests;
  }

  @Test
  void oneRunnerMakesItWithoutPlanAndMerge() throws IOException {
    WorkflowRun run = load(Map.of());

    run.came(Map.of("plan", "skipped", "load", "success", "merge", "skipped"));
    assertThat(run.summary("load")).contains("Gate `shadow`: passed");
    assertThat(run.artifacts()).containsExactly("load-probe 30", "load-report.html 30");
    assertThat(requests("load-probe")).isEqualTo(2 * 20);
  }

  @Test
  void shardsAreMergedByTheLastJob() throws IOException {
    WorkflowRun run = load(Map.of("shards", "2"));

    run.came(Map.of("plan", "success", "load", "success", "merge", "success"));
    assertThat(run.summary("merge")).contains("Gate `shadow`: passed");
    assertThat(run.artifacts())
        .containsExactly(
            "load-probe 30",
            "load-shard-1-probe 30",
            "load-shard-1-report.html 30",
            "load-shard-2-probe 30",
            "load-shard-2-report.html 30");
    assertThat(requests("load-probe")).isEqualTo(2 * 20);
    assertThat(requests("load-shard-1-probe") + requests("load-shard-2-probe")).isEqualTo(2 * 20);
    assertThat(run.hasArtifact("load-probe/index.html")).isTrue();
  }

  @Test
  void eachRegionMakesTheLoad() throws IOException {
    WorkflowRun run = load(Map.of("regions", "eu-west us-east"));

    run.came(Map.of("plan", "success", "load", "success", "merge", "success"));
    assertThat(run.summary("merge")).contains("eu-west", "us-east");
    assertThat(requests("load-probe")).isEqualTo(2 * 2 * 20);
  }

  @ParameterizedTest
  @CsvSource({
    "shards, 0, shards=0: must be a whole number from 1 to 32",
    "shards, a[$(id)], shards=a[$(id)]: must be a whole number from 1 to 32",
    "start-minutes, soon, start-minutes=soon: must be a whole number from 0 to 999",
    "regions, eu \"$(id)\", is no label of letters"
  })
  void whatMakesNoSenseStopsBeforeAnyLoad(String input, String value, String problem) {
    WorkflowRun run =
        load(input.equals("shards") ? Map.of(input, value) : Map.of("shards", "2", input, value));

    run.came(Map.of("plan", "failure", "load", "skipped", "merge", "skipped"));
    assertThat(run.log("plan")).contains(problem);
  }
}
