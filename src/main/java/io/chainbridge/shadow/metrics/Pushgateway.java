package io.chainbridge.shadow.metrics;

import io.chainbridge.shadow.record.EndpointRecord;
import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.trend.RunTrend;
import io.chainbridge.shadow.verdict.Verdict;
import io.prometheus.metrics.exporter.pushgateway.Format;
import io.prometheus.metrics.exporter.pushgateway.PushGateway;
import io.prometheus.metrics.exporter.pushgateway.Scheme;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.Map;

/**
 * A Pushgateway, which keeps what runs leave until Prometheus asks for it: a group for each gate
 * and endpoint, and one for what is about the gate itself. It is contacted directly, without a
 * proxy, and each group replaces what a run before left in it.
 *
 * @param uri scheme, host, port and path
 */
public record Pushgateway(URI uri) {
  private static final String JOB = "shadow_load";

  /** Of each group, to connect and then again to wait for a byte of the answer. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  /** After it no other group is begun. */
  private static final Duration LONGEST = Duration.ofSeconds(10);

  /**
   * Pushes a run, in the format that has native histograms.
   *
   * @throws IOException at the first group that is not taken; those before it are
   */
  public void push(RunRecord run, Verdict verdict, RunTrend trend) throws IOException {
    RunMetrics metrics = new RunMetrics(run, verdict, trend);
    long begun = System.nanoTime();
    for (EndpointRecord endpoint : run.endpoints()) {
      if (System.nanoTime() - begun > LONGEST.toNanos()) {
        throw new IOException(
            "it takes too long: not all endpoints within " + LONGEST.toSeconds() + " s");
      }
      push(metrics.of(endpoint), Map.of("gate", run.gate(), "endpoint", endpoint.name()));
    }
    push(metrics.ofGate(), Map.of("gate", run.gate()));
  }

  private void push(MetricSnapshots metrics, Map<String, String> group) throws IOException {
    PushGateway.Builder gateway =
        PushGateway.builder()
            .scheme(Scheme.fromString(uri.getScheme()))
            .address(uri.getRawAuthority() + uri.getRawPath())
            .format(Format.PROMETHEUS_PROTOBUF)
            .connectionFactory(Pushgateway::open)
            .connectionTimeout(PATIENCE)
            .readTimeout(PATIENCE)
            .job(JOB);
    group.forEach(gateway::groupingKey);
    gateway.build().push(() -> metrics);
  }

  private static HttpURLConnection open(URL url) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) url.openConnection(Proxy.NO_PROXY);
    connection.setInstanceFollowRedirects(false);
    return connection;
  }
}
