package io.chainbridge.shadow.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.verdict.Evidence;
import io.chainbridge.shadow.verdict.Outcome;
import io.chainbridge.shadow.verdict.Verdict;
import java.util.Locale;

/** The verdict as JSON: outcomes with their evidence. */
public final class VerdictJson {
  /** Version of the format. */
  public static final int SCHEMA_VERSION = 1;

  private static final ObjectMapper JSON = new ObjectMapper();

  private VerdictJson() {}

  /** Writes it. */
  public static String write(RunRecord run, Verdict verdict) {
    ObjectNode node = JSON.createObjectNode();
    node.put("schema_version", SCHEMA_VERSION);
    node.put("run_id", run.runId());
    node.put("gate", run.gate());
    node.put("verdict", verdict.status().key());
    ArrayNode reasons = node.putArray("reasons");
    Sentences.of(run, verdict).forEach(reasons::add);
    ArrayNode outcomes = node.putArray("outcomes");
    verdict.outcomes().forEach(outcome -> outcomes.add(outcome(outcome)));
    return node.toPrettyString() + "\n";
  }

  private static ObjectNode outcome(Outcome outcome) {
    ObjectNode node = JSON.createObjectNode();
    node.put("endpoint", outcome.endpoint());
    node.put("limit", outcome.limit());
    putNumber(node, "budget", outcome.budget());
    if (outcome.measured().isPresent()) {
      putNumber(node, "measured", outcome.measured().getAsDouble());
    } else {
      node.putNull("measured");
    }
    node.put("outcome", outcome.result().key());
    node.set("evidence", evidence(outcome.evidence()));
    return node;
  }

  private static ObjectNode evidence(Evidence evidence) {
    ObjectNode node = JSON.createObjectNode();
    if (evidence instanceof Evidence.Proportion proportion) {
      node.put("requests", proportion.requests());
      node.put("over", proportion.over());
      node.put("allowed", proportion.allowed());
      node.put("confidence", Evidence.Proportion.CONFIDENCE);
      node.put("bound", proportion.bound());
      node.put("proof", proportion.proof().name().toLowerCase(Locale.ROOT));
      node.put("requests_to_prove", proportion.requestsToProve());
    } else if (evidence instanceof Evidence.BodySize size) {
      node.put("bodies", size.bodies());
      node.put("largest_kb", size.largestKb());
    } else if (evidence instanceof Evidence.ContractKept contract) {
      node.put("answers", contract.answers());
      node.put("violation", contract.violation().isEmpty() ? null : contract.violation());
    }
    return node;
  }

  /** A whole number without a decimal point, as the budget file has it. */
  private static void putNumber(ObjectNode node, String key, double number) {
    if (number == Math.rint(number) && Math.abs(number) < 1e15) {
      node.put(key, (long) number);
    } else {
      node.put(key, number);
    }
  }
}
