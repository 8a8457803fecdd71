package io.chainbridge.shadow.settings;

import static io.chainbridge.shadow.settings.Shape.CAPACITY;
import static io.chainbridge.shadow.settings.Shape.LOAD;
import static io.chainbridge.shadow.settings.Shape.PROBE;
import static io.chainbridge.shadow.settings.Shape.SOAK;
import static io.chainbridge.shadow.settings.Shape.SPIKE;
import static io.chainbridge.shadow.settings.Shape.STRESS;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads how hard a service is to be asked, and refuses settings that contradict each other. */
final class PaceReader {
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
          Fallback.of(PROBE, "1").and(LOAD, "10").and(SOAK, "10"),
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
          Fallback.of(LOAD, "1m").and(SOAK, "30m"),
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
          Fallback.of(LOAD, "none").and(SOAK, "none").and(SPIKE, "10"),
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
          PROBE_DURATION);

  private final SettingsReader reader;

  PaceReader(SettingsReader reader) {
    this.reader = reader;
  }

  Pace read(Shape shape) {
    Pace pace =
        switch (shape) {
          case PROBE -> untilProven().orElseGet(this::steady);
          case LOAD, SOAK -> steady();
          case STRESS -> steps();
          case SPIKE -> peak();
          case CAPACITY -> search();
        };
    ALL.forEach(reader::refuseIfOfOtherShapes);
    if (reader.knows(MAX_ITERATIONS)) {
      reader.refuseWithout(MAX_ITERATIONS, CONFIDENCE);
    }
    return pace;
  }

  private Pace steady() {
    Optional<Integer> iterations =
        reader.knows(DURATION) ? reader.find(ITERATIONS) : Optional.of(reader.get(ITERATIONS));
    Optional<Double> rate = reader.find(RATE);
    for (Setting<?> closed : List.of(CONCURRENCY, ITERATIONS, PAUSE)) {
      reader.refuseTogether(
          RATE,
          closed,
          "arrivals at a rate are an open model, which lasts for a duration; users, iterations and pauses make a closed one");
    }
    reader.refuseTogether(ITERATIONS, DURATION, "a run ends after the one or the other");
    if (rate.isPresent()) {
      return new Pace.Constant(rate.get(), reader.get(DURATION));
    }
    return new Pace.Closed(
        reader.get(CONCURRENCY),
        iterations.map(OptionalInt::of).orElseGet(OptionalInt::empty),
        iterations.isPresent() ? Optional.empty() : Optional.of(reader.get(DURATION)),
        reader.knows(PAUSE) ? reader.get(PAUSE) : Pause.NONE);
  }

  /** Empty without a confidence. */
  private Optional<Pace> untilProven() {
    Optional<Double> confidence = reader.find(CONFIDENCE);
    int maxIterations = reader.get(MAX_ITERATIONS);
    reader.refuseTogether(
        ITERATIONS,
        CONFIDENCE,
        "a run ends after so many requests, or once its limits are proven, for which maxIterations is the most");
    return confidence.map(
        some -> new Pace.UntilProven(reader.get(CONCURRENCY), some, maxIterations));
  }

  private Pace steps() {
    Pace.Steps steps =
        new Pace.Steps(
            reader.get(START_RATE),
            reader.get(STEP_RATE),
            reader.get(STEPS),
            reader.get(STEP_DURATION));
    double last = steps.startRate() + (steps.steps() - 1) * steps.stepRate();
    if (last > Kind.HIGHEST_RATE) {
      reader.refuse(
          STEPS,
          "the last step would have more than %.0f arrivals a second".formatted(Kind.HIGHEST_RATE));
    }
    return steps;
  }

  private Pace peak() {
    Pace.Peak peak =
        new Pace.Peak(
            reader.get(RATE),
            reader.get(PEAK_RATE),
            reader.get(BEFORE_PEAK),
            reader.get(PEAK_DURATION),
            reader.get(AFTER_PEAK));
    if (peak.peakRate() <= peak.rate()) {
      reader.refuseOrder(PEAK_RATE, "above", RATE, "below");
    }
    return peak;
  }

  private Pace search() {
    Pace.Search search =
        new Pace.Search(reader.get(START_RATE), reader.get(MAX_RATE), reader.get(PROBE_DURATION));
    if (search.maxRate() < search.startRate()) {
      reader.refuseOrder(MAX_RATE, "no less than", START_RATE, "no more than");
    }
    return search;
  }
}
