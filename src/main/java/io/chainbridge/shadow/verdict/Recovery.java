package io.chainbridge.shadow.verdict;

import io.chainbridge.shadow.budget.Endpoint;
import io.chainbridge.shadow.record.Timeline;
import io.chainbridge.shadow.verdict.Outcome.Result;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How long after the end of a load peak it took until every latency and failure limit of every
 * endpoint held again.
 *
 * <p>It is looked at in windows of at least one second, as near to one as whole slices of the
 * timeline allow. A window holds if the requests that <em>ended</em> in it met each of those limits
 * by themselves, as a whole run must. One in which an endpoint had no answer, or only failures
 * where a latency is limited, does not hold: nothing says that the service was well. The service
 * has recovered at the first slice after the peak's end from which on {@value #IN_A_ROW} windows in
 * a row hold, and what comes later does not change that. Fewer are not enough, not at the run's end
 * either, where the last slice, which the run seldom fills, does not count.
 *
 * <p>A sample of one second is small: at ten requests a second a single slow one breaches a p95. A
 * request of the peak that ends after it counts where it ends, since its client waited until then.
 * An endpoint without such limits does not matter, and where none has any the service has recovered
 * at once.
 *
 * <p>Since a window may begin with as much that is bad as its limits tolerate, the recovery is
 * found that share of a window early: with a p95, a twentieth of its requests; with a p50 alone,
 * half.
 *
 * @param time from the peak's end; zero if windows hold from there on; empty if the limits were not
 *     seen to hold again before the run ended
 * @param resolution length of a slice; zero for a run without a request
 * @param window length of a window; zero likewise
 */
public record Recovery(Optional<Duration> time, Duration resolution, Duration window) {
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
      return new Recovery(Optional.empty(), interval, interval);
    }
    List<Timeline.Slice> slices = timeline.slices();
    int length = Math.toIntExact(ceilDivide(SHORTEST_WINDOW, interval));
    Duration window = interval.multipliedBy(length);
    int first = (int) Math.min(ceilDivide(peakEnd, interval), slices.size());
    int[] inARow = new int[length];
    for (int from = first; from + length < slices.size(); from++) {
      boolean holds = Window.of(slices.subList(from, from + length)).holds(endpoints);
      inARow[from % length] = holds ? inARow[from % length] + 1 : 0;
      if (inARow[from % length] == IN_A_ROW) {
        int recovered = from - (IN_A_ROW - 1) * length;
        Duration time =
            recovered == first ? Duration.ZERO : interval.multipliedBy(recovered).minus(peakEnd);
        return new Recovery(Optional.of(time), interval, window);
      }
    }
    return new Recovery(Optional.empty(), interval, window);
  }

  /**
   * What becomes of a limit on it. Not to have recovered at all is a breach, not a lack of data;
   * unless the service was not watched for the time it may take.
   *
   * @param watched for how long after the peak; empty for as long as was planned
   */
  Outcome outcome(Duration limit, Optional<Duration> watched) {
    return new Outcome(
        "",
        "",
        Outcome.MAX_RECOVERY,
        seconds(limit),
        time.map(Recovery::seconds).map(OptionalDouble::of).orElseGet(OptionalDouble::empty),
        result(limit, watched),
        new Evidence.None());
  }

  private Result result(Duration limit, Optional<Duration> watched) {
    if (time.isPresent()) {
      return time.get().compareTo(limit) < 0 ? Result.MET : Result.BREACHED;
    }
    Duration toShow = limit.plus(window.multipliedBy(IN_A_ROW));
    return watched.isEmpty() || watched.get().compareTo(toShow) > 0
        ? Result.BREACHED
        : Result.NO_DATA;
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1e3;
  }

  private static long ceilDivide(Duration dividend, Duration divisor) {
    return dividend.plus(divisor).minusNanos(1).dividedBy(divisor);
  }
}
