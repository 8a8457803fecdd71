package io.chainbridge.shadow.notice;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chainbridge.shadow.trend.PastOutcome;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Notices and summaries for programs: an open format, which leaves nothing out. */
final class WebhookJson {
  /** Version of the format. */
  static final int SCHEMA_VERSION = 1;

  private static final ObjectMapper JSON = new ObjectMapper();

  private WebhookJson() {}

  /** A notice. */
  static String write(Notice notice, Optional<URI> link) {
    ToldRun told = notice.told();
    ObjectNode json = begin(notice.kind(), NoticeText.title(notice));
    json.put("gate", told.record().gate());
    json.put("simulation", told.record().simulation());
    json.put("shape", told.run().subject().shape().key());
    json.put("target", told.record().target());
    json.put("load", told.record().load().demand());
    json.put("branch", told.run().subject().branch().orElse(null));
    json.put("commit", told.record().commit().orElse(null));
    json.put("run_id", told.record().runId());
    json.put("started_at", told.record().startedAt().toString());
    json.put("verdict", told.run().verdict().key());
    json.put("broken_runs_before", told.brokenBefore());
    json.put("job", link.map(URI::toString).orElse(null));
    strings(json.putArray("sentences"), notice.sentences());
    ArrayNode outcomes = json.putArray("outcomes");
    told.run().outcomes().forEach(outcome -> write(outcomes.addObject(), outcome));
    return json.toPrettyString() + "\n";
  }

  private static void write(ObjectNode node, PastOutcome outcome) {
    if (!outcome.phase().isEmpty()) {
      node.put("phase", outcome.phase());
    }
    node.put("endpoint", outcome.endpoint());
    node.put("limit", outcome.limit());
    node.put("budget", outcome.budget());
    node.put("measured", outcome.measured().isEmpty() ? null : outcome.measured().getAsDouble());
    node.put("outcome", outcome.result().key());
    node.put("requests", outcome.requests());
  }

  /** What the runs of some days came to. */
  static String write(Summary summary) {
    ObjectNode json = begin(Kind.SUMMARY, SummaryText.title(summary));
    json.put("since", summary.since().toString());
    json.put("until", summary.until().toString());
    ArrayNode parts = json.putArray("parts");
    for (SummaryPart part : summary.parts()) {
      ObjectNode node = parts.addObject();
      node.put("gate", part.gate());
      node.put("shape", part.shape().key());
      node.put("branch", part.branch().orElse(null));
      node.put("runs", part.runs().size());
      node.put("passed", part.passed());
      node.put("broken", part.broken());
      node.put("longest_broken", part.longestBroken());
      node.put("longest_passed", part.longestPassed());
      strings(node.putArray("sentences"), SummaryText.lines(part));
    }
    return json.toPrettyString() + "\n";
  }

  private static ObjectNode begin(Kind kind, String title) {
    ObjectNode json = JSON.createObjectNode();
    json.put("schema_version", SCHEMA_VERSION);
    json.put("kind", kind.key());
    json.put("title", title);
    return json;
  }

  private static void strings(ArrayNode array, List<String> strings) {
    strings.forEach(array::add);
  }
}
