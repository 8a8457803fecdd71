package io.chainbridge.shadow.report;

import io.chainbridge.shadow.trend.PastOutcome;
import io.chainbridge.shadow.trend.PastRun;
import io.chainbridge.shadow.trend.Subject;
import io.chainbridge.shadow.trend.Trend;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of one subject, on whatever branch.
 *
 * @param subject of no branch
 * @param runs the oldest first, at least one
 * @param trends of those runs, in order
 * @param branches of those trends
 */
record SubjectPast(Subject subject, List<PastRun> runs, List<Trend> trends, Branches branches) {

  /** All subjects, the one with the newest run first. */
  static List<SubjectPast> of(List<PastRun> runs, List<Trend> trends) {
    Map<Subject, List<PastRun>> runsOf = new LinkedHashMap<>();
    runs.forEach(
        run ->
            runsOf
                .computeIfAbsent(run.subject().ofAnyBranch(), none -> new ArrayList<>())
                .add(run));
    Map<Subject, List<Trend>> trendsOf = new LinkedHashMap<>();
    trends.forEach(
        trend ->
            trendsOf
                .computeIfAbsent(trend.subject().ofAnyBranch(), none -> new ArrayList<>())
                .add(trend));
    return runsOf.entrySet().stream()
        .map(entry -> of(entry, trendsOf.getOrDefault(entry.getKey(), List.of())))
        .sorted(Comparator.comparing((SubjectPast past) -> past.newest().startedAt()).reversed())
        .toList();
  }

  private static SubjectPast of(Map.Entry<Subject, List<PastRun>> runs, List<Trend> trends) {
    return new SubjectPast(runs.getKey(), runs.getValue(), trends, Branches.of(trends));
  }

  PastRun newest() {
    return runs.get(runs.size() - 1);
  }

  /** The trends of the branches that are shown. */
  List<Trend> shownTrends() {
    return trends.stream()
        .filter(trend -> branches.place(trend.subject().branch()) >= 0)
        .sorted(Comparator.comparingInt(trend -> branches.place(trend.subject().branch())))
        .toList();
  }

  private record Key(String phase, String endpoint, String limit) {}

  /** The same by limit, endpoint and phase, the whole run first. */
  List<LimitPast> limits() {
    Map<Key, List<Trend>> limits = new LinkedHashMap<>();
    for (Trend trend : shownTrends()) {
      PastOutcome last = trend.last();
      limits
          .computeIfAbsent(
              new Key(last.phase(), last.endpoint(), last.limit()), none -> new ArrayList<>())
          .add(trend);
    }
    Collection<List<Trend>> all = limits.values();
    return all.stream()
        .map(LimitPast::new)
        .sorted(Comparator.comparing(limit -> !limit.phase().isEmpty()))
        .toList();
  }
}
