package io.chainbridge.shadow.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A job of GitHub Actions that has ended, or never began.
 *
 * @param name its id in the workflow
 * @param result what it came to
 * @param affected what its output {@code affected} says, if it has one: whether the change concerns
 *     what the pipeline is there for
 */
public record Job(String name, Result result, Optional<Boolean> affected) {

  /** What GitHub says of a job that another needs. */
  public enum Result {
    /** All its steps succeeded. */
    SUCCESS,
    /** A step failed, or the time was up. */
    FAILURE,
    /** Someone, or a newer run, ended it. */
    CANCELLED,
    /** Its condition did not hold, or a job that it needs did not succeed. */
    SKIPPED;

    /** As GitHub writes it. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * The jobs that a job needs, in the workflow's order.
   *
   * @param needs what {@code toJSON(needs)} gives
   * @throws IllegalArgumentException if it is something else; the message says what
   */
  public static List<Job> needed(String needs) {
    JsonNode node;
    try {
      node = new ObjectMapper().readTree(needs);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no JSON: " + e.getOriginalMessage(), e);
    }
    if (!node.isObject() || node.isEmpty()) {
      throw new IllegalArgumentException("must be an object with a job at least, as toJSON(needs)");
    }
    List<Job> jobs = new ArrayList<>();
    for (Map.Entry<String, JsonNode> job : node.properties()) {
      jobs.add(new Job(job.getKey(), result(job), affected(job.getValue())));
    }
    return List.copyOf(jobs);
  }

  private static Result result(Map.Entry<String, JsonNode> job) {
    String found = job.getValue().path("result").asText("none");
    return Arrays.stream(Result.values())
        .filter(result -> result.key().equals(found))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the result of %s is %s; allowed: success, failure, cancelled, skipped"
                        .formatted(job.getKey(), found)));
  }

  private static Optional<Boolean> affected(JsonNode job) {
    return switch (job.at("/outputs/affected").asText()) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> Optional.empty();
    };
  }
}
