package io.chainbridge.shadow.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.chainbridge.shadow.budget.Quantile;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class NoiseFloorTest {
  private static final int PART = 30;

  /** Parts of 30 latencies each, all alike but for the last in each, which is slow. */
  private static long[] parts(long micros, long... slow) {
    return LongStream.of(slow)
        .flatMap(
            last ->
                LongStream.concat(LongStream.generate(() -> micros).limit(29), LongStream.of(last)))
        .toArray();
  }

  @Test
  void aQuietMachineResolvesWhatLatenciesAreMeasuredTo() {
    NoiseFloor noise =
        NoiseFloor.of(parts(100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100), PART)
            .orElseThrow();
    assertThat(noise.requests()).isEqualTo(300);
    assertThat(noise.level(Quantile.P50))
        .isEqualTo(new NoiseFloor.Level(micros(100), Duration.ZERO));
    assertThat(noise.difference(Quantile.P50)).isEqualTo(Duration.ofMillis(1));
    assertThat(noise.least(Quantile.P99)).isEqualTo(Duration.ofMillis(1));
  }

  @Test
  void theFloorIsWhatIsUsualAndHowFarItMoves() {
    NoiseFloor noise =
        NoiseFloor.of(
                parts(100, 1_000, 2_000, 3_000, 4_000, 5_000, 6_000, 7_000, 8_000, 9_000, 10_000),
                PART)
            .orElseThrow();
    assertThat(noise.level(Quantile.P99))
        .isEqualTo(new NoiseFloor.Level(micros(6_000), micros(7_000)));
    assertThat(noise.difference(Quantile.P99)).isEqualTo(Duration.ofMillis(7));
    assertThat(noise.least(Quantile.P99)).isEqualTo(Duration.ofMillis(13));
    assertThat(noise.level(Quantile.P95).difference()).isZero();
  }

  @Test
  void oneStallIsChance() {
    long[] quiet = parts(100, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200);
    long[] stalled = parts(100, 200, 200, 90_000, 200, 200, 200, 200, 200, 200, 200);
    assertThat(NoiseFloor.of(stalled, PART)).isEqualTo(NoiseFloor.of(quiet, PART));
  }

  @Test
  void tooFewPartsTellNothing() {
    assertThat(NoiseFloor.of(new long[299], PART)).isEmpty();
    assertThat(NoiseFloor.of(new long[329], PART).orElseThrow().requests()).isEqualTo(300);
  }

  private static Duration micros(long micros) {
    return Duration.of(micros, ChronoUnit.MICROS);
  }
}
