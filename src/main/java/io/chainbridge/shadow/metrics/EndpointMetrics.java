package io.chainbridge.shadow.metrics;

import io.chainbridge.shadow.record.EndpointRecord;
import io.chainbridge.shadow.record.Latencies;
import io.chainbridge.shadow.record.Sizes;
import io.prometheus.metrics.model.snapshots.Labels;
import java.time.Duration;

/**
 * What was measured at one endpoint over the whole run.
 *
 * @param labels its own
 */
record EndpointMetrics(Labels labels, EndpointRecord endpoint) {

  void addTo(Families families) {
    families.count(Metric.REQUESTS, labels.add("outcome", "success"), endpoint.successes());
    families.count(Metric.REQUESTS, labels.add("outcome", "failure"), endpoint.failures());
    families.count(Metric.CONTRACT_VIOLATIONS, labels, endpoint.contractBreaks());
    if (endpoint.requests() > 0) {
      families.gauge(Metric.FAILURE_RATIO, labels, endpoint.failureRate());
    }
    if (endpoint.successes() > 0) {
      add(families, endpoint.latencies());
    }
    if (endpoint.sizes().bodies() > 0) {
      add(families, endpoint.sizes());
    }
  }

  /** Not without a success: how quickly a service fails is no latency to speak of. */
  private void add(Families families, Latencies latencies) {
    Distribution distribution = Distribution.of(latencies);
    families.histogram(Metric.REQUEST_LATENCY, labels, distribution);
    families.summary(Metric.REQUEST_LATENCY_QUANTILES, labels, distribution);
    families.gauge(
        Metric.REQUEST_LATENCY_MAX,
        labels,
        latencies.max().map(Duration::toMillis).orElseThrow() / 1_000.0);
  }

  private void add(Families families, Sizes sizes) {
    families.summary(Metric.RESPONSE_SIZE, labels, Distribution.of(sizes));
    families.count(Metric.RESPONSE_SIZE_MAX, labels, sizes.largestBytes());
  }
}
