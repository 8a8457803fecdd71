package io.chainbridge.shadow.metrics;

import io.chainbridge.shadow.record.LatencyBounds;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import java.util.stream.DoubleStream;

/** Buckets of latencies whose bounds are the same for every run, so that runs add up. */
final class ClassicBuckets {
  private static final double[] BOUNDS =
      DoubleStream.concat(
              LatencyBounds.SECONDS.stream().mapToDouble(bound -> bound),
              DoubleStream.of(Double.POSITIVE_INFINITY))
          .toArray();

  private ClassicBuckets() {}

  static ClassicHistogramBuckets of(Distribution distribution) {
    long[] counts = new long[BOUNDS.length];
    int bucket = 0;
    for (Distribution.Point point : distribution.points()) {
      while (point.value() > BOUNDS[bucket]) {
        bucket++;
      }
      counts[bucket] += point.count();
    }
    return ClassicHistogramBuckets.of(BOUNDS, counts);
  }
}
