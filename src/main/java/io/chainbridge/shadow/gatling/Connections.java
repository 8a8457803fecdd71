package io.chainbridge.shadow.gatling;

import com.sun.management.UnixOperatingSystemMXBean;
import io.chainbridge.shadow.settings.InvalidInputException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Each connection takes one of the file descriptors that the system lets this process have. Without
 * a free one no class can be loaded and no file be written, so that a run would be lost with all it
 * measured. This is the account of an open model's; users at once keep theirs, but for a service
 * that accepts none, of which a user may try some at a time if {@code timeout} is less than
 * Gatling's own. Thread-safe.
 */
final class Connections {
  /**
   * As in {@code gatling.conf}: for so long Gatling goes on connecting, and then once more shaking
   * hands, even if the request was given up before.
   */
  private static final Duration CONNECTING = Duration.ofSeconds(10);

  /** Each user keeps one with each target. */
  private static final double SHARE_OF_USERS = 0.8;

  /** Less than half: while many time out at once, as many new ones open before they are closed. */
  private static final double SHARE_OF_ARRIVALS = 0.45;

  private final Duration timeout;
  private final Duration connecting;
  private final long most;
  private final AtomicLong taken = new AtomicLong();
  private final Queue<Long> connectingUntilMs = new ConcurrentLinkedQueue<>();

  /**
   * As many as the system allows; without bound where it does not tell.
   *
   * @param target that they are made to
   * @param timeout of requests
   */
  static Connections ofArrivals(URI target, Duration timeout) {
    return new Connections(
        timeout,
        target.getScheme().equals("https") ? CONNECTING.multipliedBy(2) : CONNECTING,
        Math.max(1, shareOfFree(SHARE_OF_ARRIVALS)));
  }

  /**
   * So many.
   *
   * @param timeout of requests
   * @param connecting how long a try to connect may last
   */
  Connections(Duration timeout, Duration connecting, long most) {
    this.timeout = timeout;
    this.connecting = connecting;
    this.most = most;
  }

  /**
   * Refuses more users at once than there can be connections for.
   *
   * @param targets that each of them asks
   * @throws InvalidInputException if there are more
   */
  static void refuseMore(int users, int targets) {
    long most = shareOfFree(SHARE_OF_USERS) / targets;
    if (users > most) {
      throw new InvalidInputException(
          "-Dconcurrency: the system lets this process have connections for %d users at once, not %d; ask for fewer, raise the limit of open files (ulimit -n), or use more shards"
              .formatted(most, users));
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
   * Gives it back; that of a request that was given up before it was sent counts for as long as
   * Gatling may go on connecting. One that was refused failed long before its timeout, which no
   * clock tells to the millisecond.
   *
   * @param heldMs how long ago it was taken
   * @param sent whether the request was
   */
  void giveBack(long heldMs, boolean sent, long nowMs) {
    if (sent || heldMs < timeout.toMillis() / 2) {
      taken.decrementAndGet();
    } else {
      connectingUntilMs.add(nowMs - heldMs + connecting.toMillis());
    }
  }
}
