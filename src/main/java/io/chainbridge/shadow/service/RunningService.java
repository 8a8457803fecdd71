package io.chainbridge.shadow.service;

import io.chainbridge.shadow.budget.Gate;
import io.chainbridge.shadow.settings.Settings;
import java.net.URI;
import java.util.Optional;

/** A service that someone else has started, and will end. */
record RunningService(URI uri, Settings.Start start) implements MeasuredService {

  @Override
  public Optional<String> await(Gate gate) {
    return Readiness.of(uri, gate, start)
        .await(" Start it, or leave out -DbaseUrl to use the embedded one.");
  }

  @Override
  public void close() {
    // It is not ours.
  }
}
