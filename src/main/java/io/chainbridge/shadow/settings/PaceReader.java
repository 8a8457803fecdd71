package io.chainbridge.shadow.settings;

import static io.chainbridge.shadow.settings.PaceSettings.AFTER_PEAK;
import static io.chainbridge.shadow.settings.PaceSettings.ALL;
import static io.chainbridge.shadow.settings.PaceSettings.BEFORE_PEAK;
import static io.chainbridge.shadow.settings.PaceSettings.CONCURRENCY;
import static io.chainbridge.shadow.settings.PaceSettings.CONFIDENCE;
import static io.chainbridge.shadow.settings.PaceSettings.DURATION;
import static io.chainbridge.shadow.settings.PaceSettings.ITERATIONS;
import static io.chainbridge.shadow.settings.PaceSettings.MAX_ITERATIONS;
import static io.chainbridge.shadow.settings.PaceSettings.MAX_RATE;
import static io.chainbridge.shadow.settings.PaceSettings.PAIRS;
import static io.chainbridge.shadow.settings.PaceSettings.PAUSE;
import static io.chainbridge.shadow.settings.PaceSettings.PEAK_DURATION;
import static io.chainbridge.shadow.settings.PaceSettings.PEAK_RATE;
import static io.chainbridge.shadow.settings.PaceSettings.PROBE_DURATION;
import static io.chainbridge.shadow.settings.PaceSettings.RATE;
import static io.chainbridge.shadow.settings.PaceSettings.START_RATE;
import static io.chainbridge.shadow.settings.PaceSettings.STEPS;
import static io.chainbridge.shadow.settings.PaceSettings.STEP_DURATION;
import static io.chainbridge.shadow.settings.PaceSettings.STEP_RATE;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads how hard a service is to be asked, and refuses settings that contradict each other. */
final class PaceReader {
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
          case CHAOS -> new Pace.Constant(reader.get(RATE), reader.get(DURATION));
          case COMPARE -> new Pace.Pairs(reader.get(CONCURRENCY), reader.get(PAIRS));
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
