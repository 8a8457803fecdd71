package io.chainbridge.shadow.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A workflow that has been run here: every job's steps in order, each job on a new checkout. */
record WorkflowRun(Path home, JsonNode jobs) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Runs it.
   *
   * @param home an empty folder
   * @param repository whose checkout the jobs work on
   * @param base the commit that the change is compared with
   * @param called the repository that a called workflow is of
   * @param inputs of a called workflow
   */
  static WorkflowRun of(
      NodeScripts scripts,
      Path home,
      Path workflow,
      ScratchRepository repository,
      String base,
      ScratchRepository called,
      Map<String, Object> inputs) {
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("workflow", workflow.toAbsolutePath().toString());
    request.put("repository", repository.folder().toString());
    request.put(
        "called",
        Map.of("repository", "o/shadow-load", "path", called.folder().toString(), "sha", "HEAD"));
    request.put("home", home.toString());
    request.put("result", home.resolve("result.json").toString());
    request.put("inputs", inputs);
    request.put("vars", Map.of());
    request.put("secrets", Map.of());
    request.put(
        "github",
        Map.of(
            "event_name", "pull_request",
            "event", Map.of("pull_request", Map.of("number", 7, "base", Map.of("sha", base))),
            "repository", "o/scratch",
            "ref", "refs/pull/7/merge",
            "sha", "HEAD"));
    try {
      Files.writeString(home.resolve("request.json"), JSON.writeValueAsString(request));
      scripts.run("run.mjs", List.of(home.resolve("request.json").toString()));
      return new WorkflowRun(home, JSON.readTree(home.resolve("result.json").toFile()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What each job came to; on another than expected, its log is shown. */
  void came(Map<String, String> expected) {
    Map<String, String> found =
        jobs.properties().stream()
            .collect(
                Collectors.toMap(Map.Entry::getKey, job -> job.getValue().path("result").asText()));
    assertThat(found).as(() -> logs(expected)).isEqualTo(expected);
  }

  /** What a job wrote to its summary. */
  String summary(String job) {
    return read("logs/" + job + ".md");
  }

  String log(String job) {
    return read("logs/" + job + ".log");
  }

  /** The names of the artifacts, each with its days of retention. */
  List<String> artifacts() {
    return read("artifacts/.retention").lines().sorted().toList();
  }

  boolean hasArtifact(String path) {
    return Files.isRegularFile(home.resolve("artifacts").resolve(path));
  }

  private String logs(Map<String, String> expected) {
    return expected.entrySet().stream()
        .filter(job -> !jobs.at("/" + job.getKey() + "/result").asText().equals(job.getValue()))
        .flatMap(job -> Stream.of(job.getKey(), log(job.getKey())))
        .collect(Collectors.joining("\n"));
  }

  private String read(String name) {
    try {
      Path file = home.resolve(name);
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
