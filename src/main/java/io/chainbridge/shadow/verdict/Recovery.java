package io.chainbridge.shadow.verdict;

import io.chainbridge.shadow.budget.Endpoint;
import io.chainbridge.shadow.record.Timeline;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How long after the end of a load peak it took until every latency and failure limit of every
 * endpoint held again.
 *
 * <p>From the peak's end, rounded up to a slice, the run is cut into windows of at least one
 * second, as near to one as whole slices allow. A window holds if the requests that <em>ended</em>
 * in it met each of those limits by themselves, as a whole run must. One in which an endpoint had
 * no answer, or only failures where a latency is limited, does not hold: nothing says that the
 * service was well. The service has recovered at the beginning of the first {@value #IN_A_ROW}
 * windows in a row that hold, and what comes later does not change that. Fewer are not enough, not
 * at the run's end either, where the last slice, which the run seldom fills, does not count.
 *
 * <p>A sample of one second is small: at ten requests a second a single slow one breaches a p95. A
 * request of the peak that ends after it counts where it ends, since its client waited until then.
 * An endpoint without such limits does not matter, and where none has any the service has recovered
 * at once.
 *
 * @param time from the peak's end; zero if the first windows hold; empty if the limits were not
 *     seen to hold again before the run ended
 * @param resolution length of a window: the service may have recovered that much earlier; zero for
 *     a run without a request
 */
public record Recovery(Optional<Duration> time, Duration resolution) {
  /** So many windows must hold: a lucky one among bad ones is no recovery. */
  public static final int IN_A_ROW = 3;

  private static final Duration SHORTEST_WINDOW = Duration.ofSeconds(1);

  /**
   * Looks for the recovery of a run.
   *
   * @param peakEnd when the peak ended, from the start of the timeline; not negative
   * @param endpoints whose limits are to hold
   */
  public static Recovery of(Timeline timeline, Duration peakEnd, List<Endpoint> endpoints) {
    Duration interval = timeline.interval();
    if (interval.isZero()) {
      return new Recovery(Optional.empty(), Duration.ZERO);
    }
    int length = Math.toIntExact(ceilDivide(SHORTEST_WINDOW, interval));
    long first = ceilDivide(peakEnd, interval);
    List<Timeline.Slice> slices = timeline.slices();
    int inARow = 0;
    for (long from = first; from + length < slices.size(); from += length) {
      inARow =
          Window.of(slices.subList((int) from, (int) from + length)).holds(endpoints)
              ? inARow + 1
              : 0;
      if (inARow == IN_A_ROW) {
        long recovered = from - (IN_A_ROW - 1L) * length;
        Duration time =
            recovered == first ? Duration.ZERO : interval.multipliedBy(recovered).minus(peakEnd);
        return new Recovery(Optional.of(time), interval.multipliedBy(length));
      }
    }
    return new Recovery(Optional.empty(), interval.multipliedBy(length));
  }

  private static long ceilDivide(Duration dividend, Duration divisor) {
    return dividend.plus(divisor).minusNanos(1).dividedBy(divisor);
  }
}
