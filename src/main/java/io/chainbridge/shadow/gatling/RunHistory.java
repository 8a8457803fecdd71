package io.chainbridge.shadow.gatling;

import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.report.Quotation;
import io.chainbridge.shadow.settings.Settings;
import io.chainbridge.shadow.trend.History;
import io.chainbridge.shadow.trend.PastRun;
import io.chainbridge.shadow.trend.Retention;
import io.chainbridge.shadow.trend.RunTrend;
import io.chainbridge.shadow.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

/**
 * The history of runs, as one run has it: what it says of the run, and the file that the run leaves
 * in it. Whatever is wrong with it is a warning: the verdict stands without it.
 */
public final class RunHistory {
  private static final int LONGEST_WARNING = 400;

  private final Settings.History settings;

  /** As that folder has it, if there is one. */
  public RunHistory(Settings.History settings) {
    this.settings = settings;
  }

  /** What it says of a run that it need not have yet; nothing if it cannot be read. */
  public RunTrend trend(RunRecord run, Verdict verdict) {
    if (settings.folder().isEmpty()) {
      return RunTrend.NONE;
    }
    Path folder = settings.folder().get();
    try {
      History.Contents past = new History(folder).before(PastRun.of(run, verdict));
      if (!past.warnings().isEmpty()) {
        warn(
            "files of the history that the trend is without: %d; the first: %s"
                .formatted(past.warnings().size(), past.warnings().get(0)));
      }
      return RunTrend.of(run, verdict, past.runs());
    } catch (IOException | RuntimeException e) {
      warn("no trend, since the history in %s cannot be read: %s".formatted(folder, e));
      return RunTrend.NONE;
    }
  }

  /** Adds a run, the last that it leaves. */
  public void leave(RunRecord run, Verdict verdict) {
    settings
        .folder()
        .ifPresent(
            folder -> {
              try {
                History history = new History(folder);
                history.add(PastRun.of(run, verdict));
                history.prune(new Retention(settings.most(), settings.age()), Instant.now());
              } catch (IOException | RuntimeException e) {
                warn("the history in %s is not complete: %s".formatted(folder, e));
              }
            });
  }

  private static void warn(String warning) {
    System.err.println("warning: " + Quotation.of(warning, LONGEST_WARNING));
  }
}
