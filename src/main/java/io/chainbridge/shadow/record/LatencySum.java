package io.chainbridge.shadow.record;

import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Adds up latencies; to the coarsest of their precisions. Not thread-safe. */
final class LatencySum {
  private final Counts.Sum read = new Counts.Sum();
  private @Nullable Histogram counted;

  void add(Latencies other) {
    if (other.asRead().filter(read::takes).isPresent()) {
      read.add(other.asRead().orElseThrow());
    } else if (counted == null) {
      counted = other.histogram().copy();
    } else {
      counted.add(other.histogram());
    }
  }

  void add(LatencySum other) {
    add(other.latencies());
  }

  /** What was added so far. */
  Latencies latencies() {
    Counts sum = read.counts(Latencies.SIGNIFICANT_DIGITS);
    if (counted == null) {
      return new Latencies(sum);
    }
    Histogram both = sum.total() == 0 ? counted.copy() : sum.histogram();
    if (sum.total() > 0) {
      both.add(counted);
    }
    return new Latencies(both);
  }
}
