package io.chainbridge.shadow.record;

import com.fasterxml.jackson.databind.JsonNode;
import io.chainbridge.shadow.budget.Quantile;
import io.chainbridge.shadow.contract.Violation;
import io.chainbridge.shadow.settings.ResolvedSetting;
import java.time.Duration;
import java.time.Instant;
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
  private RecordReader() {}

  static RunRecord read(JsonNode node) {
    int version = node.path("schema_version").asInt();
    if (version != RecordJson.SCHEMA_VERSION) {
      throw new IllegalArgumentException(
          "schema_version: found %s, this reads %d"
              .formatted(node.path("schema_version"), RecordJson.SCHEMA_VERSION));
    }
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
        Instant.parse(node.required("started_at").asText()),
        Duration.ofMillis(node.required("duration_ms").asLong()),
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
        timeline(node.required("timeline")),
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
        node.required("planned").asLong(),
        node.required("made").asLong(),
        Duration.ofMillis(node.required("length_ms").asLong()),
        Duration.ofMillis(node.required("span_ms").asLong()),
        Latencies.decode(node.required("lateness_histogram").asText()));
  }

  private static Phase phase(JsonNode node) {
    return new Phase(
        node.required("name").asText(),
        node.required("judged").asBoolean(),
        node.required("rate").asDouble(),
        Duration.ofMillis(node.required("start_ms").asLong()),
        Duration.ofMillis(node.required("length_ms").asLong()),
        arrivals(node.required("arrivals")),
        list(node.required("endpoints"), RecordReader::endpoint));
  }

  private static EndpointRecord endpoint(JsonNode node) {
    JsonNode size = node.required("response_size");
    Sizes sizes =
        Sizes.decode(
            size.required("histogram").asText(),
            size.required("total_bytes").asLong(),
            size.required("largest_bytes").asLong());
    return new EndpointRecord(
        node.required("name").asText(),
        node.required("method").asText(),
        node.required("path").asText(),
        Latencies.decode(node.required("latency_histogram").asText()),
        Latencies.decode(node.required("success_latency_histogram").asText()),
        sizes,
        node.path("contract_checks").asLong(sizes.bodies()),
        list(
            node.required("errors"),
            error ->
                new ErrorCount(
                    error.required("message").asText(),
                    error.required("count").asLong(),
                    Duration.ofMillis(error.required("first_seen_ms").asLong()))),
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
                    broken.required("count").asLong(),
                    broken.required("sample").asText())));
  }

  private static InjectorHealth injector(JsonNode node) {
    return new InjectorHealth(
        Duration.ofMillis(node.required("span_ms").asLong()),
        node.required("process_cpu_share").asDouble(),
        number(node.path("machine_cpu_share")),
        number(node.path("steal_share")),
        node.required("gc_pauses").asLong(),
        Duration.ofMillis(node.required("gc_time_ms").asLong()),
        Optional.ofNullable(node.get("noise_floor")).map(RecordReader::noise));
  }

  private static LiveMetrics live(JsonNode node) {
    return new LiveMetrics(
        node.required("target").asText(),
        node.required("exports").asLong(),
        node.required("lost").asLong(),
        node.required("skipped").asLong(),
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
    return new NoiseFloor(node.required("requests").asInt(), levels);
  }

  private static Duration micros(JsonNode node, String key) {
    return Duration.of(node.required(key).asLong(), ChronoUnit.MICROS);
  }

  private static OptionalDouble number(JsonNode node) {
    return node.isNumber() ? OptionalDouble.of(node.asDouble()) : OptionalDouble.empty();
  }

  private static Timeline timeline(JsonNode node) {
    return new Timeline(
        Duration.ofMillis(node.required("interval_ms").asLong()),
        list(node.required("slices"), RecordReader::slice));
  }

  private static Timeline.Slice slice(JsonNode node) {
    Map<String, Latencies> latencies = new HashMap<>();
    Map<String, Long> failures = new HashMap<>();
    node.required("endpoints")
        .properties()
        .forEach(
            entry -> {
              JsonNode counts = entry.getValue();
              latencies.put(
                  entry.getKey(), Latencies.decode(counts.required("latency_histogram").asText()));
              long failed = counts.required("failures").asLong();
              if (failed > 0) {
                failures.put(entry.getKey(), failed);
              }
            });
    return new Timeline.Slice(node.required("active_users").asInt(), latencies, failures);
  }

  private static <T> List<T> list(JsonNode array, Function<JsonNode, T> reader) {
    List<T> list = new ArrayList<>();
    array.forEach(element -> list.add(reader.apply(element)));
    return list;
  }
}
