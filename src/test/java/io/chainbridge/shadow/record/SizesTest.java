package io.chainbridge.shadow.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

class SizesTest {

  @Test
  void noBodyHasNoMean() {
    assertThat(Sizes.NONE.meanKb()).isEmpty();
    assertThat(Sizes.NONE.largestBytes()).isZero();
  }

  @Test
  void aKbIs1024Bytes() {
    assertThat(RunSample.sizes(25 * 1024).meanKb()).hasValue(25);
    assertThat(RunSample.sizes(1024, 0).meanKb()).hasValue(0.5);
  }

  @Property
  void bodiesAreCountedAndAddedUp(@ForAll @NotEmpty List<@LongRange(max = 1 << 30) Long> bodies) {
    Sizes sizes = RunSample.sizes(bodies.stream().mapToLong(Long::longValue).toArray());
    var statistics = bodies.stream().mapToLong(Long::longValue).summaryStatistics();
    assertThat(sizes.bodies()).isEqualTo(statistics.getCount());
    assertThat(sizes.totalBytes()).isEqualTo(statistics.getSum());
    assertThat(sizes.largestBytes()).isEqualTo(statistics.getMax());
    assertThat(sizes.meanKb()).hasValue(statistics.getAverage() / 1024);
    assertThat(sizes.buckets().stream().mapToLong(Sizes.Bucket::count).sum())
        .isEqualTo(statistics.getCount());
    assertThat(Sizes.decode(sizes.encoded(), sizes.totalBytes(), sizes.largestBytes()))
        .isEqualTo(sizes);
  }

  @Test
  void aBucketHoldsItsBodies() {
    assertThat(RunSample.sizes(100, 100, 433).buckets())
        .containsExactly(new Sizes.Bucket(100, 100, 2), new Sizes.Bucket(433, 433, 1));
    assertThat(RunSample.sizes(100_000).buckets())
        .singleElement()
        .satisfies(
            bucket -> {
              assertThat(bucket.fromBytes()).isLessThanOrEqualTo(100_000);
              assertThat(bucket.toBytes()).isGreaterThanOrEqualTo(100_000);
            });
  }
}
