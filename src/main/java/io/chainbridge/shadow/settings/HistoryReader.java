package io.chainbridge.shadow.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads where the figures of runs are kept from run to run, and how many. */
final class HistoryReader {
  private static final Kind<Duration> DAYS =
      new Kind<>(
          "a number of days from 1d to 36500d",
          text ->
              text.endsWith("d")
                  ? Kind.wholeNumber(1, 36_500)
                      .parse(text.substring(0, text.length() - 1))
                      .map(Duration::ofDays)
                  : Optional.empty());

  static final Setting<Path> HISTORY =
      new Setting<>(
          "history",
          Kind.folderOrNone(),
          "reports/history",
          Fallback.always("reports/history"),
          "folder with a small file for each run, by which trend sees changes; none for none");

  static final Setting<Integer> HISTORY_MAX =
      new Setting<>(
          "historyMax",
          Kind.wholeNumber(1, 1_000_000),
          "10000",
          Fallback.always("10000"),
          "how many runs the history keeps, the newest");

  static final Setting<Duration> HISTORY_MAX_AGE =
      new Setting<>(
          "historyMaxAge",
          DAYS,
          "365d",
          Fallback.always("365d"),
          "how long the history keeps a run");

  static final List<Setting<?>> ALL = List.of(HISTORY, HISTORY_MAX, HISTORY_MAX_AGE);

  private static final Path NONE = Path.of("none");

  private final SettingsReader reader;

  HistoryReader(SettingsReader reader) {
    this.reader = reader;
  }

  Settings.History read() {
    return new Settings.History(
        Optional.of(reader.get(HISTORY)).filter(folder -> !folder.equals(NONE)),
        reader.get(HISTORY_MAX),
        reader.get(HISTORY_MAX_AGE));
  }
}
