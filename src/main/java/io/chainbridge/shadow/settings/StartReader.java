package io.chainbridge.shadow.settings;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Reads how the target starts, and how to tell that it has. */
final class StartReader {
  static final Setting<String> SERVICE_COMMAND =
      new Setting<>(
          "serviceCommand",
          Kind.command(),
          "'java -jar service.jar'",
          Fallback.always("none"),
          "a shell command that starts the service of baseUrl, and stays; ended after the run with all it started");

  static final Setting<URI> HEALTH_URL =
      new Setting<>(
          "healthUrl",
          Kind.health(),
          "/ready",
          Fallback.always("the file's"),
          "address, or path at the target, that must answer 2xx before the first request");

  static final Setting<Duration> START_TIMEOUT =
      new Setting<>(
          "startTimeout",
          Kind.duration(Duration.ofMillis(1), Duration.ofHours(1)),
          "2m",
          Fallback.always("30s"),
          "how long the target may take until it answers");

  static final List<Setting<?>> ALL = List.of(SERVICE_COMMAND, HEALTH_URL, START_TIMEOUT);

  private final SettingsReader reader;

  StartReader(SettingsReader reader) {
    this.reader = reader;
  }

  Settings.Start read() {
    Settings.Start start =
        new Settings.Start(
            reader.find(SERVICE_COMMAND), reader.find(HEALTH_URL), reader.get(START_TIMEOUT));
    reader.refuseWithout(SERVICE_COMMAND, Catalogue.BASE_URL);
    return start;
  }
}
