package io.chainbridge.shadow.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts the latencies of two targets together while a run goes on. Thread-safe. */
public final class PairRecorder {
  private final Map<String, List<LatencyPair>> pairs = new HashMap<>();

  /** Both halves of a pair are there. */
  public synchronized void complete(String endpoint, LatencyPair pair) {
    pairs.computeIfAbsent(endpoint, none -> new ArrayList<>()).add(pair);
  }

  /** All so far, by endpoint. */
  public synchronized Map<String, List<LatencyPair>> pairs() {
    Map<String, List<LatencyPair>> copy = new HashMap<>();
    pairs.forEach((endpoint, list) -> copy.put(endpoint, List.copyOf(list)));
    return copy;
  }
}
