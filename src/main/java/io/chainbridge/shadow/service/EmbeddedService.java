package io.chainbridge.shadow.service;

import io.chainbridge.shadow.budget.Gate;
import io.chainbridge.shadow.process.Ordered;
import io.chainbridge.shadow.reference.Faults;
import io.chainbridge.shadow.reference.ReferenceOptions;
import io.chainbridge.shadow.reference.ReferenceProcess;
import io.chainbridge.shadow.settings.Settings;
import java.net.URI;
import java.util.Optional;

/** The reference service, in a JVM of its own. */
record EmbeddedService(ReferenceProcess process, Settings.Start start) implements MeasuredService {

  static EmbeddedService start(Settings.Reference reference, Settings.Start start) {
    return new EmbeddedService(ReferenceProcess.start(options(reference)), start);
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

  @Override
  public URI uri() {
    return process.uri();
  }

  @Override
  public Optional<String> await(Gate gate) {
    return Readiness.of(uri(), gate, start).await("");
  }

  @Override
  public Optional<Ordered> database() {
    return Optional.of(process);
  }

  @Override
  public void close() {
    process.close();
  }
}
