package io.chainbridge.shadow.service;

import io.chainbridge.shadow.budget.Gate;
import io.chainbridge.shadow.process.Ordered;
import io.chainbridge.shadow.reference.ReferenceException;
import io.chainbridge.shadow.settings.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The service to be measured: one that runs already, one that a command of the user starts, or the
 * embedded reference service. What this run has started ends with this run, however that ends. Safe
 * for use by many threads.
 */
public sealed interface MeasuredService extends AutoCloseable
    permits CommandedService, EmbeddedService, RunningService {

  /**
   * The one that the settings name. Returns at once, while an embedded one boots; the caller closes
   * it.
   *
   * @throws ReferenceException if the embedded one cannot be started
   */
  static MeasuredService of(Settings settings) {
    Settings.Start start = settings.start();
    return of(settings.baseUrl(), start.command(), "service", start)
        .orElseGet(() -> EmbeddedService.start(settings.reference(), start));
  }

  /**
   * The one that the settings compare with; an embedded one does not misbehave. All else as for
   * {@link #of}.
   */
  static MeasuredService baseline(Settings settings) {
    Settings.Baseline baseline = settings.baseline();
    Settings.Start start = settings.start().elsewhere();
    return of(baseline.url(), baseline.command(), "baseline", start)
        .orElseGet(() -> EmbeddedService.start(settings.reference().behavingWell(), start));
  }

  private static Optional<MeasuredService> of(
      Optional<URI> uri, Optional<String> command, String name, Settings.Start start) {
    return uri.map(
        known ->
            command.isPresent()
                ? new CommandedService(known, command.get(), name, start)
                : new RunningService(known, start));
  }

  /**
   * Where it listens; waits until an embedded one has said so.
   *
   * @throws ReferenceException if the embedded one did not start
   */
  URI uri();

  /**
   * Waits until it answers; first starts the one that a command starts.
   *
   * @param gate says what to ask it
   * @return empty when there is something to measure; else why not, in sentences for the user
   */
  Optional<String> await(Gate gate);

  /** What a command's service has written so far; empty for others, and before its start. */
  default Optional<Path> log() {
    return Optional.empty();
  }

  /** Who can have its database answer late; empty for a service that is not our own. */
  default Optional<Ordered> database() {
    return Optional.empty();
  }

  /** Ends it, if this run started it. May be repeated. */
  @Override
  void close();
}
