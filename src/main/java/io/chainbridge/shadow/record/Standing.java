package io.chainbridge.shadow.record;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a run stands at one moment, in a few figures: without the distributions of a record, it is
 * cheap enough to ask for often. Immutable.
 *
 * @param requests answered or given up so far
 * @param failures those that failed
 * @param phase of the last arrival; {@link RunRecorder#NO_PHASE} if there is none
 * @param rate planned arrivals a second in that phase; 0 without one
 * @param p95s by endpoint, in the gate's order: 95th percentile of the latency in that phase, or in
 *     the whole run if it has none; no entry without a success, or in a phase that is not judged
 */
public record Standing(
    long requests, long failures, String phase, double rate, Map<String, Duration> p95s) {

  /** Takes a copy of the map. */
  public Standing {
    p95s = Collections.unmodifiableMap(new LinkedHashMap<>(p95s));
  }
}
