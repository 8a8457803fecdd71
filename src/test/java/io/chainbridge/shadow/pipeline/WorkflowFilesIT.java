package io.chainbridge.shadow.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds for every workflow and action of this repository. */
class WorkflowFilesIT {
  private static final Path GITHUB = Path.of(".github");
  private static final Pattern JOB = Pattern.compile("(?m)^  ([a-z-]+):\n    (?=\\w)");

  private static NodeScripts scripts;

  @BeforeAll
  static void start(@TempDir Path node) {
    scripts = NodeScripts.ofWorkflows(node);
  }

  @Test
  void githubsOwnParserHasNothingAgainstThem() throws IOException {
    assertThat(scripts.run("check.mjs", files().map(Path::toString).toList())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "timeout-minutes, timeout-hours, Unexpected value 'timeout-hours'",
    "needs: shadow-governance, needs: shadow-government, unknown job 'shadow-government'",
    "toJSON(needs), toYAML(needs), Unrecognized function: 'toYAML'"
  })
  void githubsOwnParserSeesWhatIsWrong(
      String right, String wrong, String problem, @TempDir Path folder) throws IOException {
    String workflow = Files.readString(GITHUB.resolve("workflows/shadow-ci.yml"));
    Path file = Files.writeString(folder.resolve("wrong.yml"), workflow.replace(right, wrong));
    assertThat(scripts.run("check.mjs", List.of(file.toString()))).contains(problem);
  }

  @Test
  void actionsOfOthersArePinnedByCommitAndSayTheirVersion() throws IOException {
    for (Path file : files().toList()) {
      assertThat(matches("(?m)^ +(?:- )?uses: (.*)", file))
          .allMatch(
              uses -> uses.startsWith("./") || uses.matches("[\\w/-]+@[0-9a-f]{40} # v[\\d.]+"),
              file + " pins its actions");
    }
  }

  @Test
  void everyWorkflowMayOnlyReadUnlessAJobSaysMoreAndEveryJobHasATimeLimit() throws IOException {
    try (Stream<Path> workflows = Files.list(GITHUB.resolve("workflows"))) {
      for (Path file : workflows.toList()) {
        String text = Files.readString(file);
        assertThat(text).as("%s", file).contains("\npermissions:\n  contents: read\n");
        assertThat(text).as("%s", file).doesNotContain("contents: write", "write-all");
        String jobs = text.substring(text.indexOf("\njobs:\n"));
        assertThat(matches("timeout-minutes: (\\d+)", file))
            .as("%s", file)
            .hasSize((int) JOB.matcher(jobs).results().count());
      }
    }
  }

  /** What an event, a branch's name or an input says must not become part of a command. */
  @Test
  void noExpressionStandsInACommand() throws IOException {
    for (Path file : files().toList()) {
      assertThat(matches("run: (.*)", file)).as("%s", file).noneMatch(run -> run.contains("${{"));
    }
  }

  @Test
  void theRulesetRequiresTheJobsOfThePipeline() throws IOException {
    JsonNode ruleset = new ObjectMapper().readTree(GITHUB.resolve("rulesets/main.json").toFile());
    String workflow = Files.readString(GITHUB.resolve("workflows/shadow-ci.yml"));
    String jobs = workflow.substring(workflow.indexOf("\njobs:\n"));
    assertThat(ruleset.findValues("context"))
        .extracting(JsonNode::asText)
        .containsExactlyElementsOf(JOB.matcher(jobs).results().map(job -> job.group(1)).toList());
  }

  private static List<String> matches(String pattern, Path file) throws IOException {
    return Pattern.compile(pattern)
        .matcher(Files.readString(file))
        .results()
        .map((MatchResult match) -> match.group(1))
        .toList();
  }

  /** Workflows and actions. */
  private static Stream<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(GITHUB)) {
      return all
          .filter(path -> path.startsWith(".github/workflows") || path.endsWith("action.yml"))
          .filter(Files::isRegularFile)
          .sorted()
          .toList()
          .stream();
    }
  }
}
