package io.chainbridge.shadow.gatling;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/**
 * How long answers are held, and how long they then took: log-normal about 20 ms, and 6 % at 80 ms.
 * The same for every run, in the order in which they are asked for. Thread-safe.
 */
final class HeldTimes {
  private static final int DRAWN = 2_000;
  private static final double MEDIAN_MS = 20;
  private static final double SIGMA = 0.25;
  private static final double SLOW_SHARE = 0.06;
  private static final double SLOW_MS = 80;

  private final List<Long> drawn = draw();
  private final List<Hold> holds = new ArrayList<>();

  private static List<Long> draw() {
    Random random = new Random(2);
    List<Long> times = new ArrayList<>();
    for (int i = 0; i < DRAWN; i++) {
      double millis =
          i < DRAWN * SLOW_SHARE ? SLOW_MS : MEDIAN_MS * Math.exp(SIGMA * random.nextGaussian());
      times.add((long) (millis * TimeUnit.MILLISECONDS.toNanos(1)));
    }
    Collections.shuffle(times, random);
    return times;
  }

  /** One answer, from its request's having been read. */
  static final class Hold {
    private final long start = System.nanoTime();
    private final long nanos;
    private volatile long took;

    private Hold(long nanos) {
      this.nanos = nanos;
    }

    /** Until it is due. */
    void await() {
      for (long left = nanos; left > 0; left = start + nanos - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
    }

    /** When its answer was written. */
    void end() {
      took = System.nanoTime() - start;
    }
  }

  synchronized Hold next() {
    Hold hold = new Hold(drawn.get(holds.size() % DRAWN));
    holds.add(hold);
    return hold;
  }

  synchronized void forget() {
    holds.clear();
  }

  /** A line for each request that has been answered, in ns. */
  synchronized String text() {
    return holds.stream()
        .filter(hold -> hold.took > 0)
        .map(hold -> hold.took + "\n")
        .collect(Collectors.joining());
  }
}
