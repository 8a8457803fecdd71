package io.chainbridge.shadow.metrics;

import io.chainbridge.shadow.record.EndpointRecord;
import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.trend.RunTrend;
import io.chainbridge.shadow.verdict.Verdict;
import io.prometheus.metrics.config.PrometheusProperties;
import io.prometheus.metrics.exporter.pushgateway.Format;
import io.prometheus.metrics.exporter.pushgateway.PushGateway;
import io.prometheus.metrics.exporter.pushgateway.Scheme;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

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

  /** For all groups, also where bytes keep trickling in. */
  private static final Duration LONGEST = Duration.ofSeconds(10);

  /** The library's own settings would win over ours, wherever they come from. */
  private static final PrometheusProperties NO_SETTINGS = PrometheusProperties.builder().build();

  /**
   * Pushes a run, in the format that has native histograms.
   *
   * @throws IOException at the first group that is not taken, those before it are; or after {@link
   *     #LONGEST}
   */
  public void push(RunRecord run, Verdict verdict, RunTrend trend) throws IOException {
    push(new RunMetrics(run, verdict, trend), LONGEST);
  }

  /** What is then under way is left to a thread that holds nobody up. */
  void push(RunMetrics metrics, Duration longest) throws IOException {
    FutureTask<Void> push = new FutureTask<>(() -> pushAll(metrics), null);
    Thread thread = new Thread(push, "pushgateway");
    thread.setDaemon(true);
    thread.start();
    try {
      push.get(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof UncheckedIOException failure
          ? failure.getCause()
          : new IOException(e.getCause());
    } catch (TimeoutException e) {
      throw new IOException("not all groups within %d ms".formatted(longest.toMillis()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      push.cancel(true);
    }
  }

  private void pushAll(RunMetrics metrics) {
    String gate = metrics.run().gate();
    for (EndpointRecord endpoint : metrics.run().endpoints()) {
      push(metrics.of(endpoint), Map.of("gate", gate, "endpoint", endpoint.name()));
    }
    push(metrics.ofGate(), Map.of("gate", gate));
  }

  private void push(MetricSnapshots metrics, Map<String, String> group) {
    PushGateway.Builder gateway =
        PushGateway.builder(NO_SETTINGS)
            .scheme(Scheme.fromString(uri.getScheme()))
            .address(uri.getRawAuthority() + uri.getRawPath())
            .format(Format.PROMETHEUS_PROTOBUF)
            .connectionFactory(Pushgateway::open)
            .connectionTimeout(PATIENCE)
            .readTimeout(PATIENCE)
            .job(JOB);
    group.forEach(gateway::groupingKey);
    try {
      gateway.build().push(() -> metrics);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static HttpURLConnection open(URL url) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) url.openConnection(Proxy.NO_PROXY);
    connection.setInstanceFollowRedirects(false);
    return connection;
  }
}
