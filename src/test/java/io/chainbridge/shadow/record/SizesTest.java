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
    assertThat(Sizes.NONE.plus(25 * 1024).meanKb()).hasValue(25);
    assertThat(Sizes.NONE.plus(1024).plus(0).meanKb()).hasValue(0.5);
  }

  @Property
  void bodiesAreCountedAndAddedUp(@ForAll @NotEmpty List<@LongRange(max = 1 << 30) Long> bodies) {
    Sizes sizes = Sizes.NONE;
    for (long bytes : bodies) {
      sizes = sizes.plus(bytes);
    }
    var statistics = bodies.stream().mapToLong(Long::longValue).summaryStatistics();
    assertThat(sizes)
        .isEqualTo(new Sizes(statistics.getCount(), statistics.getSum(), statistics.getMax()));
    assertThat(sizes.meanKb()).hasValue(statistics.getAverage() / 1024);
  }
}
