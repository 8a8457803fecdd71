package io.chainbridge.shadow.record;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A timeline of any slices, one request after the other. */
public final class TimelineSample {
  private final Duration interval;
  private final List<Map<String, LatencyCounter>> latencies = new ArrayList<>();
  private final List<Map<String, Long>> failures = new ArrayList<>();

  public TimelineSample(Duration interval) {
    this.interval = interval;
  }

  /** A request that ended in a slice, and how long it took. */
  public void add(int slice, String endpoint, long millis, boolean ok) {
    withSlices(slice + 1);
    latencies.get(slice).computeIfAbsent(endpoint, unused -> LatencyCounter.small()).add(millis);
    if (!ok) {
      failures.get(slice).merge(endpoint, 1L, Long::sum);
    }
  }

  /** So many slices at least, the last of them without a request. */
  public void withSlices(int count) {
    while (latencies.size() < count) {
      latencies.add(new HashMap<>());
      failures.add(new HashMap<>());
    }
  }

  public Timeline timeline() {
    List<Timeline.Slice> slices = new ArrayList<>();
    for (int i = 0; i < latencies.size(); i++) {
      Map<String, Latencies> counted = new HashMap<>();
      latencies.get(i).forEach((name, counter) -> counted.put(name, counter.latencies()));
      slices.add(new Timeline.Slice(1, counted, failures.get(i)));
    }
    return new Timeline(interval, slices);
  }
}
