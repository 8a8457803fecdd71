package io.chainbridge.shadow.verdict;

import io.chainbridge.shadow.budget.Limit;
import io.chainbridge.shadow.budget.Quantile;
import java.util.Optional;
import java.util.function.DoublePredicate;
import org.apache.commons.numbers.gamma.LogBeta;

/**
 * Confidence bounds of a proportion that hold after every trial at once, so that a sample may be
 * looked at as often as one likes, and ended for whatever reason: with probability 1 - confidence
 * at most a proportion is ever outside its bounds, however long the sample grows. Clopper-Pearson
 * bounds promise that of one look alone.
 *
 * <p>Of n independent trials of which k showed it, a proportion q is refused as soon as the
 * likelihood ratio of a Beta(a, b) mixture of all proportions against q alone,
 *
 * <pre>M = B(a + k, b + n - k) / (B(a, b) q^k (1 - q)^(n - k)),</pre>
 *
 * reaches 1 / (1 - confidence). While q is true, M is a martingale that begins at 1 and is never
 * negative, so that it ever reaches that with probability 1 - confidence at most (J. Ville, "Étude
 * critique de la notion de collectif", 1939). The mixture is that of H. Robbins, "Statistical
 * methods related to the law of the iterated logarithm", Annals of Mathematical Statistics 41
 * (1970); as a beta-binomial confidence sequence it is in S. Howard, A. Ramdas, J. McAuliffe and J.
 * Sekhon, "Time-uniform, nonparametric, nonasymptotic confidence sequences", Annals of Statistics
 * 49 (2021).
 *
 * <p>M is convex in q, so the proportions that are not refused are an interval about k / n. Hence
 * both claims about a share, that the proportion is below it and that it is above, are wrong with
 * probability 1 - confidence at most, wherever the proportion is; and where it is the share itself,
 * 1 - confidence bounds the two of them together, although one of them is right there.
 *
 * <p>The prior holds for any a and b and decides only how soon a proof comes. Its mean is the
 * share, since that is where proofs are wanted, and a is 1/2: less would prove a service without
 * any slow request sooner, and one that is nearer to its limit later; with 1/2 a 5 % limit takes 81
 * requests with none over, and 73, 93 and 112 with 1/4, 1 and 2. For shares above 1/2 it is
 * Beta(1/2, 1/2).
 *
 * @param share the proportion of which the sample is to tell whether it is below, above 0 and at
 *     most 1
 * @param confidence above 0 and below 1
 */
public record ConfidenceSequence(double share, double confidence) {
  private static final double A = 0.5;

  /** Enough to halve an interval until it has no number left between its ends. */
  private static final int HALVINGS = 100;

  /**
   * For the claim that a limit makes: that fewer than so large a share of the requests are slow, or
   * fail.
   *
   * @return empty for a limit that makes no such claim
   */
  public static Optional<ConfidenceSequence> of(Limit limit, double budget, double confidence) {
    return (limit == Limit.MAX_FAILURE_RATE
            ? Optional.of(budget)
            : limit.quantile().map(Quantile::tail))
        .map(share -> new ConfidenceSequence(share, confidence));
  }

  /** Whether the sample proves either. Parameters as below. */
  public boolean settles(long k, long n) {
    return provesBelow(k, n) || provesAbove(k, n);
  }

  /**
   * Whether the sample refuses a proportion.
   *
   * @param k 0 to n
   * @param n at least 0; the result is good to 1e-6 of the logarithm of M up to 10^7 trials
   * @param proportion 0 to 1
   */
  boolean refuses(long k, long n, double proportion) {
    return logMixture(k, n, proportion) >= -Math.log1p(-confidence);
  }

  /** Whether the sample proves that the proportion is below the share. Parameters as above. */
  boolean provesBelow(long k, long n) {
    return k < n * share && refuses(k, n, share);
  }

  /** Whether the sample proves that the proportion is above the share. Parameters as above. */
  boolean provesAbove(long k, long n) {
    return k > n * share && refuses(k, n, share);
  }

  /** No proportion above this is left, at the confidence. Parameters as above; n at least 1. */
  double upper(long k, long n) {
    return k == n ? 1 : edge((double) k / n, 1, proportion -> !refuses(k, n, proportion));
  }

  /** No proportion below this is left, at the confidence. Parameters as above; n at least 1. */
  double lower(long k, long n) {
    return k == 0 ? 0 : edge((double) k / n, 0, proportion -> !refuses(k, n, proportion));
  }

  /** The smallest sample that proves the proportion to be below the share if it shows nothing. */
  long leastSample() {
    long most = 1;
    while (!provesBelow(0, most)) {
      most *= 2;
    }
    long least = most / 2;
    while (most - least > 1) {
      long middle = least + (most - least) / 2;
      if (provesBelow(0, middle)) {
        most = middle;
      } else {
        least = middle;
      }
    }
    return most;
  }

  /** The logarithm of M. */
  double logMixture(long k, long n, double proportion) {
    double b = Math.max(A, A * (1 - share) / share);
    return LogBeta.value(A + k, b + n - k)
        - LogBeta.value(A, b)
        - times(k, Math.log(proportion))
        - times(n - k, Math.log1p(-proportion));
  }

  /** What did not happen has no likelihood to speak of, even if it could not. */
  private static double times(long count, double log) {
    return count == 0 ? 0 : count * log;
  }

  private static double edge(double inside, double outside, DoublePredicate left) {
    double in = inside;
    double out = outside;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (in + out) / 2;
      if (left.test(middle)) {
        in = middle;
      } else {
        out = middle;
      }
    }
    return out;
  }
}
