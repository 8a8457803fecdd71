package io.chainbridge.shadow.gatling;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * A draw in which everything that was entered since the last one has the same chance, however many
 * and in which bursts they came. Holds no more than are drawn. Thread-safe.
 *
 * <p>Algorithm R: Vitter, Random Sampling with a Reservoir, ACM TOMS 11 (1985).
 */
final class Lottery<T> {
  private final int most;
  private final Random random;
  private List<T> drawn = new ArrayList<>();
  private int entered;

  /**
   * @param most how many are drawn at most, at least 1
   */
  Lottery(int most, Random random) {
    this.most = most;
    this.random = random;
  }

  /**
   * @param entry is only made if it may be drawn, at once
   */
  synchronized void enter(Supplier<T> entry) {
    entered++;
    if (drawn.size() < most) {
      drawn.add(entry.get());
      return;
    }
    int slot = random.nextInt(entered);
    if (slot < most) {
      drawn.set(slot, entry.get());
    }
  }

  /** Those drawn, in an order that says nothing; all if there were no more. */
  synchronized List<T> draw() {
    List<T> result = drawn;
    drawn = new ArrayList<>();
    entered = 0;
    Collections.shuffle(result, random);
    return result;
  }
}
