package io.chainbridge.shadow.verdict;

import io.chainbridge.shadow.record.Shares;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a load cannot be judged without: all of its shards, from all of its regions. */
final class MissingShares {
  private static final int MOST_NAMED = 20;

  private MissingShares() {}

  /** Why a record is not judged; empty if nothing is missing, or it may be. */
  static Optional<String> of(Shares shares) {
    List<String> missing = shares.missing();
    return missing.isEmpty() || shares.missingAllowed()
        ? Optional.empty()
        : Optional.of(
            "%s of the load %s missing%s"
                .formatted(
                    names(missing),
                    missing.size() == 1 ? "is" : "are",
                    shares.merged() ? "" : ": merge judges all of it together"));
  }

  private static String names(List<String> missing) {
    String named = missing.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
    return missing.size() <= MOST_NAMED
        ? named
        : "%s and %d more".formatted(named, missing.size() - MOST_NAMED);
  }
}
