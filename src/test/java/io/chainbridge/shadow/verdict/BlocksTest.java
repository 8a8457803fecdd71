package io.chainbridge.shadow.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.chainbridge.shadow.budget.Quantile;
import io.chainbridge.shadow.record.Latencies;
import io.chainbridge.shadow.record.TimelineSample;
import java.time.Duration;
import java.util.function.IntUnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlocksTest {

  /** The last slice is none of a block; so many of the first are left over. */
  @ParameterizedTest
  @CsvSource({
    "600, 35, 17, 4",
    "301, 33, 9, 3",
    "325, 36, 9, 0",
    "73, 36, 2, 0",
    "72, 35, 2, 1",
    "37, 36, 1, 0",
    "19, 18, 1, 0",
    "2, 1, 1, 0"
  })
  void blocksAreOfEqualTimeAndEndBeforeTheLastSlice(
      int slices, int blocks, int length, int leftOver) {
    Blocks cut = cut(slices, slice -> 100);
    assertThat(cut.count()).isEqualTo(blocks);
    assertThat(cut.latencies()).extracting(Latencies::count).containsOnly(100L * length);
    assertThat(cut.latencies().get(0).min()).hasValue(Duration.ofMillis(leftOver));
    assertThat(cut.latencies().get(blocks - 1).max()).hasValue(Duration.ofMillis(slices - 2L));
  }

  /** A request to a slice needs 21 slices to a block. */
  @ParameterizedTest
  @CsvSource({"1, 28, 21", "2, 35, 17", "7, 35, 17"})
  void fewRequestsMakeFewBlocks(int perSlice, int blocks, int length) {
    Blocks cut = cut(601, slice -> perSlice);
    assertThat(cut.count()).isEqualTo(blocks);
    assertThat(cut.latencies()).extracting(Latencies::count).containsOnly((long) perSlice * length);
  }

  @Test
  void aBlockWithoutARequestIsNone() {
    Blocks cut = cut(37, slice -> slice == 4 ? 0 : 40);
    assertThat(cut.count()).isEqualTo(35);
    assertThat(cut.millis(Quantile.P50)).startsWith(0, 1, 2, 3, 5);
  }

  @Test
  void onlyRequestsInTheLastSliceAreNone() {
    assertThat(cut(37, slice -> slice == 36 ? 40 : 0).count()).isZero();
    assertThat(cut(0, slice -> 1).count()).isZero();
    assertThat(cut(1, slice -> 1).count()).isZero();
  }

  @Property(tries = 100)
  void thereAreNeverTooManyAndOnTheAverageEachHasItsRequests(
      @ForAll @IntRange(min = 2, max = 600) int slices,
      @ForAll @IntRange(min = 1, max = 50) int perSlice) {
    Blocks cut = cut(slices, slice -> perSlice);
    assertThat(cut.count()).isLessThanOrEqualTo(Blocks.MOST);
    assertThat(cut.latencies()).allMatch(block -> block.count() >= Blocks.REQUESTS);
    if ((slices - 1) * perSlice >= Blocks.REQUESTS * Blocks.MOST && slices > Blocks.MOST) {
      assertThat(cut.count()).isGreaterThanOrEqualTo(Drift.LEAST_BLOCKS);
    }
  }

  /** Each request takes as many milliseconds as slices are before it. */
  private static Blocks cut(int slices, IntUnaryOperator requests) {
    TimelineSample sample = new TimelineSample(Duration.ofSeconds(1));
    for (int slice = 0; slice < slices; slice++) {
      for (int i = 0; i < requests.applyAsInt(slice); i++) {
        sample.add(slice, "stats", slice, true);
      }
    }
    sample.withSlices(slices);
    return Blocks.of(sample.timeline(), "stats");
  }
}
