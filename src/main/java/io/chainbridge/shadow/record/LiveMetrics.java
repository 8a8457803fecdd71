package io.chainbridge.shadow.record;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What became of the figures that a run streamed while it lasted. They are a copy: what is lost
 * there is in the record all the same. Immutable.
 *
 * @param target address that they went to
 * @param exports that were due: one a second as long as there was something to tell, and one at the
 *     end
 * @param lost of them, because the target did not take them, or not all that was in them
 * @param skipped of those lost, never sent because the one before was still under way
 * @param reason why the last of them was lost; empty if none was
 */
public record LiveMetrics(
    String target, long exports, long lost, long skipped, Optional<String> reason) {

  /** Both together: the address and the reason are those of one of them. */
  LiveMetrics plus(LiveMetrics other) {
    return new LiveMetrics(
        target.compareTo(other.target) <= 0 ? target : other.target,
        exports + other.exports,
        lost + other.lost,
        skipped + other.skipped,
        Stream.of(reason, other.reason).flatMap(Optional::stream).min(Comparator.naturalOrder()));
  }

  /** Of those due, the ones that the target took. */
  public long delivered() {
    return exports - lost;
  }
}
