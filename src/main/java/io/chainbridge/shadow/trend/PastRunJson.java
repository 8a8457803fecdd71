package io.chainbridge.shadow.trend;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chainbridge.shadow.settings.Shape;
import io.chainbridge.shadow.verdict.Outcome;
import io.chainbridge.shadow.verdict.Verdict;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** The open file format of a run in a history: JSON on one line, with snake_case keys. */
final class PastRunJson {
  /** Version of the format. */
  static final int SCHEMA_VERSION = 1;

  private static final ObjectMapper JSON = new ObjectMapper();

  /** More than anything that is measured. */
  private static final double GREATEST = 1e15;

  private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

  private PastRunJson() {}

  static String write(PastRun run) {
    ObjectNode node = JSON.createObjectNode();
    node.put("schema_version", SCHEMA_VERSION);
    node.put("run_id", run.runId());
    node.put("started_at", run.startedAt().toString());
    node.put("gate", run.subject().gate());
    node.put("shape", run.subject().shape().key());
    node.put("target", run.subject().target());
    run.subject().load().ifPresent(load -> node.put("load", load));
    node.put("branch", run.subject().branch().orElse(null));
    node.put("commit", run.commit().orElse(null));
    node.put("verdict", run.verdict().key());
    ArrayNode outcomes = node.putArray("outcomes");
    run.outcomes().forEach(outcome -> write(outcome, outcomes.addObject()));
    return node + "\n";
  }

  private static void write(PastOutcome outcome, ObjectNode node) {
    if (!outcome.phase().isEmpty()) {
      node.put("phase", outcome.phase());
    }
    node.put("endpoint", outcome.endpoint());
    node.put("limit", outcome.limit());
    node.put("budget", outcome.budget());
    if (outcome.measured().isPresent()) {
      node.put("measured", outcome.measured().getAsDouble());
    } else {
      node.putNull("measured");
    }
    node.put("outcome", outcome.result().key());
    node.put("requests", outcome.requests());
  }

  /**
   * Reads a run.
   *
   * @throws IllegalArgumentException saying what is wrong, if the text is none of this version
   */
  static PastRun read(byte[] text) {
    try {
      return run(JSON.readTree(text));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no JSON: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new IllegalArgumentException("no JSON: " + e.getMessage(), e);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("no run of a history: " + e.getMessage(), e);
    }
  }

  private static PastRun run(JsonNode node) {
    JsonNode version = node.path("schema_version");
    if (!version.isInt() || version.intValue() != SCHEMA_VERSION) {
      throw new IllegalArgumentException(
          version.isMissingNode()
              ? "no run of a history: schema_version is missing"
              : "schema_version: found %s, this reads %d".formatted(version, SCHEMA_VERSION));
    }
    List<PastOutcome> outcomes = new ArrayList<>();
    node.required("outcomes").forEach(outcome -> outcomes.add(outcome(outcome)));
    return new PastRun(
        text(node, "run_id"),
        startedAt(node),
        new Subject(
            text(node, "gate"),
            Shape.of(text(node, "shape")),
            text(node, "target"),
            Optional.ofNullable(node.path("load").textValue()),
            Optional.ofNullable(node.path("branch").textValue())),
        Optional.ofNullable(node.path("commit").textValue()),
        Verdict.Status.valueOf(text(node, "verdict").toUpperCase(Locale.ROOT)),
        outcomes);
  }

  private static Instant startedAt(JsonNode node) {
    Instant instant = Instant.parse(text(node, "started_at"));
    if (instant.isBefore(FIRST) || instant.isAfter(LAST)) {
      throw new IllegalArgumentException(
          "started_at: found %s, must be from 2000 to 2200".formatted(instant));
    }
    return instant;
  }

  private static PastOutcome outcome(JsonNode node) {
    return new PastOutcome(
        node.path("phase").asText(),
        text(node, "endpoint"),
        text(node, "limit"),
        number(node, "budget"),
        node.required("measured").isNull()
            ? OptionalDouble.empty()
            : OptionalDouble.of(number(node, "measured")),
        Outcome.Result.valueOf(text(node, "outcome").toUpperCase(Locale.ROOT)),
        node.required("requests").asLong());
  }

  private static String text(JsonNode node, String key) {
    JsonNode value = node.required(key);
    if (!value.isTextual()) {
      throw new IllegalArgumentException("%s: found %s, must be text".formatted(key, value));
    }
    return value.textValue();
  }

  private static double number(JsonNode node, String key) {
    JsonNode value = node.required(key);
    if (!value.isNumber() || !(Math.abs(value.doubleValue()) <= GREATEST)) {
      throw new IllegalArgumentException(
          "%s: found %s, must be a number from -1e15 to 1e15".formatted(key, value));
    }
    return value.doubleValue();
  }
}
