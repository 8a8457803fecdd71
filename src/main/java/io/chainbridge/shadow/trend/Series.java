package io.chainbridge.shadow.trend;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was measured of one limit at one endpoint, from run to run. Immutable.
 *
 * @param subject what its runs have in common
 * @param phase of the runs; empty for all of them
 * @param endpoint its name; empty where it is about all of them
 * @param limit as in {@link PastOutcome#limit}
 * @param figures the oldest first; at least one
 */
public record Series(
    Subject subject, String phase, String endpoint, String limit, List<Figure> figures) {

  public Series {
    figures = List.copyOf(figures);
  }

  /** What one run measured of it. */
  public record Figure(PastRun run, PastOutcome outcome) {

    /** In the limit's unit. */
    public double measured() {
      return outcome.measured().orElseThrow();
    }
  }

  private record Key(Subject subject, String phase, String endpoint, String limit) {}

  /**
   * All series of a history, in the order in which they first appear. Runs that tell nothing, and
   * outcomes without a figure, are left out.
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
    return series.entrySet().stream().map(entry -> of(entry.getKey(), entry.getValue())).toList();
  }

  private static Series of(Key key, List<Figure> figures) {
    return new Series(key.subject(), key.phase(), key.endpoint(), key.limit(), figures);
  }

  /** Where it moved to another level, in order. */
  List<ChangePoint> changePoints() {
    return ChangePoints.of(measured(figures));
  }

  /** The same less what came before its last change of level: all of it if there is none. */
  public Series sinceLastChange() {
    return since(changePoints());
  }

  /** The same where the changes of level are known. */
  Series since(List<ChangePoint> points) {
    int from = points.isEmpty() ? 0 : points.get(points.size() - 1).index();
    return new Series(subject, phase, endpoint, limit, figures.subList(from, figures.size()));
  }

  static double[] measured(List<Figure> figures) {
    return figures.stream().mapToDouble(Figure::measured).toArray();
  }
}
