package io.chainbridge.shadow.reference;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * The answer of {@code /iq/shadow/stats}: the deployed service's fields and the seed contract's, of
 * which some say the same under two names.
 */
record Stats(
    long count,
    double meanDelta,
    double stdDelta,
    @JsonProperty("p50_delta") double p50Delta,
    @JsonProperty("p95_delta") double p95Delta,
    @JsonProperty("p99_delta") double p99Delta,
    double maxDelta,
    boolean driftFlag,
    List<String> corridors,
    String modelVersion,
    int timeWindowHours) {

  static Stats of(Deltas deltas, Drift drift) {
    return new Stats(
        deltas.count(),
        deltas.mean(),
        deltas.std(),
        deltas.p50(),
        deltas.p95(),
        deltas.p99(),
        deltas.max(),
        drift.driftFlag(),
        deltas.corridors(),
        drift.modelVersion(),
        drift.timeWindowHours());
  }

  @JsonProperty
  double medianDelta() {
    return p50Delta;
  }

  @JsonProperty
  double avgDelta() {
    return meanDelta;
  }

  @JsonProperty
  double p50() {
    return p50Delta;
  }

  @JsonProperty
  double p95() {
    return p95Delta;
  }

  @JsonProperty
  double p99() {
    return p99Delta;
  }
}
