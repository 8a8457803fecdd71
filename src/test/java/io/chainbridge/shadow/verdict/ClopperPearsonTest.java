package io.chainbridge.shadow.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClopperPearsonTest {

  /** With none of n the upper bound solves (1 - p)^n = 1 - confidence: 1 - 0.05^(1/n). */
  @ParameterizedTest
  @CsvSource({"1, 0.95000", "20, 0.13911", "59, 0.04951", "299, 0.00997", "1000000, 0.000003"})
  void withoutOneTheUpperBoundIsARootOfTheRisk(long n, double upper) {
    assertThat(ClopperPearson.upper(0, n, 0.95)).isCloseTo(upper, within(6e-6));
    assertThat(ClopperPearson.lower(n, n, 0.95)).isCloseTo(1 - upper, within(6e-6));
    assertThat(ClopperPearson.lower(0, n, 0.95)).isZero();
    assertThat(ClopperPearson.upper(n, n, 0.95)).isEqualTo(1);
  }

  /**
   * NIST/SEMATECH e-Handbook of Statistical Methods, 7.2.4.2, "Confidence intervals for small
   * sample sizes": 4 defects of 20 at 90 %, two-sided, which are both one-sided bounds at 95 %.
   */
  @ParameterizedTest
  @CsvSource({"4, 20, 0.95, 0.071354, 0.401029"})
  void agreesWithTheHandbook(long x, long n, double confidence, double lower, double upper) {
    assertThat(ClopperPearson.lower(x, n, confidence)).isCloseTo(lower, within(2e-6));
    assertThat(ClopperPearson.upper(x, n, confidence)).isCloseTo(upper, within(2e-6));
  }

  /**
   * W. J. Conover, "Practical nonparametric statistics" (1971), 97 f., as in the manual of R's
   * binom.test: 682 of 925 at 95 %, two-sided, which are one-sided bounds at 97.5 %. The others are
   * the 95 % limits that textbooks tabulate for 10 trials.
   */
  @ParameterizedTest
  @CsvSource({
    "682, 925, 0.7076683, 0.7654066",
    "0, 10, 0.0000, 0.3085",
    "1, 10, 0.0025, 0.4450",
    "2, 10, 0.0252, 0.5561",
    "3, 10, 0.0667, 0.6525",
    "4, 10, 0.1216, 0.7376",
    "5, 10, 0.1871, 0.8129"
  })
  void agreesWithTwoSidedTables(long x, long n, double lower, double upper) {
    assertThat(ClopperPearson.lower(x, n, 0.975)).isCloseTo(lower, within(5e-5));
    assertThat(ClopperPearson.upper(x, n, 0.975)).isCloseTo(upper, within(5e-5));
    assertThat(ClopperPearson.lower(n - x, n, 0.975)).isCloseTo(1 - upper, within(5e-5));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 20, 59, 100, 299, 1_000})
  void theBoundsHoldInAtLeast95OfAHundredSamplesWhateverTheProportion(int n) {
    for (double p : new double[] {0.001, 0.01, 0.05, 0.1, 0.3, 0.5, 0.77, 0.95, 0.999}) {
      BinomialDistribution binomial = BinomialDistribution.of(n, p);
      double above = 0;
      double below = 0;
      for (int x = 0; x <= n; x++) {
        above += p <= ClopperPearson.upper(x, n, 0.95) ? binomial.probability(x) : 0;
        below += p >= ClopperPearson.lower(x, n, 0.95) ? binomial.probability(x) : 0;
      }
      assertThat(above).as("upper, n %d, p %s", n, p).isGreaterThanOrEqualTo(0.95 - 1e-9);
      assertThat(below).as("lower, n %d, p %s", n, p).isGreaterThanOrEqualTo(0.95 - 1e-9);
    }
  }

  @Property(tries = 300)
  void theSampleLiesBetweenTheBounds(
      @ForAll @IntRange(min = 1, max = 100_000) int n,
      @ForAll @DoubleRange(max = 1) double share,
      @ForAll @Scale(6) @DoubleRange(min = 0.5, max = 0.999) double confidence) {
    long x = Math.round(n * share);
    assertThat((double) x / n)
        .isBetween(ClopperPearson.lower(x, n, confidence), ClopperPearson.upper(x, n, confidence));
  }

  @ParameterizedTest
  @CsvSource({"0.5, 5", "0.05, 59", "0.01, 299", "0.001, 2995", "0.000001, 2995731", "1, 1"})
  void theLeastSampleIsTheOneThatProvesWithNoneOver(double bound, long sample) {
    assertThat(ClopperPearson.leastSample(bound, 0.95)).isEqualTo(sample);
  }

  @Property(tries = 300)
  void theLeastSampleProvesAndOneLessDoesNot(
      @ForAll @Scale(6) @DoubleRange(min = 1e-5, max = 0.94) double bound) {
    long sample = ClopperPearson.leastSample(bound, 0.95);
    assertThat(ClopperPearson.upper(0, sample, 0.95)).isLessThan(bound * (1 + 1e-9));
    if (sample > 1) {
      assertThat(ClopperPearson.upper(0, sample - 1, 0.95)).isGreaterThan(bound * (1 - 1e-9));
    }
  }

  /** 20,000 samples drawn with a fixed seed; three standard errors of a share of 0.95 are 0.005. */
  @ParameterizedTest
  @CsvSource({"20, 0.05", "59, 0.05", "299, 0.01", "1000, 0.05", "50, 0.5"})
  void ofSimulatedSamplesAtLeast95OfAHundredLieWithinABound(int n, double proportion) {
    int samples = 20_000;
    SplittableRandom random = new SplittableRandom(42);
    int below = 0;
    int above = 0;
    for (int sample = 0; sample < samples; sample++) {
      long x = random.doubles(n).filter(draw -> draw < proportion).count();
      below += proportion <= ClopperPearson.upper(x, n, 0.95) ? 1 : 0;
      above += proportion >= ClopperPearson.lower(x, n, 0.95) ? 1 : 0;
    }
    assertThat((double) below / samples).isGreaterThanOrEqualTo(0.945);
    assertThat((double) above / samples).isGreaterThanOrEqualTo(0.945);
  }
}
