package io.chainbridge.shadow.bench;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;

/**
 * One thing measured beside another: in turns, in one run, on one machine.
 *
 * @param what was measured, in words
 * @param unit of the samples, such as {@code requests/s}
 * @param ours a sample of each round
 * @param beside what it was measured beside, in words
 * @param theirs a sample of each round, in the same order
 * @param target empty if the figures are there to be known alone
 */
public record Comparison(
    String what,
    String unit,
    List<Double> ours,
    String beside,
    List<Double> theirs,
    Optional<Target> target) {

  /**
   * @throws IllegalArgumentException if the two have not the same number of samples
   */
  public Comparison {
    ours = List.copyOf(ours);
    theirs = List.copyOf(theirs);
    if (ours.size() != theirs.size()) {
      throw new IllegalArgumentException(
          "%s: %d samples beside %d".formatted(what, ours.size(), theirs.size()));
    }
  }

  Spread ourSpread() {
    return Spread.of(ours);
  }

  Spread theirSpread() {
    return Spread.of(theirs);
  }

  /** Ours over theirs, round by round. */
  Spread ratio() {
    return each((one, other) -> one / other);
  }

  /** Ours less theirs, round by round. */
  Spread difference() {
    return each((one, other) -> one - other);
  }

  /** Whether the target is reached; true without one. */
  boolean isReached() {
    return target.map(some -> some.isReached(this)).orElse(true);
  }

  private Spread each(DoubleBinaryOperator operator) {
    return Spread.of(
        IntStream.range(0, ours.size())
            .mapToObj(i -> operator.applyAsDouble(ours.get(i), theirs.get(i)))
            .toList());
  }
}
