package io.chainbridge.shadow.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.verdict.Verdict;

/** The verdict as JSON: what was found, and outcomes with their evidence. */
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
    if (verdict.status() == Verdict.Status.INCONCLUSIVE) {
      node.put("on_inconclusive", verdict.onInconclusive().key());
    }
    ArrayNode reasons = node.putArray("reasons");
    Sentences.of(run, verdict).forEach(reasons::add);
    ArrayNode findings = node.putArray("findings");
    verdict.findings().forEach(finding -> findings.add(FindingJson.write(run, finding)));
    ArrayNode outcomes = node.putArray("outcomes");
    verdict.outcomes().forEach(outcome -> outcomes.add(OutcomeJson.write(outcome, run)));
    return node.toPrettyString() + "\n";
  }
}
