package io.chainbridge.shadow.record;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * How a run went over time, in slices of equal length from the start of its first measured request.
 * Immutable.
 *
 * @param interval length of a slice; zero without any
 * @param slices at most {@value #MOST_SLICES}, however long the run
 */
public record Timeline(Duration interval, List<Slice> slices) {
  /** A longer run has longer slices. */
  public static final int MOST_SLICES = 600;

  /** Of a run without a request. */
  public static final Timeline EMPTY = new Timeline(Duration.ZERO, List.of());

  /** Takes a copy of the slices. */
  public Timeline {
    slices = List.copyOf(slices);
  }

  /** Its beginning, as far as that consists of whole slices. */
  public Timeline until(Duration end) {
    return interval.isZero()
        ? this
        : new Timeline(
            interval, slices.subList(0, (int) Math.min(end.dividedBy(interval), slices.size())));
  }

  /** The same of some of the endpoints. */
  public Timeline of(Predicate<String> endpoints) {
    return new Timeline(
        interval,
        slices.stream()
            .map(
                slice ->
                    new Slice(
                        slice.activeUsers,
                        only(endpoints, slice.latencies),
                        only(endpoints, slice.failures)))
            .toList());
  }

  private static <T> Map<String, T> only(Predicate<String> endpoints, Map<String, T> all) {
    Map<String, T> left = new HashMap<>(all);
    left.keySet().removeIf(endpoints.negate());
    return left;
  }

  /**
   * What happened during one slice.
   *
   * @param activeUsers the most virtual users at once
   * @param latencies of the requests that ended in it, failed ones included, by endpoint
   * @param failures how many of them failed, by endpoint; without those that are 0
   */
  public record Slice(
      int activeUsers, Map<String, Latencies> latencies, Map<String, Long> failures) {
    /** Takes copies. */
    public Slice {
      latencies = Map.copyOf(latencies);
      failures = Map.copyOf(failures);
    }
  }
}
