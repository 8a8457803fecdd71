package io.chainbridge.shadow.settings;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/** How long something is held up each time, drawn from a distribution. Immutable. */
public sealed interface Delay {
  /** Names of the values that make one, as a budget file has them. */
  String LATENCY = "latency";

  /** What it is drawn from; {@link #FIXED} if left out. */
  String DISTRIBUTION = "distribution";

  /** Half the width of a uniform distribution. */
  String JITTER = "jitter";

  /** Standard deviation of the logarithm. */
  String SIGMA = "sigma";

  /** Always the same. */
  String FIXED = "fixed";

  /** Each value between two is as likely. */
  String UNIFORM = "uniform";

  /** Mostly short, sometimes very long, as latencies are. */
  String LOG_NORMAL = "log-normal";

  /** Always as long. */
  record Fixed(Duration latency) implements Delay {
    @Override
    public Duration draw(RandomGenerator random) {
      return latency;
    }

    @Override
    public Map<String, String> values() {
      return Map.of(LATENCY, Durations.text(latency));
    }
  }

  /**
   * From so much less to so much more than the mean, each as likely.
   *
   * @param jitter at most the mean
   */
  record Uniform(Duration mean, Duration jitter) implements Delay {
    @Override
    public Duration draw(RandomGenerator random) {
      double share = 2 * random.nextDouble() - 1;
      return mean.plusNanos((long) (share * jitter.toNanos()));
    }

    @Override
    public Map<String, String> values() {
      Map<String, String> values = new LinkedHashMap<>();
      values.put(LATENCY, Durations.text(mean));
      values.put(DISTRIBUTION, UNIFORM);
      values.put(JITTER, Durations.text(jitter));
      return values;
    }
  }

  /**
   * Its logarithm is normal.
   *
   * @param sigma standard deviation of the logarithm, above 0
   */
  record LogNormal(Duration median, double sigma) implements Delay {
    /** None is longer, however rarely it would be. */
    private static final Duration LONGEST = Duration.ofHours(1);

    @Override
    public Duration draw(RandomGenerator random) {
      double nanos = median.toNanos() * Math.exp(sigma * random.nextGaussian());
      return Duration.ofNanos((long) Math.min(nanos, (double) LONGEST.toNanos()));
    }

    @Override
    public Map<String, String> values() {
      Map<String, String> values = new LinkedHashMap<>();
      values.put(LATENCY, Durations.text(median));
      values.put(DISTRIBUTION, LOG_NORMAL);
      values.put(SIGMA, String.valueOf(sigma));
      return values;
    }
  }

  /** How long this time; not negative. */
  Duration draw(RandomGenerator random);

  /** What makes it, by name, as a user would write it. */
  Map<String, String> values();

  /**
   * The delay of such values; others are passed over.
   *
   * @throws IllegalArgumentException if one is missing or makes no sense; the message says which
   */
  static Delay of(Map<String, String> values) {
    Duration latency = Durations.parse(required(values, LATENCY));
    String distribution = values.getOrDefault(DISTRIBUTION, FIXED);
    return switch (distribution) {
      case FIXED -> new Fixed(latency);
      case UNIFORM -> new Uniform(latency, Durations.parse(required(values, JITTER)));
      case LOG_NORMAL -> new LogNormal(latency, Double.parseDouble(required(values, SIGMA)));
      default -> throw new IllegalArgumentException("no distribution: " + distribution);
    };
  }

  private static String required(Map<String, String> values, String name) {
    if (!values.containsKey(name)) {
      throw new IllegalArgumentException(name + " is missing");
    }
    return values.get(name);
  }
}
