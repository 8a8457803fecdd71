package io.chainbridge.shadow.trend;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

  private record Key(Subject subject, String phase, String endpoint, String limit) {}

  /**
   * All series of a history, in the order in which they first appear. Runs that were cut short, or
   * whose figures are the injector's, are left out.
   *
   * @param runs the oldest first
   */
  public static List<Series> of(List<PastRun> runs) {
    Map<Key, List<Figure>> series = new LinkedHashMap<>();
    for (PastRun run : runs) {
      for (PastOutcome outcome : run.tells() ? run.outcomes() : List.<PastOutcome>of()) {
        if (outcome.measured().isPresent()) {
          Key key = new Key(run.subject(), outcome.phase(), outcome.endpoint(), outcome.limit());
          series.computeIfAbsent(key, none -> new ArrayList<>()).add(new Figure(run, outcome));
        }
      }
    }
    return series.entrySet().stream()
        .map(entry -> new Series(entry.getKey().subject(), entry.getValue()))
        .toList();
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
