package io.chainbridge.shadow.gatling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecentRateTest {
  /** Whether the fourth of four is one too many for a limit of three. */
  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, 0, true",
    "0, 300, 600, 999, true",
    "0, 300, 600, 1000, false",
    "0, 900, 950, 1001, false",
    "-9000, -8900, -8800, -8001, true",
  })
  void isExceededByOneMoreThanTheLimitWithinASecond(
      long first, long second, long third, long fourth, boolean exceeded) {
    RecentRate rate = new RecentRate(3);

    assertThat(LongStream.of(first, second, third).mapToObj(ms -> at(rate, ms)))
        .containsOnly(false);
    assertThat(at(rate, fourth)).isEqualTo(exceeded);
  }

  @ParameterizedTest
  @CsvSource({"101, false", "100, false", "99, true", "1, true"})
  void isThatOfEvenlySpacedOnes(long everyMs, boolean exceeded) {
    RecentRate rate = new RecentRate(10);

    assertThat(LongStream.range(0, 100).filter(i -> at(rate, i * everyMs)).count())
        .isEqualTo(exceeded ? 90 : 0);
  }

  private static boolean at(RecentRate rate, long ms) {
    return rate.exceeded(TimeUnit.MILLISECONDS.toNanos(ms));
  }
}
