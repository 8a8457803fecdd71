package io.chainbridge.shadow.verdict;

import io.chainbridge.shadow.record.ArrivalCount;
import io.chainbridge.shadow.record.InjectorHealth;
import io.chainbridge.shadow.record.Phase;
import io.chainbridge.shadow.record.RunRecord;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Signs that the injector, and not the service, is what a run measured. */
final class InjectorFault {
  private static final Duration MOST_APART = Duration.ofSeconds(1);

  private InjectorFault() {}

  /** The arrivals were not made as planned: then not even a run that passes shows anything. */
  static Optional<String> arrivals(RunRecord record) {
    return ofAll(record).or(() -> ofShare(record)).or(() -> apart(record));
  }

  /**
   * Among many shards the arrivals of one are few, though its latencies may be all that is slow.
   */
  private static Optional<String> ofShare(RunRecord record) {
    return record.shares().made().stream()
        .filter(one -> !one.keptUp())
        .findFirst()
        .map(one -> "the injector of %s could not keep up".formatted(one.share()));
  }

  /** Of an open model the rate was made only while all of its shards were there. */
  private static Optional<String> apart(RunRecord record) {
    Duration most =
        record
            .load()
            .pace()
            .length()
            .map(length -> length.dividedBy(20))
            .filter(part -> part.compareTo(MOST_APART) > 0)
            .orElse(MOST_APART);
    return record
        .shares()
        .longestGap()
        .filter(gap -> record.load().pace().open() && gap.length().compareTo(most) > 0)
        .map(
            gap ->
                String.format(
                    Locale.ROOT,
                    "%s began %.1f s after %s, so that the load was never made at once; set startAt, or set it later",
                    gap.last().share(),
                    gap.length().toMillis() / 1e3,
                    gap.first().share()));
  }

  private static Optional<String> ofAll(RunRecord record) {
    return record.phases().isEmpty()
        ? record.arrivals().flatMap(arrivals -> late("", arrivals))
        : record.phases().stream()
            .filter(Phase::judged)
            .flatMap(phase -> late(phase.name() + ": ", phase.arrivals()).stream())
            .findFirst();
  }

  private static Optional<String> late(String where, ArrivalCount arrivals) {
    return arrivals.keptUp()
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "%sthe injector could not keep up: of %,d arrivals planned, %.1f a second, %,d came %d ms or more too late and %,d not at all",
                where,
                arrivals.planned(),
                arrivals.plannedRate(),
                arrivals.late(),
                ArrivalCount.LATE.toMillis(),
                arrivals.planned() - arrivals.made()));
  }

  /** The injector had no processor time left: then a breach may be its own. */
  static Optional<String> processor(RunRecord record) {
    return record
        .injector()
        .filter(InjectorHealth::exhausted)
        .map(
            health ->
                String.format(
                    Locale.ROOT,
                    "the injector used %.0f %% of all processors, so that the breach may be its own",
                    health.processCpu() * 100));
  }
}
