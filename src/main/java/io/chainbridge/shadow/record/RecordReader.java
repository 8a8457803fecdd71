package io.chainbridge.shadow.record;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chainbridge.shadow.budget.Quantile;
import io.chainbridge.shadow.contract.Violation;
import io.chainbridge.shadow.settings.ResolvedSetting;
import java.io.IOException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;

/** Turns JSON into a run record. */
final class RecordReader {
  private static final String VERSION = "schema_version";

  private RecordReader() {}

  /** Reads all that a parser gives; of the timeline, which is nearly all of it, without a tree. */
  static RunRecord read(JsonParser json) throws IOException {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    Optional<Timeline> timeline = Optional.empty();
    if (json.nextToken() == JsonToken.START_OBJECT) {
      for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
        json.nextToken();
        if (key.equals("timeline")) {
          timeline = Optional.of(new TimelineReader(json).read());
        } else {
          node.set(key, json.<JsonNode>readValueAsTree());
        }
        if (key.equals(VERSION)) {
          requireVersion(node); // before what another version means by the rest
        }
      }
    }
    requireVersion(node);
    if (json.nextToken() != null) {
      throw new IllegalArgumentException("no JSON: found more after its end");
    }
    return read(
        node, timeline.orElseThrow(() -> new IllegalArgumentException("timeline: missing")));
  }

  private static void requireVersion(JsonNode node) {
    JsonNode version = node.path(VERSION);
    if (version.asInt() != RecordJson.SCHEMA_VERSION) {
      throw new IllegalArgumentException(
          "%s: found %s, this reads %d".formatted(VERSION, version, RecordJson.SCHEMA_VERSION));
    }
  }

  private static RunRecord read(JsonNode node, Timeline timeline) {
    JsonNode ending = node.required("ending");
    Map<String, String> environment = new TreeMap<>();
    node.path("environment")
        .properties()
        .forEach(entry -> environment.put(entry.getKey(), entry.getValue().asText()));
    return new RunRecord(
        node.required("run_id").asText(),
        node.required("simulation").asText(),
        node.required("gate").asText(),
        node.required("target").asText(),
        node.required("embedded").asBoolean(),
        Optional.ofNullable(node.path("commit").textValue()),
        Optional.ofNullable(node.path("branch").textValue()),
        JsonFigures.instant(node, "started_at"),
        JsonFigures.millis(node, "duration_ms"),
        Optional.ofNullable(node.path("budgets_digest").textValue()),
        LoadJson.read(node.required("load")),
        SharesJson.read(node.path("shares")),
        list(
            node.required("settings"),
            setting ->
                new ResolvedSetting(
                    setting.required("name").asText(),
                    setting.required("value").asText(),
                    setting.required("origin").asText())),
        environment,
        Optional.ofNullable(node.get("injector")).map(RecordReader::injector),
        Optional.ofNullable(node.get("live")).map(RecordReader::live),
        Optional.ofNullable(node.get("arrivals")).map(RecordReader::arrivals),
        new Ending(
            Ending.Kind.valueOf(ending.required("kind").asText().toUpperCase(Locale.ROOT)),
            ending.required("reason").asText()),
        timeline,
        list(node.path("phases"), RecordReader::phase),
        list(node.required("endpoints"), RecordReader::endpoint),
        list(
            node.path("regions"),
            region ->
                new RegionRecord(
                    region.required("name").asText(),
                    list(region.required("endpoints"), RecordReader::endpoint))),
        Optional.ofNullable(node.get("baseline")).map(RecordReader::baseline),
        FaultJson.read(node));
  }

  private static Baseline baseline(JsonNode node) {
    Map<String, List<LatencyPair>> pairs = new HashMap<>();
    node.required("latency_pairs_us")
        .properties()
        .forEach(
            entry ->
                pairs.put(
                    entry.getKey(),
                    list(
                        entry.getValue(),
                        pair ->
                            new LatencyPair(
                                pair.required(0).asLong(), pair.required(1).asLong()))));
    return new Baseline(
        node.required("target").asText(),
        node.required("embedded").asBoolean(),
        list(node.required("endpoints"), RecordReader::endpoint),
        pairs);
  }

  private static ArrivalCount arrivals(JsonNode node) {
    return new ArrivalCount(
        JsonFigures.count(node, "planned"),
        JsonFigures.count(node, "made"),
        JsonFigures.millis(node, "length_ms"),
        JsonFigures.millis(node, "span_ms"),
        Latencies.decode(node.required("lateness_histogram").asText()));
  }

  private static Phase phase(JsonNode node) {
    return new Phase(
        node.required("name").asText(),
        node.required("judged").asBoolean(),
        JsonFigures.number(node, "rate"),
        JsonFigures.millis(node, "start_ms"),
        JsonFigures.millis(node, "length_ms"),
        arrivals(node.required("arrivals")),
        list(node.required("endpoints"), RecordReader::endpoint));
  }

  private static EndpointRecord endpoint(JsonNode node) {
    JsonNode size = node.required("response_size");
    Sizes sizes =
        Sizes.decode(
            size.required("histogram").asText(),
            JsonFigures.count(size, "total_bytes"),
            JsonFigures.count(size, "largest_bytes"));
    return new EndpointRecord(
        node.required("name").asText(),
        node.required("method").asText(),
        node.required("path").asText(),
        Latencies.decode(node.required("latency_histogram").asText()),
        Latencies.decode(node.required("success_latency_histogram").asText()),
        sizes,
        node.has("contract_checks") ? JsonFigures.count(node, "contract_checks") : sizes.bodies(),
        list(
            node.required("errors"),
            error ->
                new ErrorCount(
                    error.required("message").asText(),
                    JsonFigures.count(error, "count"),
                    JsonFigures.millis(error, "first_seen_ms"))),
        list(
            node.required("contract_violations"),
            broken ->
                new ViolationCount(
                    new Violation(
                        broken.required("pointer").asText(),
                        broken.required("pattern").asText(),
                        broken.required("found").asText(),
                        broken.required("expected").asText(),
                        List.of(),
                        Optional.ofNullable(broken.path("reason").textValue())),
                    JsonFigures.count(broken, "count"),
                    broken.required("sample").asText())));
  }

  private static InjectorHealth injector(JsonNode node) {
    return new InjectorHealth(
        JsonFigures.millis(node, "span_ms"),
        JsonFigures.number(node, "process_cpu_share"),
        number(node.path("machine_cpu_share")),
        number(node.path("steal_share")),
        JsonFigures.count(node, "gc_pauses"),
        JsonFigures.millis(node, "gc_time_ms"),
        Optional.ofNullable(node.get("noise_floor")).map(RecordReader::noise));
  }

  private static LiveMetrics live(JsonNode node) {
    return new LiveMetrics(
        node.required("target").asText(),
        JsonFigures.count(node, "exports"),
        JsonFigures.count(node, "lost"),
        JsonFigures.count(node, "skipped"),
        Optional.ofNullable(node.path("reason").textValue()));
  }

  private static NoiseFloor noise(JsonNode node) {
    Map<Quantile, NoiseFloor.Level> levels = new EnumMap<>(Quantile.class);
    for (Quantile quantile : Quantile.values()) {
      JsonNode level = node.required(quantile.name().toLowerCase(Locale.ROOT));
      levels.put(
          quantile,
          new NoiseFloor.Level(micros(level, "typical_us"), micros(level, "difference_us")));
    }
    return new NoiseFloor(JsonFigures.whole(node, "requests"), levels);
  }

  private static Duration micros(JsonNode node, String key) {
    return Duration.of(JsonFigures.count(node, key), ChronoUnit.MICROS);
  }

  private static OptionalDouble number(JsonNode node) {
    return node.isNumber() ? OptionalDouble.of(node.asDouble()) : OptionalDouble.empty();
  }

  private static <T> List<T> list(JsonNode array, Function<JsonNode, T> reader) {
    List<T> list = new ArrayList<>();
    array.forEach(element -> list.add(reader.apply(element)));
    return list;
  }
}
