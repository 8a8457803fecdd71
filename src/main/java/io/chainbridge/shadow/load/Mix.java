package io.chainbridge.shadow.load;

import java.util.Arrays;
import java.util.List;

/**
 * Whom each of a run's requests asks, by weight: a fixed cycle in which each index comes as often
 * as its weight says, evenly spread, so that a run is the same each time and its mix is exact.
 *
 * <p>The order is that of smooth weighted round robin, as nginx balances its upstreams: with each
 * request every index earns its weight, the richest is asked, the first of equals, and pays the sum
 * of the weights. Weights 5, 1 and 1 give 0 0 1 0 2 0 0. Immutable and thread-safe.
 */
public final class Mix {
  /** The longest cycle: the most that weights may add up to, less their common divisor. */
  public static final int LONGEST_CYCLE = 100_000;

  private final int[] cycle;

  private Mix(int[] cycle) {
    this.cycle = cycle;
  }

  /**
   * A mix of as many indexes as there are weights.
   *
   * @param weights each at least 1
   * @throws IllegalArgumentException if there is none, one is below 1, or the cycle would be longer
   *     than {@value #LONGEST_CYCLE}
   */
  public static Mix of(List<Integer> weights) {
    if (weights.isEmpty() || weights.stream().anyMatch(weight -> weight < 1)) {
      throw new IllegalArgumentException("weights must be at least 1, found " + weights);
    }
    int divisor = weights.stream().reduce(0, Mix::commonDivisor);
    long length = weights.stream().mapToLong(weight -> weight / divisor).sum();
    if (length > LONGEST_CYCLE) {
      throw new IllegalArgumentException(
          "the cycle of weights %s is of %d requests; at most %d"
              .formatted(weights, length, LONGEST_CYCLE));
    }
    int[] reduced = weights.stream().mapToInt(weight -> weight / divisor).toArray();
    return new Mix(cycle(reduced, (int) length));
  }

  private static int commonDivisor(int a, int b) {
    return b == 0 ? a : commonDivisor(b, a % b);
  }

  private static int[] cycle(int[] weights, int length) {
    int[] cycle = new int[length];
    int[] credit = new int[weights.length];
    for (int k = 0; k < length; k++) {
      int richest = 0;
      for (int i = 0; i < weights.length; i++) {
        credit[i] += weights[i];
        richest = credit[i] > credit[richest] ? i : richest;
      }
      credit[richest] -= length;
      cycle[k] = richest;
    }
    return cycle;
  }

  /** After how many requests the mix repeats: the sum of the weights over their divisor. */
  public int cycleLength() {
    return cycle.length;
  }

  /**
   * The index that a request asks.
   *
   * @param k number of the request, from 0
   */
  public int at(long k) {
    return cycle[(int) (k % cycle.length)];
  }

  /**
   * How many of the first requests ask an index.
   *
   * @param total how many requests there are, from 0
   */
  public long count(int index, long total) {
    return total / cycle.length * countInCycle(index, cycle.length)
        + countInCycle(index, (int) (total % cycle.length));
  }

  private long countInCycle(int index, int end) {
    return Arrays.stream(cycle, 0, end).filter(asked -> asked == index).count();
  }
}
