package io.chainbridge.shadow.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chainbridge.shadow.budget.Quantile;
import io.chainbridge.shadow.record.EndpointRecord;
import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.settings.Pace;
import java.time.Duration;

/**
 * The results in the JSON shape of the probe that Shadow Load replaces, for the scripts that read
 * it: endpoints by path, or by method and path where two share one.
 */
public final class SeedResults {
  private static final ObjectMapper JSON = new ObjectMapper();

  private SeedResults() {}

  /** Writes them. A figure that there is no data for is null. */
  public static String write(RunRecord run) {
    ObjectNode node = JSON.createObjectNode();
    node.put("timestamp", run.startedAt().toEpochMilli() / 1000.0);
    node.put("base_url", run.target());
    node.put("iterations", iterations(run));
    ObjectNode endpoints = node.putObject("endpoints");
    for (EndpointRecord endpoint : run.endpoints()) {
      endpoints.set(key(endpoint, run), endpoint(endpoint));
    }
    return node.toPrettyString() + "\n";
  }

  /** What was asked for, or else the requests that an endpoint had. */
  private static long iterations(RunRecord run) {
    long most = run.endpoints().stream().mapToLong(EndpointRecord::requests).max().orElse(0);
    return run.load().pace() instanceof Pace.Closed closed
        ? closed.iterations().stream().asLongStream().findFirst().orElse(most)
        : most;
  }

  private static String key(EndpointRecord endpoint, RunRecord run) {
    long sharing =
        run.endpoints().stream().filter(other -> other.path().equals(endpoint.path())).count();
    if (sharing == 1) {
      return endpoint.path();
    }
    String key = endpoint.method() + " " + endpoint.path();
    long alike =
        run.endpoints().stream()
            .filter(other -> key.equals(other.method() + " " + other.path()))
            .count();
    return alike == 1 ? key : key + " " + endpoint.name();
  }

  private static ObjectNode endpoint(EndpointRecord endpoint) {
    ObjectNode node = JSON.createObjectNode();
    node.put("p50", millis(endpoint, Quantile.P50));
    node.put("p95", millis(endpoint, Quantile.P95));
    node.put("p99", millis(endpoint, Quantile.P99));
    node.put(
        "avg_size_kb",
        endpoint.sizes().meanKb().isPresent()
            ? (Double) (Math.round(endpoint.sizes().meanKb().getAsDouble() * 100) / 100.0)
            : null);
    node.put("failures", endpoint.failures());
    node.put("failure_rate", endpoint.failureRate());
    return node;
  }

  private static Double millis(EndpointRecord endpoint, Quantile quantile) {
    return endpoint.latency(quantile).map(Duration::toMillis).map(Long::doubleValue).orElse(null);
  }
}
