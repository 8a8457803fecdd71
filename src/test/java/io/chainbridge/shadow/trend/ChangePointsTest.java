package io.chainbridge.shadow.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ChangePointsTest {

  /** The annual flow of the Nile at Aswan from 1871 to 1970 (G. W. Cobb, Biometrika 65, 1978). */
  private static final double[] NILE = {
    1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180,
    799, 958, 1140, 1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840, 874, 694, 940, 833,
    701, 916, 692, 1020, 1050, 969, 831, 726, 456, 824, 702, 1120, 1100, 832, 764, 821, 768, 845,
    864, 862, 698, 845, 744, 796, 1040, 759, 781, 865, 845, 944, 984, 897, 822, 1010, 771, 676, 649,
    846, 812, 742, 801, 1040, 860, 874, 848, 890, 744, 749, 838, 1050, 918, 986, 797, 923, 975, 815,
    1020, 906, 901, 1170, 912, 746, 919, 718, 714, 740
  };

  @Test
  void theNileFlowsLessFrom1899On() {
    assertThat(ChangePoints.of(NILE))
        .singleElement()
        .satisfies(
            point -> {
              assertThat(1871 + point.index()).isEqualTo(1899);
              assertThat(point.before()).isEqualTo(1_130);
              assertThat(point.after()).isEqualTo(842.5);
              assertThat(point.change()).isCloseTo(-0.254, within(0.001));
            });
  }

  /** A series of Apache Otava's own tests. */
  @Test
  void findsWhatOtavaFinds() {
    assertThat(
            ChangePoints.of(
                new double[] {
                  1.02, 0.95, 0.99, 1.00, 1.12, 1.00, 1.01, 0.98, 1.01, 0.96, 0.50, 0.51, 0.48,
                  0.48, 0.55, 0.50, 0.49, 0.51, 0.50, 0.49
                }))
        .extracting(ChangePoint::index)
        .containsExactly(10);
  }

  @ParameterizedTest
  @CsvSource({"10, 60", "20, 40", "45, 55", "50, 90", "8, 92"})
  void findsTwoShiftsExactly(int up, int down) {
    double[] series = Noise.NORMAL.series(100, 0.02, new Random(1));
    for (int i = up; i < down; i++) {
      series[i] *= 1.2;
    }
    assertThat(ChangePoints.of(series)).extracting(ChangePoint::index).containsExactly(up, down);
  }

  @Test
  void findsShiftsInALongSeriesWhereverItsWindowsBegin() {
    double[] series = Noise.NORMAL.series(1_000, 0.02, new Random(1));
    int[] places = {25, 50, 333, 480, 975};
    IntStream.of(places)
        .forEach(from -> IntStream.range(from, 1_000).forEach(i -> series[i] *= 1.2));
    assertThat(ChangePoints.of(series).stream().mapToInt(ChangePoint::index))
        .containsExactly(25, 50, 333, 480, 975);
  }

  @Test
  void oneOutlierOrTwoAreNoChangeAndHideNone() {
    double[] series = Noise.NORMAL.series(60, 0.02, new Random(1));
    series[30] = 900;
    series[31] = 800;
    assertThat(ChangePoints.of(series)).isEmpty();
    IntStream.range(40, 60).forEach(i -> series[i] *= 1.2);
    assertThat(ChangePoints.of(series)).extracting(ChangePoint::index).containsExactly(40);
  }

  @Test
  void whatIsShortOrConstantOrMovesByLessThanATwentiethHasNone() {
    assertThat(ChangePoints.of(new double[0])).isEmpty();
    assertThat(ChangePoints.of(new double[] {1, 1, 1, 1, 9, 9, 9, 9, 9})).isEmpty();
    assertThat(ChangePoints.of(new double[300])).isEmpty();
    double[] small = IntStream.range(0, 100).mapToDouble(i -> i < 50 ? 100 : 104).toArray();
    assertThat(ChangePoints.of(small)).isEmpty();
  }

  @Test
  void aRiseFromZeroIsAChange() {
    double[] series = IntStream.range(0, 40).mapToDouble(i -> i < 20 ? 0 : 0.05).toArray();
    assertThat(ChangePoints.of(series))
        .singleElement()
        .satisfies(
            point -> {
              assertThat(point.index()).isEqualTo(20);
              assertThat(point.change()).isInfinite();
            });
  }

  @Test
  void growthLittleByLittleIsNoChangeOfLevel() {
    Random random = new Random(1);
    double[] series =
        IntStream.range(0, 100).mapToDouble(i -> 20 + 0.2 * i + random.nextGaussian()).toArray();
    assertThat(ChangePoints.of(series)).isEmpty();
  }

  /** Of 6,000 of each kind 0.17 to 0.72 % have one. */
  @ParameterizedTest
  @EnumSource
  void atMostOneInAHundredSeriesOfNoiseHasOne(Noise noise) {
    long falseAlarms =
        IntStream.range(0, 1_000)
            .mapToObj(seed -> noise.series(100, 0.1, new Random(7_919L * seed + 1)))
            .filter(series -> !ChangePoints.of(series).isEmpty())
            .count();
    assertThat(falseAlarms).isLessThanOrEqualTo(10);
  }

  @ParameterizedTest
  @CsvSource({"NORMAL, 80", "HEAVY_TAILED, 80", "WITH_SPIKES, 65", "WHOLE_MILLIS, 85"})
  void mostStepsOfAFifthAreSeenThroughNoiseOfATenth(Noise noise, int percent) {
    long found =
        IntStream.range(0, 200)
            .mapToObj(
                seed -> {
                  double[] series = noise.series(100, 0.1, new Random(seed));
                  IntStream.range(50, 100).forEach(i -> series[i] *= 1.2);
                  return ChangePoints.of(series);
                })
            .filter(points -> points.stream().anyMatch(point -> Math.abs(point.index() - 50) <= 3))
            .count();
    assertThat(found).isGreaterThanOrEqualTo(percent * 2L);
  }

  @Test
  void theSameSeriesHasTheSamePointsInAnyUnit() {
    double[] seconds = Arrays.stream(NILE).map(figure -> figure / 1_000).toArray();
    assertThat(ChangePoints.of(seconds))
        .extracting(ChangePoint::index)
        .isEqualTo(ChangePoints.of(NILE).stream().map(ChangePoint::index).toList());
  }
}
