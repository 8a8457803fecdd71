package io.chainbridge.shadow.record;

import io.chainbridge.shadow.budget.Quantile;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a proxy between injector and target costs by itself: how long the same requests took to the
 * target and through the proxy, in turns, before the run. Immutable.
 *
 * @param proxy its name
 * @param requests each way
 * @param levels one for each quantile
 */
public record ProxyCost(String proxy, int requests, Map<Quantile, Level> levels) {
  public ProxyCost {
    levels = Map.copyOf(levels);
  }

  /**
   * Of one quantile of the latency.
   *
   * @param direct to the target
   * @param proxied through the proxy
   */
  public record Level(Duration direct, Duration proxied) {
    /** What the proxy adds; negative where it is lost in noise. */
    public Duration added() {
      return proxied.minus(direct);
    }
  }

  /**
   * The cost by latencies of as many requests each way, at least one.
   *
   * @param direct in nanoseconds, in any order
   * @param proxied likewise
   */
  public static ProxyCost of(String proxy, long[] direct, long[] proxied) {
    Map<Quantile, Level> levels = new EnumMap<>(Quantile.class);
    for (Quantile quantile : Quantile.values()) {
      levels.put(quantile, new Level(at(quantile, direct), at(quantile, proxied)));
    }
    return new ProxyCost(proxy, direct.length, levels);
  }

  private static Duration at(Quantile quantile, long[] nanos) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    long micros = sorted[Math.toIntExact(quantile.index(sorted.length))] / 1_000;
    return Duration.ofNanos(micros * 1_000);
  }

  /** Of one quantile. */
  public Level level(Quantile quantile) {
    return Optional.ofNullable(levels.get(quantile)).orElseThrow();
  }
}
