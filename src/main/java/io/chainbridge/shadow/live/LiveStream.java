package io.chainbridge.shadow.live;

import io.chainbridge.shadow.record.LiveMetrics;
import io.chainbridge.shadow.settings.Settings;
import java.util.Optional;

/**
 * Where the figures of a run go while it lasts, besides its record. Whoever hands over a figure is
 * neither kept waiting nor told of any trouble, so that nothing that is measured changes.
 * Thread-safe.
 */
public interface LiveStream {
  /** Goes nowhere. */
  LiveStream NONE =
      new LiveStream() {
        @Override
        public void request(String endpoint, long latencyMs, boolean ok) {}

        @Override
        public void users(int change) {}

        @Override
        public Optional<LiveMetrics> end() {
          return Optional.empty();
        }
      };

  /** To an OpenTelemetry collector, whether or not there is one. */
  static LiveStream to(Settings.Live live, StreamedRun run) {
    return new OtlpStream(live, run);
  }

  /**
   * A measured request was answered or given up.
   *
   * @param latencyMs negative counts as 0
   */
  void request(String endpoint, long latencyMs, boolean ok);

  /** So many users more, or less. */
  void users(int change);

  /**
   * Sends what was not sent yet and ends; takes three seconds at most.
   *
   * @return what became of it all; empty of what goes nowhere
   */
  Optional<LiveMetrics> end();
}
