package io.chainbridge.shadow.record;

import io.chainbridge.shadow.budget.Quantile;
import java.time.Duration;
import java.util.Optional;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.PackedHistogram;

/** Counts latencies as they come. Not thread-safe. */
final class LatencyCounter {
  private final Histogram histogram;

  private LatencyCounter(Histogram histogram) {
    this.histogram = histogram;
  }

  /** For a whole run. */
  static LatencyCounter exact() {
    return new LatencyCounter(new Histogram(Latencies.SIGNIFICANT_DIGITS));
  }

  /** For one interval of many: small, exact to 2 s, to three significant digits beyond. */
  static LatencyCounter small() {
    return new LatencyCounter(new PackedHistogram(Latencies.SIGNIFICANT_DIGITS - 1));
  }

  /**
   * Counts one.
   *
   * @param millis negative counts as 0
   */
  void add(long millis) {
    histogram.recordValue(Math.max(0, millis));
  }

  void add(LatencyCounter other) {
    histogram.add(other.histogram);
  }

  long count() {
    return histogram.getTotalCount();
  }

  /** What {@link Latencies#at(Quantile)} would say, without a copy. */
  Optional<Duration> at(Quantile quantile) {
    return new Latencies(histogram).at(quantile);
  }

  /** What {@link Latencies#atOrOver} would say, without a copy. */
  long atOrOver(double millis) {
    return new Latencies(histogram).atOrOver(millis);
  }

  /** What was counted so far. */
  Latencies latencies() {
    return new Latencies(histogram.copy());
  }
}
