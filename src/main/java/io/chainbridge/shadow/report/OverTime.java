package io.chainbridge.shadow.report;

import io.chainbridge.shadow.record.EndpointRecord;
import io.chainbridge.shadow.record.Latencies;
import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.record.Timeline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A run's slices, neighbours joined until there are few enough to show and each holds some
 * requests: a rate made of single requests shows nothing.
 *
 * @param interval length of a slice
 * @param duration of the run; the last slice ends with it
 * @param slices none for a run without a request
 */
record OverTime(Duration interval, Duration duration, List<Timeline.Slice> slices) {
  private static final long REQUESTS_PER_SLICE = 5;

  /**
   * Joins the slices of a run.
   *
   * @param most how many may be left
   */
  static OverTime of(RunRecord run, int most) {
    long requests = run.endpoints().stream().mapToLong(EndpointRecord::requests).max().orElse(0);
    long fitting = Math.max(1, Math.min(most, requests / REQUESTS_PER_SLICE));
    List<Timeline.Slice> slices = run.timeline().slices();
    int joined = (int) ((slices.size() + fitting - 1) / fitting);
    List<Timeline.Slice> sums = new ArrayList<>();
    for (int from = 0; from < slices.size(); from += joined) {
      sums.add(
          slices.subList(from, Math.min(slices.size(), from + joined)).stream()
              .reduce(OverTime::join)
              .orElseThrow());
    }
    return new OverTime(
        run.timeline().interval().multipliedBy(joined), run.duration(), List.copyOf(sums));
  }

  private static Timeline.Slice join(Timeline.Slice one, Timeline.Slice other) {
    Map<String, Latencies> latencies = new HashMap<>(one.latencies());
    other.latencies().forEach((name, more) -> latencies.merge(name, more, Latencies::plus));
    Map<String, Long> failures = new HashMap<>(one.failures());
    other.failures().forEach((name, more) -> failures.merge(name, more, Long::sum));
    return new Timeline.Slice(
        Math.max(one.activeUsers(), other.activeUsers()), latencies, failures);
  }

  /** When a slice began, in seconds from the start of the run. */
  double startSeconds(int slice) {
    return slice * (interval.toNanos() / 1e9);
  }

  /** How long a slice is, in seconds; the last one may be shorter. */
  double seconds(int slice) {
    double whole = interval.toNanos() / 1e9;
    double rest = duration.toNanos() / 1e9 - startSeconds(slice);
    return slice == slices.size() - 1 && rest > 0 ? Math.min(whole, rest) : whole;
  }

  /** Requests to an endpoint that ended in a slice; empty if none did. */
  Optional<Latencies> latencies(int slice, String endpoint) {
    return Optional.ofNullable(slices.get(slice).latencies().get(endpoint))
        .filter(latencies -> latencies.count() > 0);
  }

  /** How many of them failed. */
  long failures(int slice, String endpoint) {
    return slices.get(slice).failures().getOrDefault(endpoint, 0L);
  }

  /** Requests to any endpoint. */
  long requests(int slice) {
    return slices.get(slice).latencies().values().stream().mapToLong(Latencies::count).sum();
  }

  /** Failed ones to any endpoint. */
  long failures(int slice) {
    return slices.get(slice).failures().values().stream().mapToLong(Long::longValue).sum();
  }
}
