package io.chainbridge.shadow.gatling;

import io.chainbridge.shadow.notice.Notifier;
import io.chainbridge.shadow.notice.ToldRun;
import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.settings.NoticeSettings;
import io.chainbridge.shadow.trend.RunTrend;
import io.chainbridge.shadow.verdict.Verdict;

/**
 * Those who want to know of a run that is over. That one cannot be told is a warning: the verdict
 * stands without it.
 */
final class RunNotices {
  private final Notifier notifier;

  RunNotices(NoticeSettings settings) {
    this.notifier = new Notifier(settings, System.getenv());
  }

  /** Tells them what there is to tell; takes 15 s at most. */
  void tell(RunRecord record, Verdict verdict, RunTrend trend) {
    if (!notifier.isSet()) {
      return;
    }
    try {
      ToldRun run = ToldRun.of(record, verdict, trend);
      notifier.tell(run).warnings().forEach(warning -> System.err.println("warning: " + warning));
    } catch (RuntimeException | Error e) { // the verdict is told already
      System.err.println("warning: nobody was told: " + e.getClass().getSimpleName());
    }
  }
}
