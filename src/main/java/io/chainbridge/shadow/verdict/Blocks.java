package io.chainbridge.shadow.verdict;

import io.chainbridge.shadow.budget.Quantile;
import io.chainbridge.shadow.record.Latencies;
import io.chainbridge.shadow.record.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The latencies of one endpoint by blocks of equal time, in order. A block is of as many slices as
 * it takes for at most {@value #MOST} blocks and for {@value #REQUESTS} requests in each on the
 * average. The last slice, which the run seldom fills, is left out, and so is what does not make a
 * whole block at the beginning, where a service still warms up. A block without a request is none.
 */
record Blocks(List<Latencies> latencies) {
  /** Enough for ranks to tell a trend; more would have fewer requests each. */
  static final int MOST = 36;

  /** So many or more make a 95th percentile that is not the same as the longest. */
  static final int REQUESTS = 21;

  static Blocks of(Timeline timeline, String endpoint) {
    List<Optional<Latencies>> slices =
        timeline.slices().stream()
            .limit(Math.max(0, timeline.slices().size() - 1))
            .map(slice -> Optional.ofNullable(slice.latencies().get(endpoint)))
            .toList();
    long requests = slices.stream().flatMap(Optional::stream).mapToLong(Latencies::count).sum();
    if (requests == 0) {
      return new Blocks(List.of());
    }
    int size = slices.size();
    int length =
        (int) Math.max(ceilDivide(size, MOST), ceilDivide((long) REQUESTS * size, requests));
    List<Latencies> blocks = new ArrayList<>();
    for (int from = size % length; from < size; from += length) {
      slices.subList(from, from + length).stream()
          .flatMap(Optional::stream)
          .reduce(Latencies::plus)
          .ifPresent(blocks::add);
    }
    return new Blocks(List.copyOf(blocks));
  }

  private static long ceilDivide(long dividend, long divisor) {
    return (dividend + divisor - 1) / divisor;
  }

  int count() {
    return latencies.size();
  }

  /** The quantile of each block, in milliseconds. */
  double[] millis(Quantile quantile) {
    return latencies.stream()
        .map(block -> block.at(quantile).orElseThrow())
        .mapToDouble(latency -> latency.toMillis())
        .toArray();
  }
}
