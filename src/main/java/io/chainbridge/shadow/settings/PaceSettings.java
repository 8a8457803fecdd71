package io.chainbridge.shadow.settings;

import static io.chainbridge.shadow.settings.Shape.CAPACITY;
import static io.chainbridge.shadow.settings.Shape.CHAOS;
import static io.chainbridge.shadow.settings.Shape.COMPARE;
import static io.chainbridge.shadow.settings.Shape.LOAD;
import static io.chainbridge.shadow.settings.Shape.PROBE;
import static io.chainbridge.shadow.settings.Shape.SOAK;
import static io.chainbridge.shadow.settings.Shape.SPIKE;
import static io.chainbridge.shadow.settings.Shape.STRESS;

import java.time.Duration;
import java.util.List;

/** The settings that say how hard a service is to be asked. */
final class PaceSettings {
  private static final Kind<Duration> LENGTH =
      Kind.duration(Duration.ofSeconds(1), Duration.ofDays(7));

  static final Setting<Integer> ITERATIONS =
      new Setting<>(
          "iterations",
          Kind.wholeNumber(1, Integer.MAX_VALUE),
          "100",
          Fallback.of(PROBE, "20").and(LOAD, "none"),
          "measured requests per endpoint, in total, shared out among the users; in Load by weight");

  static final Setting<Integer> CONCURRENCY =
      new Setting<>(
          "concurrency",
          Kind.wholeNumber(1, 10_000),
          "4",
          Fallback.of(PROBE, "1").and(LOAD, "10").and(SOAK, "10").and(COMPARE, "1"),
          "virtual users at once");

  static final Setting<Double> CONFIDENCE =
      new Setting<>(
          "confidence",
          Kind.confidence(),
          "0.95",
          Fallback.of(PROBE, "none"),
          "go on until each latency and failure limit is proven met or breached at this confidence, instead of iterations");

  static final Setting<Integer> MAX_ITERATIONS =
      new Setting<>(
          "maxIterations",
          Kind.wholeNumber(1, Integer.MAX_VALUE),
          "10000",
          Fallback.of(PROBE, "5000"),
          "measured requests per endpoint after which a limit that confidence proves neither met nor breached is inconclusive");

  static final Setting<Duration> DURATION =
      new Setting<>(
          "duration",
          LENGTH,
          "5m",
          Fallback.of(LOAD, "1m").and(SOAK, "30m").and(CHAOS, "1m"),
          "how long to measure, instead of iterations");

  static final Setting<Pause> PAUSE =
      new Setting<>(
          "pause",
          Kind.pause(),
          "500ms",
          Fallback.of(LOAD, "0ms").and(SOAK, "0ms"),
          "think time of a virtual user after each answer; exponential:500ms draws it with that mean");

  static final Setting<Double> RATE =
      new Setting<>(
          "rate",
          Kind.rate(),
          "50",
          Fallback.of(LOAD, "none").and(SOAK, "none").and(SPIKE, "10").and(CHAOS, "20"),
          "arrivals a second, each one request: an open model, in place of concurrency; in Spike before and after the peak");

  static final Setting<Double> PEAK_RATE =
      new Setting<>(
          "peakRate", Kind.rate(), "50", Fallback.of(SPIKE, "50"), "arrivals a second in the peak");

  static final Setting<Duration> BEFORE_PEAK =
      new Setting<>(
          "beforePeak", LENGTH, "30s", Fallback.of(SPIKE, "30s"), "how long before the peak");

  static final Setting<Duration> PEAK_DURATION =
      new Setting<>(
          "peakDuration", LENGTH, "10s", Fallback.of(SPIKE, "10s"), "how long the peak lasts");

  static final Setting<Duration> AFTER_PEAK =
      new Setting<>(
          "afterPeak", LENGTH, "60s", Fallback.of(SPIKE, "60s"), "how long after the peak");

  static final Setting<Double> START_RATE =
      new Setting<>(
          "startRate",
          Kind.rate(),
          "10",
          Fallback.of(STRESS, "10").and(CAPACITY, "10"),
          "arrivals a second of the first step");

  static final Setting<Double> STEP_RATE =
      new Setting<>(
          "stepRate",
          Kind.rate(),
          "10",
          Fallback.of(STRESS, "10"),
          "arrivals a second that each step adds");

  static final Setting<Integer> STEPS =
      new Setting<>(
          "steps", Kind.wholeNumber(1, 100), "10", Fallback.of(STRESS, "10"), "how many steps");

  static final Setting<Duration> STEP_DURATION =
      new Setting<>(
          "stepDuration", LENGTH, "30s", Fallback.of(STRESS, "30s"), "how long each step lasts");

  static final Setting<Double> MAX_RATE =
      new Setting<>(
          "maxRate",
          Kind.rate(),
          "1000",
          Fallback.of(CAPACITY, "1000"),
          "the highest arrival rate to try");

  static final Setting<Duration> PROBE_DURATION =
      new Setting<>(
          "probeDuration",
          LENGTH,
          "10s",
          Fallback.of(CAPACITY, "10s"),
          "how long to try each rate at least; longer where the percentiles need more requests");

  static final Setting<Integer> PAIRS =
      new Setting<>(
          "pairs",
          Kind.wholeNumber(1, 10_000),
          "2000",
          Fallback.of(COMPARE, "1000"),
          "measured pairs of requests per endpoint, one to each target");

  /** In the order in which a reader wants them. */
  static final List<Setting<?>> ALL =
      List.of(
          ITERATIONS,
          CONCURRENCY,
          CONFIDENCE,
          MAX_ITERATIONS,
          DURATION,
          PAUSE,
          RATE,
          PEAK_RATE,
          BEFORE_PEAK,
          PEAK_DURATION,
          AFTER_PEAK,
          START_RATE,
          STEP_RATE,
          STEPS,
          STEP_DURATION,
          MAX_RATE,
          PROBE_DURATION,
          PAIRS);

  private PaceSettings() {}
}
