package io.chainbridge.shadow.gatling;

import io.chainbridge.shadow.reference.Faults;
import io.chainbridge.shadow.reference.ReferenceOptions;
import io.chainbridge.shadow.reference.ReferenceProcess;
import io.chainbridge.shadow.settings.Settings;
import java.net.URI;
import java.util.Optional;

/** The service to be measured: the one that the settings name, or an embedded one of this run. */
final class MeasuredService implements AutoCloseable {
  private final Optional<URI> named;
  private final Optional<ReferenceProcess> embedded;

  private MeasuredService(Optional<URI> named, Optional<ReferenceProcess> embedded) {
    this.named = named;
    this.embedded = embedded;
  }

  /** Returns at once; an embedded service boots meanwhile. */
  static MeasuredService start(Settings settings) {
    return new MeasuredService(
        settings.baseUrl(),
        settings.baseUrl().isPresent()
            ? Optional.empty()
            : Optional.of(ReferenceProcess.start(options(settings.reference()))));
  }

  private static ReferenceOptions options(Settings.Reference reference) {
    return new ReferenceOptions(
        0,
        reference.events(),
        reference.seed(),
        new Faults(
            reference.latency(),
            reference.errorRate(),
            reference.eventsKb(),
            reference.modelVersion()));
  }

  /** Waits until an embedded service has said where it listens. */
  URI uri() {
    return named.orElseGet(() -> embedded.orElseThrow().uri());
  }

  /** Ends an embedded service. */
  @Override
  public void close() {
    embedded.ifPresent(ReferenceProcess::close);
  }
}
