package io.chainbridge.shadow.gatling;

import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Draws one of everything that was entered since the last draw, each with the same chance, however
 * many and in which bursts they came. Holds no more than that one. Thread-safe.
 *
 * <p>Algorithm R: Vitter, Random Sampling with a Reservoir, ACM TOMS 11 (1985).
 */
final class Lottery<T> {
  private final Random random;
  private @Nullable T drawn;
  private int entered;

  Lottery(Random random) {
    this.random = random;
  }

  /**
   * @param entry is only made if it may be drawn, at once
   */
  synchronized void enter(Supplier<T> entry) {
    entered++;
    if (random.nextInt(entered) == 0) {
      drawn = entry.get();
    }
  }

  /** Empty if nothing was entered. */
  synchronized Optional<T> draw() {
    Optional<T> result = Optional.ofNullable(drawn);
    drawn = null;
    entered = 0;
    return result;
  }
}
