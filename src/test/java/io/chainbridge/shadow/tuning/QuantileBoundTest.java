package io.chainbridge.shadow.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantileBoundTest {

  /** Of n figures all are below the quantile with probability q^n. */
  @ParameterizedTest
  @CsvSource({"0.95, 59", "0.99, 299", "0.5, 5", "0.9, 29"})
  void theLargestFigureIsABoundFromASampleOn(double quantile, int least) {
    assertThat(Math.pow(quantile, least)).isLessThan(0.05);
    assertThat(Math.pow(quantile, least - 1)).isGreaterThan(0.05);
    assertThat(QuantileBound.order(least - 1, quantile)).isEmpty();
    assertThat(QuantileBound.order(least, quantile)).hasValue(least);
    assertThat(QuantileBound.leastSample(quantile)).isEqualTo(least);
  }

  /** By the binomial: of 100 trials at 0.95, up to 97 succeed with 0.882, up to 98 with 0.963. */
  @ParameterizedTest
  @CsvSource({"100, 0.95, 99", "200, 0.95, 196", "10, 0.5, 9"})
  void ofMoreItIsNotTheLargest(int n, double quantile, int order) {
    assertThat(QuantileBound.order(n, quantile)).hasValue(order);
    assertThat(atMost(order - 1, n, quantile)).isGreaterThanOrEqualTo(0.95);
    assertThat(atMost(order - 2, n, quantile)).isLessThan(0.95);
  }

  private static double atMost(int successes, int n, double q) {
    double term = Math.pow(1 - q, n);
    double sum = term;
    for (int k = 1; k <= successes; k++) {
      term *= (n - k + 1.0) / k * q / (1 - q);
      sum += term;
    }
    return sum;
  }
}
