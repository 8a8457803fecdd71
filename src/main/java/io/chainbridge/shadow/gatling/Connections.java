package io.chainbridge.shadow.gatling;

import com.sun.management.UnixOperatingSystemMXBean;
import io.chainbridge.shadow.settings.InvalidInputException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The connections of an open model: each takes one of the file descriptors that the system lets
 * this process have. Without a free one no class can be loaded and no file be written, so that a
 * run would be lost with all it measured. Thread-safe.
 */
final class Connections {
  /** Gatling's own: for so long it goes on connecting, even if the request was given up before. */
  static final Duration CONNECTING = Duration.ofSeconds(10);

  /** Each user keeps one. */
  private static final double SHARE_OF_USERS = 0.8;

  /** Less than half: while many time out at once, as many new ones open before they are closed. */
  private static final double SHARE_OF_ARRIVALS = 0.45;

  private final Duration timeout;
  private final long most;
  private final AtomicLong taken = new AtomicLong();
  private final Queue<Long> connectingUntilMs = new ConcurrentLinkedQueue<>();

  /**
   * As many as the system allows; without bound where it does not tell.
   *
   * @param timeout of requests
   */
  static Connections ofArrivals(Duration timeout) {
    return new Connections(timeout, Math.max(1, shareOfFree(SHARE_OF_ARRIVALS)));
  }

  Connections(Duration timeout, long most) {
    this.timeout = timeout;
    this.most = most;
  }

  /**
   * Refuses more users at once than there can be connections.
   *
   * @throws InvalidInputException if there are more
   */
  static void refuseMore(int users) {
    long most = shareOfFree(SHARE_OF_USERS);
    if (users > most) {
      throw new InvalidInputException(
          "-Dconcurrency: %,d users at once need as many connections, and the system lets this process have %,d; ask for fewer, raise the limit of open files (ulimit -n), or use more shards"
              .formatted(users, most));
    }
  }

  private static long shareOfFree(double share) {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
        ? (long)
            (share * (system.getMaxFileDescriptorCount() - system.getOpenFileDescriptorCount()))
        : Long.MAX_VALUE;
  }

  /** Takes one, if there is one. */
  boolean take(long nowMs) {
    Long until = connectingUntilMs.peek();
    while (until != null && until <= nowMs) {
      if (connectingUntilMs.remove(until)) {
        taken.decrementAndGet();
      }
      until = connectingUntilMs.peek();
    }
    if (taken.incrementAndGet() > most) {
      taken.decrementAndGet();
      return false;
    }
    return true;
  }

  /**
   * Gives it back; that of a request that was given up counts for as long as Gatling may go on
   * connecting.
   *
   * @param sinceMs when it was taken
   */
  void giveBack(long sinceMs, long nowMs) {
    long until = sinceMs + CONNECTING.toMillis();
    if (nowMs - sinceMs >= timeout.toMillis() && nowMs < until) {
      connectingUntilMs.add(until);
    } else {
      taken.decrementAndGet();
    }
  }
}
