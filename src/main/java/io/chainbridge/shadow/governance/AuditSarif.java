package io.chainbridge.shadow.governance;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chainbridge.shadow.report.Quotation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An audit in SARIF 2.1.0, which code scanning of GitHub and others read. A violation that blocks
 * is an error, another a warning, a manual review a note. What is about the change as a whole is
 * placed at the rules' file, because GitHub refuses what has no place.
 */
public final class AuditSarif {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ROOT = "%SRCROOT%";
  private static final int LONGEST = 1_000;
  private static final Finding.Place WHOLE = new Finding.Place(AlexRules.PATH, 1);

  private AuditSarif() {}

  /** Writes it. */
  public static String write(Audit audit) {
    ObjectNode log = JSON.createObjectNode();
    log.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    log.put("version", "2.1.0");
    ObjectNode run = log.putArray("runs").addObject();
    ObjectNode driver = run.putObject("tool").putObject("driver");
    driver.put("name", "Shadow Load governance");
    ArrayNode rules = driver.putArray("rules");
    audit.entries().forEach(entry -> rules.add(rule(entry.rule())));
    invocation(run.putArray("invocations").addObject(), audit);
    text(run.putObject("originalUriBaseIds").putObject(ROOT), "description", "The checkout.");
    run.put("columnKind", "utf16CodeUnits");
    ArrayNode results = run.putArray("results");
    Fingerprints fingerprints = new Fingerprints();
    for (int index = 0; index < audit.entries().size(); index++) {
      Rule rule = audit.entries().get(index).rule();
      for (Finding finding : audit.entries().get(index).examination().findings()) {
        results.add(result(rule, index, finding, fingerprints.of(rule, finding)));
      }
    }
    return log.toPrettyString() + "\n";
  }

  private static ObjectNode rule(Rule rule) {
    ObjectNode node = JSON.createObjectNode();
    node.put("id", id(rule));
    node.put("name", rule.title().replaceAll("[^A-Za-z]", ""));
    text(node, "shortDescription", rule.title());
    text(
        node,
        "fullDescription",
        "ALEX rule %d looks at %s.".formatted(rule.id(), rule.description().looksAt()));
    node.putObject("defaultConfiguration")
        .put("level", rule.severity().blocks() ? "error" : "warning");
    node.putObject("properties").put("severity", rule.severity().name());
    return node;
  }

  private static void invocation(ObjectNode node, Audit audit) {
    node.put("executionSuccessful", !audit.incomplete());
    ArrayNode notifications = node.putArray("toolExecutionNotifications");
    for (String problem : audit.problems()) {
      ObjectNode notification = notifications.addObject();
      notification.put("level", audit.incomplete() ? "error" : "warning");
      text(notification, "message", problem);
    }
  }

  private static ObjectNode result(Rule rule, int index, Finding finding, String fingerprint) {
    ObjectNode node = JSON.createObjectNode();
    node.put("ruleId", id(rule));
    node.put("ruleIndex", index);
    node.put("level", level(rule, finding));
    text(node, "message", "%s. To do: %s.".formatted(finding.message(), finding.remedy()));
    ObjectNode location = node.putArray("locations").addObject().putObject("physicalLocation");
    Finding.Place place = finding.place().orElse(WHOLE);
    location.putObject("artifactLocation").put("uri", uri(place.path())).put("uriBaseId", ROOT);
    location.putObject("region").put("startLine", place.line());
    node.putObject("partialFingerprints").put("alexFinding/v1", fingerprint);
    return node;
  }

  private static String level(Rule rule, Finding finding) {
    if (finding.kind() == Finding.Kind.MANUAL_REVIEW) {
      return "note";
    }
    return rule.severity().blocks() ? "error" : "warning";
  }

  private static String id(Rule rule) {
    return "ALEX-" + rule.id();
  }

  private static void text(ObjectNode node, String name, String text) {
    node.putObject(name).put("text", Quotation.of(text, LONGEST));
  }

  /** A relative reference, each segment percent-encoded. */
  private static String uri(String path) {
    List<String> segments = Arrays.asList(path.split("/", -1));
    return segments.stream()
        .map(segment -> URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20"))
        .collect(Collectors.joining("/"));
  }
}
