package io.chainbridge.shadow.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.chainbridge.shadow.record.Latencies;
import io.chainbridge.shadow.record.LatencyBounds;
import io.chainbridge.shadow.record.RunSample;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.NativeHistogramBucket;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BucketsTest {

  @Property(tries = 200)
  void classicBucketsHaveEachLatencyUpToTheirBound(
      @ForAll @NotEmpty List<@LongRange(max = 2_000) Long> millis) {
    ClassicHistogramBuckets buckets = ClassicBuckets.of(distribution(millis));
    long below = 0;
    for (int i = 0; i < buckets.size(); i++) {
      below += buckets.getCount(i);
      double bound = buckets.getUpperBound(i);
      assertThat(below)
          .as("up to %s s", bound)
          .isEqualTo(millis.stream().filter(latency -> latency / 1_000.0 <= bound).count());
    }
    assertThat(buckets.size()).isEqualTo(LatencyBounds.SECONDS.size() + 1);
  }

  @Property(tries = 200)
  void nativeBucketsHaveEachLatencyBetweenTheirBounds(
      @ForAll @NotEmpty List<@LongRange(max = 2_000) Long> millis) {
    NativeBuckets buckets = NativeBuckets.of(distribution(millis));
    assertThat(buckets.zeros()).isEqualTo(millis.stream().filter(latency -> latency == 0).count());
    for (NativeHistogramBucket bucket : buckets.positive()) {
      double from = NativeBuckets.bound(bucket.getBucketIndex() - 1);
      double to = NativeBuckets.bound(bucket.getBucketIndex());
      assertThat(bucket.getCount())
          .isEqualTo(
              millis.stream()
                  .map(latency -> latency / 1_000.0)
                  .filter(latency -> latency > from && latency <= to)
                  .count());
    }
    assertThat(buckets.positive().stream().mapToLong(NativeHistogramBucket::getCount).sum())
        .isEqualTo(millis.size() - buckets.zeros());
  }

  /** Powers of two are bounds themselves, where a logarithm may be off by a bit. */
  @ParameterizedTest
  @ValueSource(longs = {125, 250, 500, 1_000, 2_000})
  void aLatencyThatEqualsABoundLiesBelowIt(long millis) {
    List<NativeHistogramBucket> buckets = new ArrayList<>();
    NativeBuckets.of(distribution(List.of(millis))).positive().forEach(buckets::add);
    assertThat(buckets).hasSize(1);
    assertThat(NativeBuckets.bound(buckets.get(0).getBucketIndex())).isEqualTo(millis / 1_000.0);
  }

  @Property(tries = 200)
  void quantilesAreThoseThatBudgetsAreJudgedBy(
      @ForAll @NotEmpty List<@LongRange(max = 2_000) Long> millis) {
    Latencies latencies = latencies(millis);
    Distribution distribution = Distribution.of(latencies);
    distribution
        .quantiles()
        .forEach(
            quantile ->
                assertThat(quantile.getValue())
                    .isEqualTo(latencies.at(quantile.getQuantile()).get(0).toMillis() / 1_000.0));
    assertThat(distribution.count()).isEqualTo(millis.size());
    assertThat(distribution.sum())
        .isEqualTo(millis.stream().mapToLong(latency -> latency).sum() / 1_000.0);
  }

  private static Distribution distribution(List<Long> millis) {
    return Distribution.of(latencies(millis));
  }

  private static Latencies latencies(List<Long> millis) {
    return RunSample.latencies(millis.stream().mapToLong(Long::longValue).toArray());
  }
}
