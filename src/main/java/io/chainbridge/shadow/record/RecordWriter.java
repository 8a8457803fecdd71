package io.chainbridge.shadow.record;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chainbridge.shadow.budget.Quantile;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Turns a run record into JSON. */
final class RecordWriter {
  private RecordWriter() {}

  static ObjectNode write(RunRecord run, ObjectNode node) {
    node.put("schema_version", RecordJson.SCHEMA_VERSION);
    node.put("run_id", run.runId());
    node.put("simulation", run.simulation());
    node.put("gate", run.gate());
    node.put("target", run.target());
    node.put("embedded", run.embedded());
    node.put("commit", run.commit().orElse(null));
    run.branch().ifPresent(branch -> node.put("branch", branch));
    node.put("started_at", run.startedAt().toString());
    node.put("duration_ms", run.duration().toMillis());
    run.budgetsDigest().ifPresent(digest -> node.put("budgets_digest", digest));
    LoadJson.write(run.load(), node.putObject("load"));
    if (!run.shares().made().isEmpty()) {
      SharesJson.write(run.shares(), node.putObject("shares"));
    }
    node.putObject("ending")
        .put("kind", run.ending().kind().name().toLowerCase(Locale.ROOT))
        .put("reason", run.ending().reason());
    ArrayNode settings = node.putArray("settings");
    run.settings()
        .forEach(
            setting ->
                settings
                    .addObject()
                    .put("name", setting.name())
                    .put("value", setting.value())
                    .put("origin", setting.origin()));
    ObjectNode environment = node.putObject("environment");
    new TreeMap<>(run.environment()).forEach(environment::put);
    run.injector().ifPresent(health -> injector(health, node.putObject("injector")));
    run.live().ifPresent(live -> live(live, node.putObject("live")));
    run.arrivals().ifPresent(arrivals -> arrivals(arrivals, node.putObject("arrivals")));
    endpoints(run.endpoints(), node.putArray("endpoints"));
    if (!run.regions().isEmpty()) {
      ArrayNode regions = node.putArray("regions");
      run.regions()
          .forEach(
              region ->
                  endpoints(
                      region.endpoints(),
                      regions.addObject().put("name", region.name()).putArray("endpoints")));
    }
    if (!run.phases().isEmpty()) {
      ArrayNode phases = node.putArray("phases");
      run.phases().forEach(phase -> phase(phase, phases.addObject()));
    }
    run.baseline().ifPresent(baseline -> baseline(baseline, node.putObject("baseline")));
    run.faults().ifPresent(faults -> FaultJson.write(faults, node));
    timeline(run.timeline(), node.putObject("timeline"));
    return node;
  }

  private static void injector(InjectorHealth health, ObjectNode node) {
    node.put("span_ms", health.span().toMillis());
    node.put("process_cpu_share", health.processCpu());
    node.put("machine_cpu_share", orNull(health.machineCpu()));
    node.put("steal_share", orNull(health.steal()));
    node.put("gc_pauses", health.gcPauses());
    node.put("gc_time_ms", health.gcTime().toMillis());
    health.noise().ifPresent(noise -> noise(noise, node.putObject("noise_floor")));
  }

  private static void live(LiveMetrics live, ObjectNode node) {
    node.put("target", live.target());
    node.put("exports", live.exports());
    node.put("lost", live.lost());
    node.put("skipped", live.skipped());
    node.put("reason", live.reason().orElse(null));
  }

  private static void noise(NoiseFloor noise, ObjectNode node) {
    node.put("requests", noise.requests());
    new TreeMap<>(noise.levels())
        .forEach(
            (quantile, level) ->
                node.putObject(quantile.name().toLowerCase(Locale.ROOT))
                    .put("typical_us", level.typical().toNanos() / 1_000)
                    .put("difference_us", level.difference().toNanos() / 1_000));
  }

  private static void arrivals(ArrivalCount arrivals, ObjectNode node) {
    node.put("planned", arrivals.planned());
    node.put("made", arrivals.made());
    node.put("late", arrivals.late());
    node.put("length_ms", arrivals.length().toMillis());
    node.put("span_ms", arrivals.span().toMillis());
    node.put("planned_rate", arrivals.plannedRate());
    node.put("actual_rate", arrivals.actualRate());
    node.put("lateness_histogram", arrivals.lateness().encoded());
  }

  private static void phase(Phase phase, ObjectNode node) {
    node.put("name", phase.name());
    node.put("judged", phase.judged());
    node.put("rate", phase.rate());
    node.put("start_ms", phase.start().toMillis());
    node.put("length_ms", phase.length().toMillis());
    arrivals(phase.arrivals(), node.putObject("arrivals"));
    endpoints(phase.endpoints(), node.putArray("endpoints"));
  }

  private static void baseline(Baseline baseline, ObjectNode node) {
    node.put("target", baseline.target());
    node.put("embedded", baseline.embedded());
    endpoints(baseline.endpoints(), node.putArray("endpoints"));
    ObjectNode pairs = node.putObject("latency_pairs_us");
    new TreeMap<>(baseline.pairs())
        .forEach(
            (endpoint, list) -> {
              ArrayNode array = pairs.putArray(endpoint);
              list.forEach(
                  pair -> array.addArray().add(pair.baselineMicros()).add(pair.candidateMicros()));
            });
  }

  private static void endpoints(List<EndpointRecord> endpoints, ArrayNode array) {
    endpoints.forEach(endpoint -> endpoint(endpoint, array.addObject()));
  }

  private static void endpoint(EndpointRecord endpoint, ObjectNode node) {
    node.put("name", endpoint.name());
    node.put("method", endpoint.method());
    node.put("path", endpoint.path());
    node.put("requests", endpoint.requests());
    node.put("failures", endpoint.failures());
    node.put("failure_rate", endpoint.failureRate());
    for (Quantile quantile : Quantile.values()) {
      node.put(
          quantile.name().toLowerCase(Locale.ROOT) + "_latency_ms",
          endpoint.latency(quantile).map(Duration::toMillis).orElse(null));
    }
    node.put("max_latency_ms", endpoint.latencies().max().map(Duration::toMillis).orElse(null));
    Sizes sizes = endpoint.sizes();
    node.put("mean_response_size_kb", orNull(sizes.meanKb()));
    node.putObject("response_size")
        .put("bodies", sizes.bodies())
        .put("total_bytes", sizes.totalBytes())
        .put("largest_bytes", sizes.largestBytes())
        .put("histogram", sizes.encoded());
    node.put("latency_histogram", endpoint.latencies().encoded());
    node.put("success_latency_histogram", endpoint.successLatencies().encoded());
    ArrayNode errors = node.putArray("errors");
    endpoint
        .errors()
        .forEach(
            error ->
                errors
                    .addObject()
                    .put("message", error.message())
                    .put("count", error.count())
                    .put("first_seen_ms", error.firstSeen().toMillis()));
    node.put("contract_checks", endpoint.contractChecks());
    ArrayNode violations = node.putArray("contract_violations");
    endpoint
        .contractViolations()
        .forEach(
            broken ->
                violations
                    .addObject()
                    .put("pointer", broken.violation().pointer())
                    .put("pattern", broken.violation().pattern())
                    .put("found", broken.violation().found())
                    .put("expected", broken.violation().expected())
                    .put("reason", broken.violation().reason().orElse(null))
                    .put("count", broken.count())
                    .put("sample", broken.sample()));
  }

  private static void timeline(Timeline timeline, ObjectNode node) {
    node.put("interval_ms", timeline.interval().toMillis());
    ArrayNode slices = node.putArray("slices");
    for (Timeline.Slice slice : timeline.slices()) {
      ObjectNode json = slices.addObject().put("active_users", slice.activeUsers());
      ObjectNode endpoints = json.putObject("endpoints");
      new TreeMap<>(slice.latencies())
          .forEach(
              (name, latencies) ->
                  endpoints
                      .putObject(name)
                      .put("failures", slice.failures().getOrDefault(name, 0L))
                      .put("latency_histogram", latencies.encoded()));
    }
  }

  private static @Nullable Double orNull(OptionalDouble number) {
    return number.isPresent() ? (Double) number.getAsDouble() : null;
  }
}
