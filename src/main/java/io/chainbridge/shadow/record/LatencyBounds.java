package io.chainbridge.shadow.record;

import java.util.List;

/** Where one bucket of a latency histogram ends and the next begins. */
public final class LatencyBounds {
  /** In seconds, ascending; a latency that equals a bound is in the bucket below it. */
  public static final List<Double> SECONDS =
      List.of(
          0.001, 0.0025, 0.005, 0.01, 0.015, 0.02, 0.03, 0.05, 0.075, 0.1, 0.12, 0.15, 0.25, 0.5,
          1.0, 2.5, 5.0, 10.0);

  private LatencyBounds() {}
}
