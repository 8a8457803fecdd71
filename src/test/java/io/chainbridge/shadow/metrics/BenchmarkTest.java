package io.chainbridge.shadow.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.chainbridge.shadow.budget.Quantile;
import io.chainbridge.shadow.record.RunSample;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchmarkTest {

  /** Of latencies that are their own ranks: by exact summation of the binomial probabilities. */
  @ParameterizedTest
  @CsvSource({"100, P50, 39, 60", "100, P95, 89, 99", "1000, P99, 982, 996", "200, P95, 183, 196"})
  void theIntervalLiesBetweenTwoRanks(int count, Quantile quantile, double lower, double upper) {
    assertThat(interval(LongStream.range(0, count).toArray(), quantile))
        .contains(new Benchmark.Interval(lower, upper));
  }

  @ParameterizedTest
  @CsvSource({"0, P50", "5, P50", "20, P95", "59, P95", "299, P99"})
  void aSampleThatIsTooSmallHasNone(int count, Quantile quantile) {
    assertThat(interval(LongStream.range(0, count).toArray(), quantile)).isEmpty();
  }

  /** 95 % of samples, or more, for it is exact for the next larger pair of ranks. */
  @Test
  void theTrueQuantileLiesInItAsOftenAsItSays() {
    SplittableRandom random = new SplittableRandom(7);
    int covered = 0;
    for (int i = 0; i < 1_000; i++) {
      long[] millis = random.longs(200, 0, 1_000).toArray();
      Benchmark.Interval interval = interval(millis, Quantile.P95).orElseThrow();
      if (interval.lower() <= 950 && 950 <= interval.upper()) {
        covered++;
      }
    }
    assertThat(covered).isGreaterThan(935);
  }

  private static Optional<Benchmark.Interval> interval(long[] millis, Quantile quantile) {
    return Benchmark.interval(RunSample.latencies(millis), quantile);
  }
}
