package io.chainbridge.shadow.gatling;

import io.chainbridge.shadow.record.InjectorHealth;
import io.chainbridge.shadow.settings.Pace;
import java.time.Duration;
import java.util.Optional;

/**
 * When a run warms up and when it measures, and how the injector fares while it does. Thread-safe.
 */
final class MeasuringTime {
  /** A warm-up that takes longer is cut: the service is slow or hangs, and is measured as it is. */
  private static final Duration LONGEST_WARM_UP = Duration.ofSeconds(30);

  private final Optional<Duration> length;
  private Optional<Long> warmUpSince = Optional.empty();
  private volatile long measuringSince;
  private volatile Optional<InjectorGauge> from = Optional.empty();
  private volatile Optional<InjectorHealth> health = Optional.empty();

  /**
   * Of a closed model for as long as is set; without end for all others, which end by themselves.
   */
  MeasuringTime(Pace pace) {
    length = pace instanceof Pace.Closed closed ? closed.duration() : Optional.empty();
  }

  /** The time for it begins with the first call. */
  synchronized boolean mayWarmUp() {
    long now = System.nanoTime();
    long since = warmUpSince.orElse(now);
    warmUpSince = Optional.of(since);
    return now - since < LONGEST_WARM_UP.toNanos();
  }

  /**
   * Measuring begins with the first call.
   *
   * @return whether this is the first
   */
  synchronized boolean begins() {
    if (from.isPresent()) {
      return false;
    }
    measuringSince = System.nanoTime();
    from = Optional.of(InjectorGauge.read());
    return true;
  }

  /** Since measuring began. */
  Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - measuringSince);
  }

  /** Whether the time is not up. */
  boolean lasts() {
    return length.isEmpty() || elapsed().compareTo(length.get()) < 0;
  }

  void ends() {
    health = from.map(start -> InjectorGauge.read().since(start));
  }

  /** From the beginning to the end; empty before the end, or if nothing was measured. */
  Optional<InjectorHealth> injectorHealth() {
    return health;
  }
}
