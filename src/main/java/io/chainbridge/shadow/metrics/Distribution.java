package io.chainbridge.shadow.metrics;

import io.chainbridge.shadow.record.Latencies;
import io.chainbridge.shadow.record.Sizes;
import io.prometheus.metrics.model.snapshots.Quantile;
import io.prometheus.metrics.model.snapshots.Quantiles;
import java.util.List;
import java.util.stream.Stream;

/**
 * Figures in a base unit with how often each was measured: what summaries and histograms are made
 * of, at a cost of the distinct figures and not of the requests. Immutable.
 *
 * @param points the least first; at least one
 * @param sum of all figures
 */
record Distribution(List<Point> points, double sum) {
  private static final List<Integer> PER_MILLE = List.of(500, 750, 950, 990);

  Distribution {
    points = List.copyOf(points);
  }

  /**
   * A figure.
   *
   * @param count at least 1
   */
  record Point(double value, long count) {}

  /** In seconds. */
  static Distribution of(Latencies latencies) {
    List<Latencies.Count> counts = latencies.counts();
    long millis = counts.stream().mapToLong(some -> some.latency().toMillis() * some.count()).sum();
    return new Distribution(
        counts.stream()
            .map(some -> new Point(some.latency().toMillis() / 1_000.0, some.count()))
            .toList(),
        millis / 1_000.0);
  }

  /** In bytes; figures within a bucket count as its least, their sum is exact. */
  static Distribution of(Sizes sizes) {
    return new Distribution(
        sizes.buckets().stream()
            .map(bucket -> new Point(bucket.fromBytes(), bucket.count()))
            .toList(),
        sizes.totalBytes());
  }

  /** How many figures there are. */
  long count() {
    return points.stream().mapToLong(Point::count).sum();
  }

  /** Quantiles by the rule that budgets are judged by. */
  Quantiles quantiles() {
    Stream<Quantile> quantiles =
        PER_MILLE.stream().map(perMille -> new Quantile(perMille / 1_000.0, at(perMille)));
    return Quantiles.of(quantiles.toList());
  }

  private double at(int perMille) {
    long count = count();
    long index = Math.min(count - 1, Math.multiplyExact(count, perMille) / 1_000);
    long seen = 0;
    for (Point point : points) {
      seen += point.count();
      if (seen > index) {
        return point.value();
      }
    }
    throw new IllegalStateException("no figure at %d of %d".formatted(index, count));
  }
}
