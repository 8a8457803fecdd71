package io.chainbridge.shadow.live;

import io.chainbridge.shadow.record.LatencyBounds;
import io.chainbridge.shadow.record.LiveMetrics;
import io.chainbridge.shadow.settings.Settings;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.LongUpDownCounter;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.sdk.metrics.ExemplarFilter;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.resources.Resource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Streams to an OpenTelemetry collector by OTLP/HTTP. All figures are cumulative: what a lost
 * export had is in the next one.
 */
final class OtlpStream implements LiveStream {
  private static final String NAME = "shadow_load.live.";

  /** It would say on the console each second what is counted anyway; kept, or it would be back. */
  private static final Logger SDK_LOG = Logger.getLogger("io.opentelemetry");

  private final String target;
  private final ExportCount count = new ExportCount();
  private final SdkMeterProvider provider;
  private final DoubleHistogram latency;
  private final LongCounter requests;
  private final LongUpDownCounter users;
  private final Map<String, Series> series;

  /** The attributes of an endpoint's points, made once. */
  private record Series(Attributes success, Attributes failure) {
    static Series of(String gate, String endpoint) {
      Attributes both = Attributes.builder().put("gate", gate).put("endpoint", endpoint).build();
      return new Series(
          both.toBuilder().put("outcome", "success").build(),
          both.toBuilder().put("outcome", "failure").build());
    }
  }

  OtlpStream(Settings.Live live, StreamedRun run) {
    SDK_LOG.setLevel(Level.OFF);
    target = live.otlp().toString();
    provider =
        SdkMeterProvider.builder()
            .setResource(Resource.getDefault().merge(resource(run)))
            .setExemplarFilter(ExemplarFilter.alwaysOff())
            .registerMetricReader(new ExportLoop(new Collector(live), count))
            .build();
    Meter meter = provider.get("shadow-load");
    latency =
        meter
            .histogramBuilder(NAME + "latency")
            .setUnit("s")
            .setDescription("From sending a measured request to its answer, or to giving up")
            .setExplicitBucketBoundariesAdvice(LatencyBounds.SECONDS)
            .build();
    requests =
        meter
            .counterBuilder(NAME + "requests")
            .setUnit("{request}")
            .setDescription("Measured requests that were answered or given up")
            .build();
    users =
        meter
            .upDownCounterBuilder(NAME + "active_users")
            .setUnit("{user}")
            .setDescription("Virtual users at work, while warming up too")
            .build();
    series =
        run.endpoints().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Function.identity(), endpoint -> Series.of(run.gate(), endpoint)));
  }

  private static Resource resource(StreamedRun run) {
    return Resource.create(
        Attributes.builder()
            .put("service.name", "shadow-load")
            .put("service.version", BuildVersion.read())
            .put("service.instance.id", UUID.randomUUID().toString())
            .put("shadow_load.run.start", run.start().toString())
            .put("shadow_load.run.gate", run.gate())
            .put("shadow_load.run.simulation", run.simulation())
            .build());
  }

  @Override
  public void request(String endpoint, long latencyMs, boolean ok) {
    @Nullable Series known = series.get(endpoint);
    if (known != null) {
      Attributes attributes = ok ? known.success : known.failure;
      latency.record(Math.max(0, latencyMs) / 1_000.0, attributes);
      requests.add(1, attributes);
    }
  }

  @Override
  public void users(int change) {
    users.add(change);
  }

  @Override
  public Optional<LiveMetrics> end() {
    provider.close();
    return Optional.of(count.metrics(target));
  }
}
