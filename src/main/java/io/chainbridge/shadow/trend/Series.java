package io.chainbridge.shadow.trend;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The figures of one limit at one endpoint, from run to run. Immutable.
 *
 * @param subject what its runs have in common
 * @param figures at least one, the oldest first
 */
public record Series(Subject subject, List<Figure> figures) {
  public Series {
    figures = List.copyOf(figures);
  }

  /**
   * What a run measured. Immutable.
   *
   * @param run in which it was
   * @param outcome of the limit in that run, with a figure
   */
  public record Figure(PastRun run, PastOutcome outcome) {
    /** In the limit's unit. */
    public double measured() {
      return outcome.measured().orElseThrow();
    }
  }

  private record Key(String phase, String endpoint, String limit) {}

  /**
   * All series of a history, those of a subject together, in the order in which they first appear.
   * Runs that were cut short, or whose figures are the injector's, are left out.
   *
   * @param runs the oldest first
   */
  public static List<Series> of(List<PastRun> runs) {
    return runs.stream()
        .filter(PastRun::tells)
        .collect(groupingBy(PastRun::subject, LinkedHashMap::new, toList()))
        .entrySet()
        .stream()
        .flatMap(entry -> of(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static Stream<Series> of(Subject subject, List<PastRun> runs) {
    Map<Key, List<Figure>> series = new LinkedHashMap<>();
    for (PastRun run : runs) {
      for (PastOutcome outcome : run.outcomes()) {
        if (outcome.measured().isPresent()) {
          Key key = new Key(outcome.phase(), outcome.endpoint(), outcome.limit());
          series.computeIfAbsent(key, none -> new ArrayList<>()).add(new Figure(run, outcome));
        }
      }
    }
    return series.values().stream().map(figures -> new Series(subject, figures));
  }

  /** The first of them. */
  public Figure first() {
    return figures.get(0);
  }

  /** The newest of them. */
  public Figure last() {
    return figures.get(figures.size() - 1);
  }

  /** Where it moved to another level, in order. */
  List<ChangePoint> changePoints() {
    return ChangePoints.of(measured());
  }

  /** The same less what came before its last change of level: all of it if there is none. */
  public Series sinceLastChange() {
    return since(changePoints());
  }

  /** The same where the changes of level are known. */
  Series since(List<ChangePoint> changes) {
    int from = changes.isEmpty() ? 0 : changes.get(changes.size() - 1).index();
    return new Series(subject, figures.subList(from, figures.size()));
  }

  /** The bare figures. */
  double[] measured() {
    return figures.stream().mapToDouble(Figure::measured).toArray();
  }
}
