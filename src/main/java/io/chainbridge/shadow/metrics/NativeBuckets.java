package io.chainbridge.shadow.metrics;

import io.prometheus.metrics.model.snapshots.NativeHistogramBuckets;
import java.util.Map;
import java.util.TreeMap;

/**
 * The buckets of a native histogram: each bound is a fixed factor above the one before, so that
 * whatever is read off them is wrong by half that factor at most. A figure that is equal to a bound
 * lies below it; what took less than the unit of the record counts as zero.
 *
 * @param zeros figures that are 0
 * @param positive the others
 */
record NativeBuckets(long zeros, NativeHistogramBuckets positive) {
  /** 16 buckets for each doubling: 4.4 % wide. */
  static final int SCHEMA = 4;

  /** What Prometheus' own libraries take for zero at most. */
  static final double ZERO_THRESHOLD = Math.scalb(1.0, -128);

  private static final double PER_DOUBLING = 1 << SCHEMA;

  static NativeBuckets of(Distribution distribution) {
    long zeros = 0;
    Map<Integer, Long> counts = new TreeMap<>();
    for (Distribution.Point point : distribution.points()) {
      if (point.value() <= ZERO_THRESHOLD) {
        zeros += point.count();
      } else {
        counts.merge(index(point.value()), point.count(), Long::sum);
      }
    }
    return new NativeBuckets(
        zeros,
        NativeHistogramBuckets.of(
            counts.keySet().stream().toList(), counts.values().stream().toList()));
  }

  /** Of the bucket that a positive figure lies in. A logarithm may be off by a bit at a bound. */
  private static int index(double value) {
    int index = (int) Math.ceil(Math.log(value) / Math.log(2) * PER_DOUBLING);
    while (value > bound(index)) {
      index++;
    }
    while (value <= bound(index - 1)) {
      index--;
    }
    return index;
  }

  /** The upper bound of a bucket, inclusive. */
  static double bound(int index) {
    return Math.pow(2, index / PER_DOUBLING);
  }
}
