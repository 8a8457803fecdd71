package io.chainbridge.shadow.record;

import io.chainbridge.shadow.settings.Share;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What must hold between the parts of a record, whoever wrote it. */
final class RecordChecks {
  private static final Pattern CLASS_NAME = Pattern.compile("[\\p{L}\\p{N}_$]{1,100}");

  private RecordChecks() {}

  /**
   * The record, if all of it holds.
   *
   * @throws IllegalArgumentException saying what does not
   */
  static RunRecord checked(RunRecord run) {
    require(CLASS_NAME.matcher(run.simulation()).matches(), "simulation: found no name of a class");
    Stream.of(
            run.endpoints().stream(),
            run.phases().stream().flatMap(phase -> phase.endpoints().stream()),
            run.regions().stream().flatMap(region -> region.endpoints().stream()))
        .flatMap(endpoints -> endpoints)
        .forEach(RecordChecks::check);
    check(run.timeline());
    check(run.shares());
    return run;
  }

  private static void check(EndpointRecord endpoint) {
    require(
        endpoint.successes() <= endpoint.requests(),
        "success_latency_histogram: found more successes than requests");
  }

  private static void check(Timeline timeline) {
    require(
        timeline.slices().isEmpty() || !timeline.interval().isZero(),
        "interval_ms: found 0, must be 1 at least");
    require(
        timeline.slices().size() <= Timeline.MOST_SLICES,
        "slices: found more than " + Timeline.MOST_SLICES);
  }

  private static void check(Shares shares) {
    List<RunShare> made = shares.made();
    require(
        made.stream().flatMap(one -> one.share().region().stream()).allMatch(Share::isRegion),
        "region: found no name of a region");
    Set<Object> different = new HashSet<>();
    made.forEach(
        one -> require(different.add(one.share()), "shares: found " + one.share() + " twice"));
    require(
        made.stream()
                .map(one -> one.share().region().orElse("") + " " + one.share().part().of())
                .distinct()
                .count()
            == shares.shardsByRegion().size(),
        "shares: found shards of different numbers of shards");
    require(shares.merged() || made.size() <= 1, "shares: found several in a record of one");
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
