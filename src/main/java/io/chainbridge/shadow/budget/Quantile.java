package io.chainbridge.shadow.budget;

/** A fraction of a sorted sample. */
public enum Quantile {
  /** The median. */
  P50(500),
  /** 19 of 20 lie below. */
  P95(950),
  /** 99 of 100 lie below. */
  P99(990);

  private final int perMille;

  Quantile(int perMille) {
    this.perMille = perMille;
  }

  /**
   * Zero-based index of this quantile in a sorted sample: {@code min(n - 1, floor(n * q))}, in
   * exact arithmetic.
   *
   * @param sampleSize n, at least 1
   */
  public long index(long sampleSize) {
    return Math.min(sampleSize - 1, Math.multiplyExact(sampleSize, perMille) / 1000);
  }

  /** In percent, as in "95th percentile". */
  public double percent() {
    return perMille / 10.0;
  }

  /** The share of a sample that lies at or beyond this quantile: 0.05 for the 95th percentile. */
  public double tail() {
    return (1000 - perMille) / 1000.0;
  }
}
