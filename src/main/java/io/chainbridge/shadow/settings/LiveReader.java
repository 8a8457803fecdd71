package io.chainbridge.shadow.settings;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads where figures go while a run lasts. */
final class LiveReader {
  private static final String METRICS = "/v1/metrics";

  static final Setting<URI> OTLP =
      new Setting<>(
          "live.otlp",
          Kind.address("a secret belongs in the environment variable " + CollectorHeaders.VARIABLE),
          "http://127.0.0.1:4318",
          Fallback.always("none"),
          "OTLP/HTTP address of an OpenTelemetry collector that gets counts and latencies each second while it runs");

  static final List<Setting<?>> ALL = List.of(OTLP);

  private final SettingsReader reader;
  private final Map<String, String> environment;

  /**
   * @param environment that has the headers which the collector wants
   */
  LiveReader(SettingsReader reader, Map<String, String> environment) {
    this.reader = reader;
    this.environment = environment;
  }

  /** Headers that make no sense do not matter to a run that sends none. */
  Optional<Settings.Live> read() {
    Optional<URI> base = reader.find(OTLP);
    if (base.isEmpty()) {
      return Optional.empty();
    }
    Optional<CollectorHeaders> headers =
        CollectorHeaders.parse(environment.getOrDefault(CollectorHeaders.VARIABLE, ""));
    if (headers.isEmpty()) {
      reader.refuse(CollectorHeaders.PROBLEM);
    }
    return Optional.of(
        new Settings.Live(ofMetrics(base.get()), headers.orElse(CollectorHeaders.NONE)));
  }

  /** As for OTEL_EXPORTER_OTLP_ENDPOINT, all that a user gives is where the paths begin. */
  private static URI ofMetrics(URI base) {
    return base.getRawPath().endsWith(METRICS) ? base : URI.create(base + METRICS);
  }
}
