package io.chainbridge.shadow.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chainbridge.shadow.budget.OnInconclusive;
import io.chainbridge.shadow.verdict.Evidence;
import io.chainbridge.shadow.verdict.Outcome;
import io.chainbridge.shadow.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * A verdict as {@link VerdictJson} has written it, for whoever has no budget file to judge by.
 * Immutable.
 *
 * @param verdict without findings, its outcomes without evidence
 * @param reasons in sentences
 */
public record StoredVerdict(Verdict verdict, List<String> reasons) {
  private static final ObjectMapper JSON = new ObjectMapper();

  public StoredVerdict {
    reasons = List.copyOf(reasons);
  }

  /**
   * Reads it.
   *
   * @throws IllegalArgumentException saying what is wrong, if the text is none of this version
   */
  public static StoredVerdict read(String text) {
    try {
      return of(JSON.readTree(text));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static StoredVerdict of(JsonNode node) {
    JsonNode version = node.path("schema_version");
    if (!version.isInt() || version.intValue() != VerdictJson.SCHEMA_VERSION) {
      throw new IllegalArgumentException(
          "schema_version: found %s, this reads %d"
              .formatted(version.isMissingNode() ? "none" : version, VerdictJson.SCHEMA_VERSION));
    }
    List<Outcome> outcomes = new ArrayList<>();
    node.required("outcomes").forEach(outcome -> outcomes.add(outcome(outcome)));
    List<String> reasons = new ArrayList<>();
    node.required("reasons").forEach(reason -> reasons.add(reason.asText()));
    return new StoredVerdict(
        new Verdict(
            Verdict.Status.valueOf(capitals(node.required("verdict"))),
            "",
            outcomes,
            List.of(),
            node.has("on_inconclusive")
                ? OnInconclusive.valueOf(capitals(node.get("on_inconclusive")))
                : OnInconclusive.WARN),
        reasons);
  }

  private static Outcome outcome(JsonNode node) {
    JsonNode measured = node.required("measured");
    return new Outcome(
        node.path("phase").asText(node.path("region").asText()),
        node.required("endpoint").asText(),
        node.required("limit").asText(),
        node.required("budget").asDouble(),
        measured.isNull() ? OptionalDouble.empty() : OptionalDouble.of(measured.asDouble()),
        Outcome.Result.valueOf(capitals(node.required("outcome"))),
        new Evidence.None());
  }

  private static String capitals(JsonNode word) {
    return word.asText().toUpperCase(Locale.ROOT);
  }
}
