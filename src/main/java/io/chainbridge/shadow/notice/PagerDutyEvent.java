package io.chainbridge.shadow.notice;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chainbridge.shadow.report.Figures;
import io.chainbridge.shadow.report.PastOutcomeText;
import io.chainbridge.shadow.report.Quotation;
import io.chainbridge.shadow.report.TargetText;
import io.chainbridge.shadow.settings.Secret;
import io.chainbridge.shadow.trend.PastOutcome;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** An incident as an event of PagerDuty's Events API v2. */
final class PagerDutyEvent {
  private static final int LONGEST_KEY = 255;
  private static final int LONGEST_SUMMARY = 1_000;
  private static final int LONGEST_TEXT = 200;
  private static final int MOST_LIMITS = 50;
  private static final ObjectMapper JSON = new ObjectMapper();

  private PagerDutyEvent() {}

  /** As JSON, with the key in it. */
  static String write(ToldRun told, Incident incident, Secret key, Optional<URI> link) {
    ObjectNode json = JSON.createObjectNode();
    json.put("routing_key", key.value());
    json.put("event_action", incident.resolved() ? "resolve" : "trigger");
    json.put("dedup_key", dedupKey(told.record().gate(), incident.endpoint()));
    if (!incident.resolved()) {
      json.put("client", "Shadow Load");
      link.ifPresent(address -> json.put("client_url", address.toString()));
      payload(json.putObject("payload"), told, incident);
    }
    return json.toPrettyString() + "\n";
  }

  /**
   * The same from run to run. A longer one than PagerDuty takes ends in a digest of itself, so that
   * no two endpoints share one.
   */
  static String dedupKey(String gate, String endpoint) {
    String key = "shadow-load/%s/%s".formatted(gate, endpoint);
    if (key.length() <= LONGEST_KEY) {
      return key;
    }
    String digest = digest(key);
    return key.substring(0, LONGEST_KEY - 1 - digest.length()) + "-" + digest;
  }

  private static String digest(String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  private static void payload(ObjectNode payload, ToldRun told, Incident incident) {
    payload.put("summary", summary(told, incident));
    payload.put("source", quoted(TargetText.of(told.record(), PagerDutyEvent::quoted)));
    payload.put(
        "severity",
        incident.broken().stream().anyMatch(limit -> limit.measured().isEmpty())
            ? "critical"
            : "error");
    payload.put("timestamp", told.record().startedAt().toString());
    payload.put("component", quoted(endpoint(incident)));
    payload.put("group", quoted(told.record().gate()));
    payload.put("class", "budget");
    ObjectNode details = payload.putObject("custom_details");
    ArrayNode limits = details.putArray("limits");
    List<PastOutcome> broken = incident.broken();
    broken.stream()
        .limit(MOST_LIMITS)
        .forEach(limit -> limits.add(quoted(PastOutcomeText.broken(limit))));
    if (broken.size() > MOST_LIMITS) {
      limits.add("and %s more".formatted(Figures.count(broken.size() - MOST_LIMITS)));
    }
    details.put("runs_in_a_row", incident.runs());
    details.put("simulation", quoted(told.record().simulation()));
    told.run().subject().branch().ifPresent(branch -> details.put("branch", quoted(branch)));
    told.record().commit().ifPresent(commit -> details.put("commit", quoted(commit)));
    details.put("run_id", quoted(told.record().runId()));
  }

  private static String summary(ToldRun told, Incident incident) {
    return Quotation.of(
        "Gate %s: %s broke %s in %s (%s)"
            .formatted(
                quoted(told.record().gate()),
                quoted(endpoint(incident)),
                incident.broken().size() == 1 ? "a budget" : "budgets",
                incident.runs() == 1
                    ? "a run"
                    : "%s runs in a row".formatted(Figures.count(incident.runs())),
                incident.broken().stream()
                    .map(PastOutcome::limit)
                    .distinct()
                    .map(PagerDutyEvent::quoted)
                    .collect(Collectors.joining(", "))),
        LONGEST_SUMMARY);
  }

  private static String endpoint(Incident incident) {
    return incident.endpoint().isEmpty() ? "the whole run" : incident.endpoint();
  }

  private static String quoted(String text) {
    return Quotation.of(text, LONGEST_TEXT);
  }
}
