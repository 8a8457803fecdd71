package io.chainbridge.shadow.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chainbridge.shadow.settings.Shard;
import io.chainbridge.shadow.settings.Share;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whose load a record is of, as JSON. */
final class SharesJson {
  private SharesJson() {}

  static void write(Shares shares, ObjectNode node) {
    node.put("merged", shares.merged());
    node.put("missing_allowed", shares.missingAllowed());
    ArrayNode made = node.putArray("made");
    for (RunShare one : shares.made()) {
      ObjectNode json = made.addObject();
      one.share().region().ifPresent(region -> json.put("region", region));
      one.share().shard().ifPresent(shard -> json.put("shard", shard.toString()));
      json.put("run_id", one.runId())
          .put("started_at", one.startedAt().toString())
          .put("duration_ms", one.duration().toMillis())
          .put("kept_up", one.keptUp());
    }
  }

  /** Of a missing node, those of a run that made all of its load by itself. */
  static Shares read(JsonNode node) {
    if (node.isMissingNode()) {
      return Shares.NONE;
    }
    List<RunShare> made = new ArrayList<>();
    node.required("made")
        .forEach(
            one ->
                made.add(
                    new RunShare(
                        new Share(
                            Optional.ofNullable(one.path("region").textValue()),
                            Optional.ofNullable(one.path("shard").textValue()).map(Shard::parse)),
                        one.required("run_id").asText(),
                        Instant.parse(one.required("started_at").asText()),
                        Duration.ofMillis(one.required("duration_ms").asLong()),
                        one.required("kept_up").asBoolean())));
    return new Shares(
        made, node.required("merged").asBoolean(), node.required("missing_allowed").asBoolean());
  }
}
