package io.chainbridge.shadow.live;

import io.chainbridge.shadow.record.LiveMetrics;
import java.util.Optional;

/** Counts what becomes of exports. Thread-safe. */
final class ExportCount {
  private long due;
  private long delivered;
  private long skipped;
  private Optional<String> reason = Optional.empty();

  /** One is on its way; until it is told otherwise, it is lost. */
  synchronized void sent() {
    due++;
  }

  /** The one on its way was taken, and all that was in it. */
  synchronized void delivered() {
    delivered++;
  }

  /** The one on its way was not taken, or not all that was in it. */
  synchronized void lost(String why) {
    reason = Optional.of(why);
  }

  /** So many were due while another was on its way. */
  synchronized void skipped(long exports) {
    due += exports;
    skipped += exports;
    reason = reason.or(() -> Optional.of("the export before took too long"));
  }

  /** So far. */
  synchronized LiveMetrics metrics(String target) {
    long lost = due - delivered;
    return new LiveMetrics(
        target,
        due,
        lost,
        skipped,
        lost == 0 ? Optional.empty() : reason.or(() -> Optional.of("no answer before the end")));
  }
}
