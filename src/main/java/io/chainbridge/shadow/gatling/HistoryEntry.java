package io.chainbridge.shadow.gatling;

import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.settings.Settings;
import io.chainbridge.shadow.trend.History;
import io.chainbridge.shadow.trend.PastRun;
import io.chainbridge.shadow.trend.Retention;
import io.chainbridge.shadow.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

/**
 * The last that a run leaves: its file in the history. That it cannot be left is a warning: the
 * verdict stands without it.
 */
final class HistoryEntry {
  private HistoryEntry() {}

  static void leave(RunRecord run, Verdict verdict, Settings.History settings) {
    settings
        .folder()
        .ifPresent(
            folder -> {
              try {
                History history = new History(folder);
                history.add(PastRun.of(run, verdict, Branch.find(System.getenv(), Path.of(""))));
                history.prune(new Retention(settings.most(), settings.age()), Instant.now());
              } catch (IOException e) {
                System.err.printf("warning: the history in %s is not complete: %s%n", folder, e);
              }
            });
  }
}
