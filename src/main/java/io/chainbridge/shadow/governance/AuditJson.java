package io.chainbridge.shadow.governance;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** An audit as JSON, as {@code schemas/governance.schema.json} describes it. */
public final class AuditJson {
  /** Version of the format. */
  public static final int SCHEMA_VERSION = 1;

  private static final ObjectMapper JSON = new ObjectMapper();

  private AuditJson() {}

  /** Writes it. */
  public static String write(Audit audit) {
    ObjectNode node = JSON.createObjectNode();
    node.put("schema_version", SCHEMA_VERSION);
    node.put("verdict", audit.verdict());
    ArrayNode rules = node.putArray("rules");
    audit.entries().forEach(entry -> rules.add(write(entry)));
    ArrayNode problems = node.putArray("problems");
    audit.problems().forEach(problems::add);
    return node.toPrettyString() + "\n";
  }

  private static ObjectNode write(Audit.Entry entry) {
    Rule rule = entry.rule();
    ObjectNode node = JSON.createObjectNode();
    node.put("id", rule.id());
    node.put("title", rule.title());
    node.put("severity", rule.severity().name());
    node.put("status", entry.status().key());
    node.put("blocks", entry.blocks());
    node.put("looks_at", rule.description().looksAt());
    node.put("looked_at", entry.examination().looked());
    ArrayNode findings = node.putArray("findings");
    entry.examination().findings().forEach(finding -> findings.add(write(finding)));
    return node;
  }

  private static ObjectNode write(Finding finding) {
    ObjectNode node = JSON.createObjectNode();
    node.put("kind", finding.kind().name().toLowerCase(Locale.ROOT));
    finding
        .place()
        .ifPresent(
            place -> {
              node.put("path", place.path());
              node.put("line", place.line());
            });
    node.put("message", finding.message());
    node.put("remedy", finding.remedy());
    return node;
  }
}
