package io.chainbridge.shadow.report;

import io.chainbridge.shadow.budget.Quantile;
import io.chainbridge.shadow.record.EndpointRecord;
import io.chainbridge.shadow.record.Latencies;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Some requests' number and latencies.
 *
 * @param name of the requests
 * @param count of them
 * @param median latency
 * @param p95 latency
 * @param p99 latency
 * @param slowest latency
 */
record LatencyRow(
    String name, String count, String median, String p95, String p99, String slowest) {

  /** All requests of an endpoint; if some failed, the others alone as well. */
  static List<LatencyRow> of(EndpointRecord endpoint) {
    List<LatencyRow> rows = new ArrayList<>(List.of(of("all requests", endpoint.latencies())));
    if (endpoint.failures() > 0) {
      rows.add(of("successes alone", endpoint.successLatencies()));
    }
    return rows;
  }

  private static LatencyRow of(String name, Latencies latencies) {
    return new LatencyRow(
        name,
        Figures.count(latencies.count()),
        text(latencies.at(Quantile.P50)),
        text(latencies.at(Quantile.P95)),
        text(latencies.at(Quantile.P99)),
        text(latencies.max()));
  }

  private static String text(Optional<Duration> latency) {
    return latency.map(Lengths::millis).orElse("\u2013");
  }
}
