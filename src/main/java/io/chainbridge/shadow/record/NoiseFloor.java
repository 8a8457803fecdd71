package io.chainbridge.shadow.record;

import io.chainbridge.shadow.budget.Quantile;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the injector could resolve when a run began: how long it took, and how differently each
 * time, to ask an endpoint that answers at once from its own process. Nothing that is measured is
 * less than that, and no difference means anything that is smaller than those. Immutable.
 *
 * @param requests that it rests on
 * @param levels one for each quantile
 */
public record NoiseFloor(int requests, Map<Quantile, Level> levels) {
  /** What latencies are measured to. */
  private static final Duration CLOCK = Duration.ofMillis(1);

  /** A stall in one or two parts is chance, not what the machine is like. */
  private static final int OUTLIERS_OF = 10;

  public NoiseFloor {
    levels = Map.copyOf(levels);
  }

  /**
   * Of one quantile of the latency.
   *
   * @param typical its median over all parts
   * @param difference how far apart it was in the parts, less the least and the greatest tenth
   */
  public record Level(Duration typical, Duration difference) {
    private Level worst(Level other) {
      return new Level(longer(typical, other.typical), longer(difference, other.difference));
    }
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  /**
   * Looks at latencies part by part.
   *
   * @param micros in the order in which they were measured
   * @param part how many make up a part; what is left over is left out
   * @return empty if there are fewer than {@value #OUTLIERS_OF} parts
   */
  public static Optional<NoiseFloor> of(long[] micros, int part) {
    int parts = micros.length / part;
    if (parts < OUTLIERS_OF) {
      return Optional.empty();
    }
    Map<Quantile, Level> levels = new EnumMap<>(Quantile.class);
    for (Quantile quantile : Quantile.values()) {
      long[] each = new long[parts];
      for (int i = 0; i < parts; i++) {
        long[] sorted = Arrays.copyOfRange(micros, i * part, (i + 1) * part);
        Arrays.sort(sorted);
        each[i] = sorted[Math.toIntExact(quantile.index(part))];
      }
      Arrays.sort(each);
      int outliers = parts / OUTLIERS_OF;
      levels.put(
          quantile,
          new Level(micros(each[parts / 2]), micros(each[parts - 1 - outliers] - each[outliers])));
    }
    return Optional.of(new NoiseFloor(parts * part, levels));
  }

  /** Of two injectors the worse in each respect. */
  NoiseFloor worst(NoiseFloor other) {
    Map<Quantile, Level> worst = new EnumMap<>(Quantile.class);
    levels.forEach((quantile, level) -> worst.put(quantile, level.worst(other.level(quantile))));
    return new NoiseFloor(Math.max(requests, other.requests), worst);
  }

  private static Duration micros(long micros) {
    return Duration.of(micros, ChronoUnit.MICROS);
  }

  /** Differences of a percentile under this are noise; at least what latencies are measured to. */
  public Duration difference(Quantile quantile) {
    return atLeastClock(level(quantile).difference());
  }

  /** A budget under this is one that no service could be seen to keep. */
  public Duration least(Quantile quantile) {
    return atLeastClock(level(quantile).typical().plus(level(quantile).difference()));
  }

  /** Of one quantile. */
  public Level level(Quantile quantile) {
    return Optional.ofNullable(levels.get(quantile)).orElseThrow();
  }

  private static Duration atLeastClock(Duration duration) {
    return duration.compareTo(CLOCK) < 0 ? CLOCK : duration;
  }
}
