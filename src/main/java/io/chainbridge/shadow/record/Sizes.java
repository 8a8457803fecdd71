package io.chainbridge.shadow.record;

import java.util.OptionalDouble;

/**
 * How large response bodies were, decoded, of the answers that had the expected status: a short
 * error text must not make a service look lean. Two of them add up without loss.
 *
 * @param bodies how many there were
 * @param totalBytes of all together
 * @param largestBytes of the largest; 0 without any
 */
public record Sizes(long bodies, long totalBytes, long largestBytes) {
  /** Of no body at all. */
  public static final Sizes NONE = new Sizes(0, 0, 0);

  /** One more body. */
  public Sizes plus(long bytes) {
    return new Sizes(bodies + 1, totalBytes + bytes, Math.max(largestBytes, bytes));
  }

  /** The mean in KB of 1,024 bytes; empty without a body. */
  public OptionalDouble meanKb() {
    return bodies == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) totalBytes / bodies / 1024);
  }
}
