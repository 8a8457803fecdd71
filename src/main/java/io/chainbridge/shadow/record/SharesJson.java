package io.chainbridge.shadow.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chainbridge.shadow.settings.Shard;
import io.chainbridge.shadow.settings.Share;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whose load a record is of, as JSON. */
final class SharesJson {
  private SharesJson() {}

  static void write(Shares shares, ObjectNode node) {
    node.put("merged", shares.merged());
    node.put("missing_allowed", shares.missingAllowed());
    if (!shares.expectedRegions().isEmpty()) {
      ArrayNode regions = node.putArray("expected_regions");
      shares.expectedRegions().forEach(regions::add);
    }
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
                        JsonFigures.instant(one, "started_at"),
                        JsonFigures.millis(one, "duration_ms"),
                        one.required("kept_up").asBoolean())));
    Set<String> regions = new HashSet<>();
    node.path("expected_regions").forEach(name -> regions.add(name.asText()));
    return new Shares(
        made,
        node.required("merged").asBoolean(),
        node.required("missing_allowed").asBoolean(),
        regions);
  }
}
