package io.chainbridge.shadow.budget;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantileTest {

  @ParameterizedTest
  @CsvSource({
    "1, 0, 0, 0",
    "2, 1, 1, 1",
    "19, 9, 18, 18",
    "20, 10, 19, 19",
    "21, 10, 19, 20",
    "99, 49, 94, 98",
    "100, 50, 95, 99",
    "101, 50, 95, 99",
    "1000000000000, 500000000000, 950000000000, 990000000000"
  })
  void indexIsTheOneOfTheSeed(long sample, long p50, long p95, long p99) {
    assertThat(Quantile.P50.index(sample)).isEqualTo(p50);
    assertThat(Quantile.P95.index(sample)).isEqualTo(p95);
    assertThat(Quantile.P99.index(sample)).isEqualTo(p99);
  }

  @Property
  void isAnIndexOfTheSampleAndRisesWithTheQuantile(
      @ForAll @LongRange(min = 1, max = 1L << 50) long sample) {
    assertThat(Quantile.P50.index(sample))
        .isNotNegative()
        .isLessThanOrEqualTo(Quantile.P95.index(sample));
    assertThat(Quantile.P95.index(sample)).isLessThanOrEqualTo(Quantile.P99.index(sample));
    assertThat(Quantile.P99.index(sample)).isLessThan(sample);
  }

  @ParameterizedTest
  @CsvSource({"P50, 50, 0.5", "P95, 95, 0.05", "P99, 99, 0.01"})
  void percentAndTailAreWhatItsNameSays(Quantile quantile, double percent, double tail) {
    assertThat(quantile.percent()).isEqualTo(percent);
    assertThat(quantile.tail()).isEqualTo(tail);
  }
}
