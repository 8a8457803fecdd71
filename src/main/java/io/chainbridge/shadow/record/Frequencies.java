package io.chainbridge.shadow.record;

import java.util.Objects;
import java.util.Optional;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * Values and how often each was found: as it was counted, or as it was read, of which a histogram
 * is made for whoever asks more of it than to be added. Immutable and thread-safe.
 */
final class Frequencies {
  private final @Nullable Counts counts;
  private volatile @Nullable Histogram histogram;

  /**
   * What was counted.
   *
   * @param histogram to which nothing is added any more while this is used
   */
  Frequencies(Histogram histogram) {
    this.counts = null;
    this.histogram = histogram;
  }

  /** What was read. */
  Frequencies(Counts counts) {
    this.counts = counts;
  }

  /**
   * Reads what {@link #encoded()} wrote.
   *
   * @throws IllegalArgumentException if it is no histogram
   */
  static Frequencies decode(String encoded) {
    return new Frequencies(Counts.read(encoded));
  }

  /** As it was read; empty of what was counted here. */
  Optional<Counts> asRead() {
    return Optional.ofNullable(counts);
  }

  /** All of it; whoever gets it does not change it. */
  Histogram histogram() {
    Histogram made = histogram;
    if (made == null) {
      made = Objects.requireNonNull(counts).histogram();
      histogram = made;
    }
    return made;
  }

  /** How many values. */
  long total() {
    return counts == null ? histogram().getTotalCount() : counts.total();
  }

  /** As any HdrHistogram reads it: its compressed format (V2) in Base64. */
  String encoded() {
    return Counts.write(histogram());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Frequencies that && histogram().equals(that.histogram());
  }

  @Override
  public int hashCode() {
    return histogram().hashCode();
  }
}
