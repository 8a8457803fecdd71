package io.chainbridge.shadow.tuning;

import io.chainbridge.shadow.verdict.ClopperPearson;
import java.util.OptionalInt;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * What a sample says of a quantile of what it was drawn from, whatever its distribution: of n
 * independent figures the k-th by size is below the q-quantile with the probability that a binomial
 * of n and q is k or more (W. R. Thompson, "On confidence ranges for the median and other
 * expectation distributions for populations of unknown distribution form", Annals of Mathematical
 * Statistics 7, 1936).
 */
final class QuantileBound {
  /** Of the bound. */
  static final double CONFIDENCE = 0.95;

  private QuantileBound() {}

  /**
   * The least k, from 1, such that the k-th figure by size is at the quantile or above it at the
   * confidence; empty if not even the largest is.
   */
  static OptionalInt order(int n, double quantile) {
    int order = BinomialDistribution.of(n, quantile).inverseCumulativeProbability(CONFIDENCE) + 1;
    return order <= n ? OptionalInt.of(order) : OptionalInt.empty();
  }

  /** The least n with which the largest figure is such a bound. */
  static long leastSample(double quantile) {
    return ClopperPearson.leastSample(1 - quantile, CONFIDENCE);
  }
}
