package io.chainbridge.shadow.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.verdict.Comparison;
import io.chainbridge.shadow.verdict.Evidence;
import io.chainbridge.shadow.verdict.Outcome;
import java.util.Locale;

/** An outcome with its evidence as JSON. */
final class OutcomeJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private OutcomeJson() {}

  static ObjectNode write(Outcome outcome, RunRecord run) {
    ObjectNode node = JSON.createObjectNode();
    if (!outcome.phase().isEmpty()) {
      boolean region = run.regions().stream().anyMatch(some -> some.name().equals(outcome.phase()));
      node.put(region ? "region" : "phase", outcome.phase());
    }
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
      node.put("confidence", proportion.confidence());
      node.put("bound", proportion.bound());
      node.put("proof", proportion.proof().name().toLowerCase(Locale.ROOT));
      node.put("requests_to_prove", proportion.requestsToProve());
      if (proportion.onDemand()) {
        node.put("on_demand", true);
      }
    } else if (evidence instanceof Evidence.BelowNoise noise) {
      ObjectNode inner = evidence(noise.evidence());
      putNumber(inner, "noise_floor_ms", noise.floorMs());
      return inner;
    } else if (evidence instanceof Evidence.Difference difference) {
      difference(node, difference);
    } else if (evidence instanceof Evidence.BodySize size) {
      node.put("bodies", size.bodies());
      node.put("largest_kb", size.largestKb());
    } else if (evidence instanceof Evidence.ContractKept contract) {
      node.put("answers", contract.answers());
      node.put("checked", contract.checked());
      putNumber(node, "share", contract.share());
      node.put("violation", contract.violation().isEmpty() ? null : contract.violation());
    }
    return node;
  }

  private static void difference(ObjectNode node, Evidence.Difference difference) {
    Comparison.Percentile percentile = difference.percentile();
    node.put("pairs", difference.pairs());
    putNumber(node, "baseline_ms", percentile.baseline().toNanos() / 1e6);
    putNumber(node, "candidate_ms", percentile.candidate().toNanos() / 1e6);
    node.put("least", percentile.interval().map(Comparison.Range::least).orElse(null));
    node.put("most", percentile.interval().map(Comparison.Range::most).orElse(null));
    node.put("confidence", Comparison.CONFIDENCE);
    node.put("pairs_to_tell", percentile.pairsToTell());
  }

  /** A whole number without a decimal point, as the budget file has it. */
  static void putNumber(ObjectNode node, String key, double number) {
    if (number == Math.rint(number) && Math.abs(number) < 1e15) {
      node.put(key, (long) number);
    } else {
      node.put(key, number);
    }
  }
}
