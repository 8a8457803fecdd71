package io.chainbridge.shadow.gatling;

import java.util.concurrent.TimeUnit;

/** Whether something happens more often than so many times a second. Thread-safe. */
final class RecentRate {
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  /** When the last of them happened, in a ring. */
  private final long[] times;

  private long count;

  /**
   * @param limit at least 1
   */
  RecentRate(int limit) {
    times = new long[limit];
  }

  /**
   * Counts one.
   *
   * @param nanoTime now, not before the last one
   * @return whether there were more than the limit, this one included, within the last second
   */
  synchronized boolean exceeded(long nanoTime) {
    int slot = (int) (count % times.length);
    boolean exceeded = count >= times.length && nanoTime - times[slot] < SECOND;
    times[slot] = nanoTime;
    count++;
    return exceeded;
  }
}
