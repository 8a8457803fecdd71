package io.chainbridge.shadow.verdict;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * What comes of many simulated runs that are looked at after each request and end at the first
 * proof, at 95 % confidence, or after {@value #MOST} requests. The same in every simulation.
 *
 * @param below how many ended with the proof that the proportion is below the share
 * @param above how many ended with the opposite
 * @param medianRequests of all of them; {@value #MOST} for those without a proof
 */
record Proofs(int below, int above, int medianRequests) {
  static final int MOST = 5_000;

  /**
   * Simulates them.
   *
   * @param share what is to be proven or refuted
   * @param proportion what is true
   */
  static Proofs simulated(double share, double proportion, int runs) {
    ConfidenceSequence sequence = new ConfidenceSequence(share, 0.95);
    SplittableRandom random = new SplittableRandom(42);
    int[] belowAt = belowAt(sequence);
    int[] aboveAt = aboveAt(sequence);
    int below = 0;
    int above = 0;
    int[] requests = new int[runs];
    for (int run = 0; run < runs; run++) {
      int over = 0;
      int n = 0;
      while (n < MOST) {
        n++;
        over += random.nextDouble() < proportion ? 1 : 0;
        if (over <= belowAt[n]) {
          below++;
          break;
        }
        if (over >= aboveAt[n]) {
          above++;
          break;
        }
      }
      requests[run] = n;
    }
    return new Proofs(
        below, above, IntStream.of(requests).sorted().skip(runs / 2).findFirst().orElseThrow());
  }

  /** The most over that prove the limit met after each number of requests; -1 for none. */
  private static int[] belowAt(ConfidenceSequence sequence) {
    int[] most = new int[MOST + 1];
    most[0] = -1;
    for (int n = 1; n <= MOST; n++) {
      most[n] = most[n - 1];
      while (sequence.provesBelow(most[n] + 1, n)) {
        most[n]++;
      }
    }
    return most;
  }

  /** The least over that prove it breached. */
  private static int[] aboveAt(ConfidenceSequence sequence) {
    int[] least = new int[MOST + 1];
    for (int n = 1; n <= MOST; n++) {
      least[n] = least[n - 1];
      while (least[n] <= n && !sequence.provesAbove(least[n], n)) {
        least[n]++;
      }
    }
    return least;
  }
}
