package io.chainbridge.shadow.record;

import io.chainbridge.shadow.settings.Share;
import java.time.Duration;
import java.time.Instant;

/**
 * One process's share of a load, as it was made. Immutable; ordered by share.
 *
 * @param share which one
 * @param runId of the process's own record
 * @param startedAt when its first measured request began
 * @param duration from then until its last answer
 * @param keptUp whether its injector made the arrivals as they were planned
 */
public record RunShare(
    Share share, String runId, Instant startedAt, Duration duration, boolean keptUp)
    implements Comparable<RunShare> {

  RunShare withRunId(String other) {
    return new RunShare(share, other, startedAt, duration, keptUp);
  }

  @Override
  public int compareTo(RunShare other) {
    return share.compareTo(other.share);
  }
}
