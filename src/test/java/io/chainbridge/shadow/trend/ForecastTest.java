package io.chainbridge.shadow.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ForecastTest {
  private static final double[] SEN_TIMES = {1, 2, 3, 4, 10, 12, 18};
  private static final double[] SEN_FIGURES = {9, 15, 19, 20, 45, 55, 78};

  /** Theil-Sen through seven points, as scipy.stats.theilslopes has it (SciPy 1.17.1). */
  @Test
  void theSlopeIsTheMedianOfAllSlopes() {
    RobustSlope slope = new RobustSlope(SEN_TIMES, SEN_FIGURES);
    assertThat(slope.slope()).isEqualTo(4);
    assertThat(slope.at(0, 4)).isEqualTo(6);
  }

  /** SciPy 1.17.1: 0.15729166666666666, 80 % 0.1 to 0.23636363636363650, 99 % 0.01 to 0.311. */
  @Test
  void theIntervalIsSensWhereNeighboursAreIndependent() {
    double[] figures = {
      40.6, 38.0, 40.7, 41.4, 41.1, 42.1, 40.8, 43.1, 41.2, 41.6, 41.7, 42.9, 39.1, 41.5, 43.2,
      42.2, 44.7, 44.0, 36.8, 43.9
    };
    RobustSlope slope = new RobustSlope(IntStream.range(0, 20).asDoubleStream().toArray(), figures);
    assertThat(slope.slope()).isCloseTo(0.15729166666666666, within(1e-12));
    assertThat(slope.interval(0.8).least()).isCloseTo(0.1, within(1e-9));
    assertThat(slope.interval(0.8).most()).isCloseTo(0.2363636363636365, within(1e-9));
    assertThat(slope.interval(0.99).least()).isCloseTo(0.01, within(1e-9));
    assertThat(slope.interval(0.99).most()).isCloseTo(0.3111111111111108, within(1e-9));
  }

  @Test
  void aLineReachesItsBudgetWhenItDoes() {
    double[] figures = IntStream.range(0, 31).mapToDouble(day -> 40 + 0.2 * day).toArray();
    Forecast forecast = Forecast.of(daily(31), figures, 75).orElseThrow();
    assertThat(forecast.slopePerWeek()).isCloseTo(1.4, within(1e-9));
    assertThat(Duration.between(Past.START, forecast.reached()).toHours())
        .isBetween(4_199L, 4_201L);
    assertThat(forecast.at(Past.START, 75)).isCloseTo(40, within(1e-6));
    assertThat(forecast.earliest()).isBeforeOrEqualTo(forecast.reached());
    assertThat(forecast.latest()).isAfterOrEqualTo(forecast.reached());
  }

  @Test
  void aFigureThatMustNotFallIsForetoldAsWell() {
    double[] figures = IntStream.range(0, 31).mapToDouble(day -> 200 - day).toArray();
    Forecast forecast = Forecast.of(daily(31), figures, 100).orElseThrow();
    assertThat(forecast.slopePerWeek()).isCloseTo(-7, within(1e-9));
    assertThat(Duration.between(Past.START, forecast.reached()).toDays()).isBetween(99L, 100L);
  }

  @Test
  void nothingIsSaidOfAFigureThatGoesAwayOrIsThereOrIsConstantOrHasFewRunsOrOneInstant() {
    double[] growing = IntStream.range(0, 31).mapToDouble(day -> 40 + day).toArray();
    assertThat(Forecast.of(daily(31), growing, 30)).isEmpty();
    assertThat(Forecast.of(daily(31), growing, 60)).isEmpty();
    assertThat(Forecast.of(daily(31), growing, 1e6)).isEmpty();
    assertThat(Forecast.of(daily(31), new double[31], 75)).isEmpty();
    assertThat(Forecast.of(daily(7), new double[] {1, 2, 3, 4, 5, 6, 7}, 75)).isEmpty();
    assertThat(Forecast.of(Collections.nCopies(31, Past.START), growing, 90)).isEmpty();
  }

  /** Of each thousand at most 1 % would be by the test itself, on either side of zero. */
  @ParameterizedTest
  @EnumSource
  void ofNoiseNextToNothingIsForetold(Noise noise) {
    List<Instant> times = daily(60);
    long foretold =
        IntStream.range(0, 300)
            .mapToObj(seed -> noise.series(60, 0.1, new Random(seed)))
            .map(series -> Forecast.of(times, series, 75))
            .filter(Optional::isPresent)
            .count();
    assertThat(foretold).isLessThanOrEqualTo(6);
  }

  private static List<Instant> daily(int count) {
    return IntStream.range(0, count)
        .mapToObj(day -> Past.START.plus(Duration.ofDays(day)))
        .toList();
  }
}
