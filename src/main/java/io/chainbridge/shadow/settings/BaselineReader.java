package io.chainbridge.shadow.settings;

import java.net.URI;
import java.util.List;

/** Reads what the target is compared with. */
final class BaselineReader {
  static final Setting<URI> BASELINE_URL =
      new Setting<>(
          "baselineUrl",
          Kind.target(),
          "http://127.0.0.1:8001",
          Fallback.of(Shape.COMPARE, "embedded"),
          "what baseUrl is compared with; without both, a second reference service, which behaves well");

  static final Setting<String> BASELINE_COMMAND =
      new Setting<>(
          "baselineCommand",
          Kind.command(),
          "'java -jar service-before.jar'",
          Fallback.of(Shape.COMPARE, "none"),
          "a shell command that starts the service of baselineUrl, as serviceCommand does that of baseUrl");

  static final List<Setting<?>> ALL = List.of(BASELINE_URL, BASELINE_COMMAND);

  private static final String NOT_JUDGED =
      "a comparison judges latencies beside the baseline's alone, by max_regression of the budget file; leave it out";

  private final SettingsReader reader;

  BaselineReader(SettingsReader reader) {
    this.reader = reader;
  }

  /** Two targets that are given, or two that are embedded: one of each would be no comparison. */
  Settings.Baseline read() {
    ALL.forEach(reader::refuseIfOfOtherShapes);
    Settings.Baseline baseline =
        new Settings.Baseline(reader.find(BASELINE_URL), reader.find(BASELINE_COMMAND));
    if (reader.knows(BASELINE_URL)) {
      List.of(Catalogue.P95_MS, Catalogue.P99_MS).stream()
          .filter(limit -> reader.find(limit).isPresent())
          .forEach(limit -> reader.refuse(limit, NOT_JUDGED));
      reader.refuseWithout(BASELINE_URL, Catalogue.BASE_URL);
      reader.refuseWithout(Catalogue.BASE_URL, BASELINE_URL);
      reader.refuseWithout(BASELINE_COMMAND, BASELINE_URL);
    }
    return baseline;
  }
}
