package io.chainbridge.shadow.gatling;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When a run begins to measure: as soon as it can, or together with others. Thread-safe. */
final class StartTime {
  private static final Duration MOST_LATE = Duration.ofSeconds(1);

  private final Optional<Instant> set;

  StartTime(Optional<Instant> set) {
    this.set = set;
  }

  /** Whether it is one that others know too. */
  boolean isSet() {
    return set.isPresent();
  }

  /** When a run begins that is ready now. */
  Instant whenReady(Instant now) {
    return set.filter(time -> time.isAfter(now)).orElse(now);
  }

  /** How long it is until so long before; zero if that is over. */
  Duration until(Duration ahead) {
    Instant now = Instant.now();
    Duration left = Duration.between(now, whenReady(now)).minus(ahead);
    return left.isNegative() ? Duration.ZERO : left;
  }

  /**
   * What to say of a run that begins now although the others have begun; empty if it is in time.
   */
  Optional<String> warning() {
    Duration late = Duration.between(set.orElse(Instant.MAX), Instant.now());
    return late.compareTo(MOST_LATE) > 0
        ? Optional.of(
            "measuring begins %d ms after startAt, since the warm-up took until now; set it later"
                .formatted(late.toMillis()))
        : Optional.empty();
  }
}
