package io.chainbridge.shadow.report;

import io.chainbridge.shadow.record.LiveMetrics;
import io.chainbridge.shadow.record.RunRecord;
import java.util.Optional;

/** What became of the figures that a run streamed, in words. */
final class LiveText {
  private LiveText() {}

  /** In one sentence. */
  static Optional<String> of(RunRecord run) {
    return warning(run).or(() -> whole(run));
  }

  /** Empty if something was lost, or nothing streamed. */
  static Optional<String> whole(RunRecord run) {
    return run.live().filter(live -> live.lost() == 0).map(LiveText::whole);
  }

  /** Empty if nothing was lost. */
  static Optional<String> warning(RunRecord run) {
    return run.live().filter(live -> live.lost() > 0).map(LiveText::lost);
  }

  private static String whole(LiveMetrics live) {
    return "live metrics: %s to %s, none lost".formatted(exports(live.exports()), live.target());
  }

  private static String lost(LiveMetrics live) {
    return "live metrics: %s of %s to %s %s lost%s%s; this run's own figures are whole"
        .formatted(
            count(live.lost()),
            exports(live.exports()),
            live.target(),
            live.lost() == 1 ? "was" : "were",
            live.skipped() == 0 ? "" : ", %s of them not sent".formatted(count(live.skipped())),
            live.reason().map(" (last: %s)"::formatted).orElse(""));
  }

  private static String count(long number) {
    return Figures.count(number);
  }

  private static String exports(long number) {
    return "%s %s".formatted(count(number), number == 1 ? "export" : "exports");
  }
}
