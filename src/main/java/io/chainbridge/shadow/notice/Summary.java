package io.chainbridge.shadow.notice;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.chainbridge.shadow.settings.Shape;
import io.chainbridge.shadow.trend.PastRun;
import io.chainbridge.shadow.trend.Subject;
import io.chainbridge.shadow.trend.Trend;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the runs of some time came to. Immutable.
 *
 * @param since inclusive
 * @param until exclusive
 * @param parts one for each gate, load shape and branch that has a run in that time
 */
public record Summary(Instant since, Instant until, List<SummaryPart> parts) {
  public Summary {
    parts = List.copyOf(parts);
  }

  private record Key(String gate, Shape shape, Optional<String> branch) {
    static Key of(Subject subject) {
      return new Key(subject.gate(), subject.shape(), subject.branch());
    }
  }

  /**
   * Sums up.
   *
   * @param history the oldest first; what came before the time tells the trends
   */
  public static Summary of(List<PastRun> history, Instant since, Instant until) {
    List<PastRun> known = history.stream().filter(run -> run.startedAt().isBefore(until)).toList();
    Map<Key, List<PastRun>> runs =
        known.stream()
            .filter(run -> !run.startedAt().isBefore(since))
            .collect(groupingBy(run -> Key.of(run.subject()), LinkedHashMap::new, toList()));
    Set<Subject> subjects =
        runs.values().stream()
            .flatMap(List::stream)
            .map(PastRun::subject)
            .collect(Collectors.toSet());
    Map<Key, List<Trend>> trends =
        Trend.of(known.stream().filter(run -> subjects.contains(run.subject())).toList()).stream()
            .collect(groupingBy(trend -> Key.of(trend.subject())));
    return new Summary(
        since,
        until,
        runs.entrySet().stream()
            .map(
                entry ->
                    new SummaryPart(
                        entry.getKey().gate(),
                        entry.getKey().shape(),
                        entry.getKey().branch(),
                        entry.getValue(),
                        trends.getOrDefault(entry.getKey(), List.of())))
            .toList());
  }

  /** Whether there was no run in that time. */
  public boolean isEmpty() {
    return parts.isEmpty();
  }
}
