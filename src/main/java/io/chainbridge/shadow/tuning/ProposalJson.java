package io.chainbridge.shadow.tuning;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * A proposal as JSON, as {@code schemas/tune.schema.json} describes it; figures are in the limit's
 * unit.
 */
public final class ProposalJson {
  /** Version of the format. */
  public static final int SCHEMA_VERSION = 1;

  private static final ObjectMapper JSON = new ObjectMapper();

  private ProposalJson() {}

  /**
   * Writes it.
   *
   * @param warnings a sentence for each file of the history that could not be read
   */
  public static String write(Proposal proposal, List<String> warnings) {
    ObjectNode root = JSON.createObjectNode().put("schema_version", SCHEMA_VERSION);
    root.put("gate", proposal.before().gate());
    root.put("branch", proposal.selection().branch().orElse(null));
    root.put("quantile", JsonPatch.plain(proposal.terms().quantile()));
    root.put("headroom", JsonPatch.plain(proposal.terms().headroom()));
    root.put("min_runs", proposal.terms().minRuns());
    root.put("runs", proposal.selection().runs().size());
    ArrayNode leftOut = root.putArray("left_out");
    proposal.selection().leftOut().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            entry ->
                leftOut
                    .addObject()
                    .put("reason", entry.getKey().key())
                    .put("runs", entry.getValue()));
    warnings.forEach(root.putArray("warnings")::add);
    ArrayNode limits = root.putArray("limits");
    proposal.decisions().forEach(decision -> write(decision, proposal, limits.addObject()));
    ArrayNode patches = root.putArray("patches");
    for (Proposal.Patch patch : proposal.patches()) {
      ObjectNode node = patches.addObject().put("file", patch.file().toString());
      JsonPatch.add(patch.replacements(), node.putArray("operations"));
    }
    root.put("commit_message", proposal.changes().isEmpty() ? null : CommitMessage.of(proposal));
    return root.toPrettyString() + "\n";
  }

  private static void write(Decision decision, Proposal proposal, ObjectNode node) {
    Place place = decision.place();
    node.put("endpoint", place.owner().orElse(null));
    node.put("limit", place.limit().key());
    node.put("now", JsonPatch.plain(place.now()));
    node.put("proposed", decision.changes() ? JsonPatch.plain(decision.figure()) : null);
    node.put("reason", decision.reason().key());
    node.put("why", Why.of(decision, proposal.terms()));
    ArrayNode evidence = node.putArray("evidence");
    decision.asks().forEach(ask -> write(ask, evidence.addObject()));
  }

  private static void write(Ask ask, ObjectNode node) {
    node.put("endpoint", ask.endpoint());
    node.put("shape", ask.subject().shape().key());
    node.put("target", ask.subject().target());
    node.put("runs", ask.runs());
    node.put("first_at", ask.first().toString());
    node.put("last_at", ask.last().toString());
    node.put("since_change", ask.changed());
    node.put("quantile", JsonPatch.plain(ask.quantile()));
    node.put("highest", JsonPatch.plain(ask.highest()));
    if (ask.bound().isPresent()) {
      Ask.Bound bound = ask.bound().get();
      node.putObject("upper_bound")
          .put("confidence", QuantileBound.CONFIDENCE)
          .put("order", bound.order())
          .put("figure", JsonPatch.plain(bound.figure()));
    } else {
      node.putNull("upper_bound");
    }
    node.put("asks_for", JsonPatch.plain(ask.figure()));
    node.put("finest", JsonPatch.plain(ask.finest()));
  }
}
