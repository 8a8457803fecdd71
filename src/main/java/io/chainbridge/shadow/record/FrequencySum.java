package io.chainbridge.shadow.record;

import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Adds up frequencies; to the coarsest of their precisions. Not thread-safe. */
final class FrequencySum {
  private final int digitsOfNone;
  private final Counts.Sum read = new Counts.Sum();
  private @Nullable Histogram counted;

  /**
   * Of nothing yet.
   *
   * @param digitsOfNone significant digits that it has until something was added
   */
  FrequencySum(int digitsOfNone) {
    this.digitsOfNone = digitsOfNone;
  }

  void add(Frequencies other) {
    if (other.asRead().filter(read::takes).isPresent()) {
      read.add(other.asRead().orElseThrow());
    } else if (counted == null) {
      counted = other.histogram().copy();
    } else {
      counted.add(other.histogram());
    }
  }

  /** What was added so far. */
  Frequencies frequencies() {
    Counts sum = read.counts(digitsOfNone);
    if (counted == null) {
      return new Frequencies(sum);
    }
    Histogram both = sum.total() == 0 ? counted.copy() : sum.histogram();
    if (sum.total() > 0) {
      both.add(counted);
    }
    return new Frequencies(both);
  }
}
