package io.chainbridge.shadow.gatling;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.chainbridge.shadow.PublishedSchema;
import io.chainbridge.shadow.record.RecordJson;
import io.chainbridge.shadow.record.RunRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What a run of the gate left behind.
 *
 * @param folder it ran in
 * @param exitCode of its process
 * @param out its standard output
 * @param err its standard error
 */
record GateResult(Path folder, int exitCode, String out, String err) {
  String console() {
    return out + err;
  }

  /** The folder of its reports. */
  Path reports() {
    return folder.resolve("reports/latest");
  }

  /** The record, which is as its schema says. */
  JsonNode run() {
    return PublishedSchema.RUN.read(text(reports().resolve("run.json")));
  }

  /**
   * The record as reports are made of it.
   *
   * @throws IllegalStateException with all that it said, if there is none
   */
  RunRecord record() {
    Path file = reports().resolve("run.json");
    if (Files.notExists(file)) {
      throw new IllegalStateException("The gate left no record: " + console());
    }
    return RecordJson.read(text(file));
  }

  /**
   * The same, if the gate is open.
   *
   * @throws IllegalStateException with all that it said, otherwise
   */
  GateResult passed() {
    if (exitCode != 0) {
      throw new IllegalStateException("The gate ended with %d: %s".formatted(exitCode, console()));
    }
    return this;
  }

  /** The verdict, which is as its schema says. */
  JsonNode verdict() {
    return PublishedSchema.VERDICT.read(text(reports().resolve("verdict.json")));
  }

  /** What the history has of the run, the only one in it; it is as its schema says. */
  JsonNode history() {
    try (Stream<Path> files = Files.list(folder.resolve("reports/history"))) {
      List<Path> runs = files.toList();
      assertThat(runs).hasSize(1);
      return PublishedSchema.HISTORY.read(text(runs.get(0)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The verdict in one word. */
  String status() {
    return verdict().path("verdict").asText();
  }

  /** The verdict's reasons, in sentences. */
  List<String> reasons() {
    return stream(verdict().path("reasons")).map(JsonNode::asText).toList();
  }

  /** What was recorded of an endpoint. */
  JsonNode endpoint(String name) {
    return stream(run().path("endpoints"))
        .filter(endpoint -> endpoint.path("name").asText().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** An endpoint's errors: how many requests failed with which message. */
  Map<String, Integer> errors(String endpoint) {
    Map<String, Integer> errors = new TreeMap<>();
    endpoint(endpoint)
        .path("errors")
        .forEach(error -> errors.put(error.path("message").asText(), error.path("count").asInt()));
    return errors;
  }

  JsonNode outcome(String endpoint, String limit) {
    return outcomes(endpoint)
        .filter(outcome -> outcome.path("limit").asText().equals(limit))
        .findFirst()
        .orElseThrow();
  }

  /** Each outcome of an endpoint that is not met, such as {@code p95_latency_ms breached}. */
  List<String> notMet(String endpoint) {
    return outcomes(endpoint)
        .filter(outcome -> !outcome.path("outcome").asText().equals("met"))
        .map(outcome -> outcome.path("limit").asText() + " " + outcome.path("outcome").asText())
        .toList();
  }

  private Stream<JsonNode> outcomes(String endpoint) {
    return stream(verdict().path("outcomes"))
        .filter(outcome -> outcome.path("endpoint").asText().equals(endpoint));
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
