package io.chainbridge.shadow.settings;

import static io.chainbridge.shadow.settings.Shape.LOAD;
import static io.chainbridge.shadow.settings.Shape.PROBE;
import static io.chainbridge.shadow.settings.Shape.SOAK;
import static io.chainbridge.shadow.settings.Shape.SPIKE;
import static io.chainbridge.shadow.settings.Shape.STRESS;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads which share of a load this process makes, and when. */
final class ShareReader {
  private static final Duration LONGEST_WAIT = Duration.ofHours(24);

  static final Setting<Shard> SHARD =
      new Setting<>(
          "shard",
          new Kind<>(
              "a part of the load, such as 2/4 for the second of four, of %d at most"
                  .formatted(Shard.MOST),
              text -> attempt(() -> Shard.parse(text))),
          "2/4",
          Fallback.of(PROBE, "none")
              .and(LOAD, "none")
              .and(STRESS, "none")
              .and(SPIKE, "none")
              .and(SOAK, "none"),
          "which part of the load this process makes; merge judges all of them together");

  static final Setting<String> REGION =
      new Setting<>(
          "region",
          new Kind<>(
              "a name of 1 to 64 letters, digits, dots, dashes and underscores, a letter or digit first",
              text -> Optional.of(text).filter(Share::isRegion)),
          "eu-west",
          Fallback.of(PROBE, "none").and(LOAD, "none").and(SOAK, "none"),
          "where this process is; it is judged by the budgets of that region, and merge by those of all");

  static final Setting<Instant> START_AT =
      new Setting<>(
          "startAt",
          new Kind<>(
              "a time in UTC, at most %s ahead".formatted(Durations.text(LONGEST_WAIT)),
              text -> attempt(() -> Instant.parse(text))),
          soon(),
          Fallback.always("none"),
          "when to begin to measure, after the warm-up: the same for all shards and regions");

  static final List<Setting<?>> ALL = List.of(SHARD, REGION, START_AT);

  /** An example that works. */
  private static String soon() {
    return Instant.now().plus(Duration.ofMinutes(10)).truncatedTo(ChronoUnit.MINUTES).toString();
  }

  private final SettingsReader reader;

  ShareReader(SettingsReader reader) {
    this.reader = reader;
  }

  private static <T> Optional<T> attempt(Supplier<T> parser) {
    try {
      return Optional.of(parser.get());
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }

  /** A load whose parts would have to know of each other cannot be made in parts. */
  Share read(Pace pace) {
    List.of(SHARD, REGION).forEach(reader::refuseIfOfOtherShapes);
    Optional<Shard> shard = reader.find(SHARD);
    Optional<String> region = reader.find(REGION);
    shard.ifPresent(some -> refuse(some, pace));
    String together = "a proof looks at all requests as they come, which no part of a load does";
    if (reader.knows(PaceSettings.CONFIDENCE)) {
      reader.refuseTogether(SHARD, PaceSettings.CONFIDENCE, together);
      reader.refuseTogether(REGION, PaceSettings.CONFIDENCE, together);
    }
    return new Share(region, shard);
  }

  private void refuse(Shard shard, Pace pace) {
    reader.refuseTogether(
        SHARD, Catalogue.PUSHGATEWAY, "a shard's figures are no run's, and merge pushes none");
    if (reader.isGiven(Catalogue.STOP_EARLY) && reader.get(Catalogue.STOP_EARLY)) {
      reader.refuseTogether(
          SHARD, Catalogue.STOP_EARLY, "no part of a load knows when the verdict is certain");
    }
    if (pace instanceof Pace.Closed closed && closed.users() < shard.of()) {
      reader.refuse(
          SHARD,
          "would leave shards without a user: concurrency is %d%s, which must be %d at least"
              .formatted(
                  closed.concurrency(),
                  closed.iterations().isPresent()
                      ? " and iterations are " + closed.iterations().getAsInt()
                      : "",
                  shard.of()));
    }
    if (pace.open() && arrivals(pace) < shard.of()) {
      reader.refuse(
          SHARD,
          "would leave shards without an arrival, of which there are %d in all; let more arrive, or for longer"
              .formatted(arrivals(pace)));
    }
  }

  private static long arrivals(Pace pace) {
    if (pace instanceof Pace.Constant constant) {
      return arrivals(constant.rate(), constant.duration());
    }
    if (pace instanceof Pace.Steps steps) {
      double meanRate = steps.startRate() + steps.stepRate() * (steps.steps() - 1) / 2;
      return arrivals(meanRate, steps.stepDuration().multipliedBy(steps.steps()));
    }
    return pace instanceof Pace.Peak peak
        ? arrivals(peak.rate(), peak.beforePeak().plus(peak.afterPeak()))
            + arrivals(peak.peakRate(), peak.peakDuration())
        : Long.MAX_VALUE;
  }

  private static long arrivals(double rate, Duration length) {
    return Math.round(rate * (length.toNanos() / 1e9));
  }

  /** Empty to begin at once. */
  Optional<Instant> startAt() {
    Instant now = Instant.now();
    Optional<Instant> start = reader.find(START_AT);
    start.filter(time -> time.isBefore(now)).ifPresent(time -> refuse("lies in the past", now));
    start
        .filter(time -> time.isAfter(now.plus(LONGEST_WAIT)))
        .ifPresent(time -> refuse("is more than " + Durations.text(LONGEST_WAIT) + " ahead", now));
    return start;
  }

  private void refuse(String problem, Instant now) {
    reader.refuse(
        START_AT, "%s; it is %s here now".formatted(problem, now.truncatedTo(ChronoUnit.SECONDS)));
  }
}
