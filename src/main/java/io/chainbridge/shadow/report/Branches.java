package io.chainbridge.shadow.report;

import io.chainbridge.shadow.trend.Subject;
import io.chainbridge.shadow.trend.Trend;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The branches that a page shows side by side: the main one first, then those with the newest runs.
 *
 * @param shown empty for runs whose branch is not known
 * @param others how many are not shown
 */
record Branches(List<Optional<String>> shown, int others) {
  /** More lines in one chart cannot be told from one another. */
  static final int MOST = 8;

  /** Those of some trends. */
  static Branches of(List<Trend> trends) {
    Map<Optional<String>, Instant> newest = new LinkedHashMap<>();
    trends.forEach(
        trend ->
            newest.merge(
                trend.subject().branch(),
                trend.lastAt(),
                (one, other) -> one.isAfter(other) ? one : other));
    List<Optional<String>> ordered =
        newest.entrySet().stream()
            .sorted(
                Comparator.comparingInt(
                        (Map.Entry<Optional<String>, Instant> branch) -> rank(branch.getKey()))
                    .thenComparing(Map.Entry.comparingByValue(Comparator.reverseOrder())))
            .map(Map.Entry::getKey)
            .toList();
    int shown = Math.min(MOST, ordered.size());
    return new Branches(ordered.subList(0, shown), ordered.size() - shown);
  }

  private static int rank(Optional<String> branch) {
    int place = Subject.MAIN_BRANCHES.indexOf(branch.orElse(""));
    return place < 0 ? Subject.MAIN_BRANCHES.size() : place;
  }

  /** Its place among those shown; negative if it is not. */
  int place(Optional<String> branch) {
    return shown.indexOf(branch);
  }

  /** As it is shown. */
  static String name(Optional<String> branch) {
    return branch.map(TrendText::name).orElse(TrendText.NO_BRANCH);
  }
}
