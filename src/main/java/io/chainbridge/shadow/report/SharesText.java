package io.chainbridge.shadow.report;

import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.record.RunShare;
import io.chainbridge.shadow.record.Shares;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;

/** Whose load a record is of, in words. */
final class SharesText {
  private static final int MOST_NAMED = 5;

  private SharesText() {}

  /** Such as {@code merged of 4 shards}; empty where one process made all of the load. */
  static Optional<String> of(RunRecord run) {
    Shares shares = run.shares();
    if (shares.made().isEmpty()) {
      return Optional.empty();
    }
    if (!shares.merged()) {
      return Optional.of(shares.made().get(0).share().toString());
    }
    int made = shares.made().size();
    SortedSet<String> regions = shares.regions();
    String of =
        regions.isEmpty()
            ? shards(made)
            : "%s (%s)"
                .formatted(
                    regions.size() == 1 ? "1 region" : regions.size() + " regions",
                    regions.size() == made ? named(regions) : named(regions) + "; " + shards(made));
    return Optional.of("merged of " + of + missing(shares.missing()) + apart(shares));
  }

  private static String shards(int count) {
    return count == 1 ? "1 shard" : Figures.count(count) + " shards";
  }

  private static String missing(List<String> missing) {
    return missing.isEmpty()
        ? ""
        : ", without %s (%s)".formatted(Figures.count(missing.size()), named(missing));
  }

  private static String named(Collection<String> names) {
    String first = String.join(", ", names.stream().limit(MOST_NAMED).toList());
    return names.size() <= MOST_NAMED ? first : first + ", ...";
  }

  /** Load that was not made at once is less than it looks. */
  private static String apart(Shares shares) {
    Duration apart =
        Duration.between(
            starts(shares).min(Comparator.naturalOrder()).orElseThrow(),
            starts(shares).max(Comparator.naturalOrder()).orElseThrow());
    return shares.made().size() == 1 ? "" : ", begun within " + Lengths.of(apart);
  }

  private static Stream<Instant> starts(Shares shares) {
    return shares.made().stream().map(RunShare::startedAt);
  }
}
