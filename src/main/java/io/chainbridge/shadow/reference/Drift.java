package io.chainbridge.shadow.reference;

/**
 * Whether the model has moved: the mean absolute delta of a window against that of the window of
 * the same length right before it.
 *
 * <p>There is drift when the two means are more than {@link #THRESHOLD} apart. With fewer than
 * {@link #LEAST} events in either window nothing can be said, which is not drift.
 *
 * @param drift mean less baseline mean; 0 when nothing can be said
 */
record Drift(
    boolean driftFlag,
    double drift,
    double threshold,
    long count,
    double meanDelta,
    long baselineCount,
    double baselineMeanDelta,
    String modelVersion,
    int timeWindowHours) {

  /** How far apart two means of scores from 0 to 1 may be. */
  static final double THRESHOLD = 0.05;

  /** The fewest events a mean is trusted on. */
  static final int LEAST = 30;

  static Drift between(Mean now, Mean before, int hours) {
    boolean known = now.count() >= LEAST && before.count() >= LEAST;
    double drift = known ? now.value() - before.value() : 0;
    return new Drift(
        Math.abs(drift) > THRESHOLD,
        drift,
        THRESHOLD,
        now.count(),
        now.value(),
        before.count(),
        before.value(),
        Event.MODEL_VERSION,
        hours);
  }
}
