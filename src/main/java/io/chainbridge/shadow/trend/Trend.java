package io.chainbridge.shadow.trend;

import io.chainbridge.shadow.verdict.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How one limit at one endpoint went from run to run. Immutable.
 *
 * @param subject what its runs have in common
 * @param last what became of the limit in the last run
 * @param runs that have a figure of it
 * @param first when the first of them was
 * @param lastAt when the last of them was
 * @param changes of level, in order
 * @param forecast when the figure reaches its budget; empty if it does not surely move there, or
 *     did not meet it in the last run
 */
public record Trend(
    Subject subject,
    PastOutcome last,
    int runs,
    Instant first,
    Instant lastAt,
    List<Change> changes,
    Optional<Forecast> forecast) {

  public Trend {
    changes = List.copyOf(changes);
  }

  /**
   * A change of level between two runs.
   *
   * @param at when the first run of the new level was
   * @param lastCommit of the last run of the level before, where it is known
   * @param firstCommit of the first run of the new one, where it is known
   * @param before median, in the limit's unit
   * @param after median, in the limit's unit
   * @param pValue small is significant
   */
  public record Change(
      Instant at,
      Optional<String> lastCommit,
      Optional<String> firstCommit,
      double before,
      double after,
      double pValue) {}

  /**
   * The trends of all series in a history, in the order in which they first appear. Runs that were
   * cut short, or whose figures are the injector's, are left out.
   *
   * @param runs the oldest first
   */
  public static List<Trend> of(List<PastRun> runs) {
    return Series.of(runs).parallelStream().map(Trend::of).toList();
  }

  private static Trend of(Series series) {
    List<Series.Figure> figures = series.figures();
    List<ChangePoint> points = series.changePoints();
    Series.Figure last = figures.get(figures.size() - 1);
    return new Trend(
        series.subject(),
        last.outcome(),
        figures.size(),
        figures.get(0).run().startedAt(),
        last.run().startedAt(),
        points.stream().map(point -> change(figures, point)).toList(),
        forecast(series.since(points).figures(), last.outcome()));
  }

  private static Change change(List<Series.Figure> figures, ChangePoint point) {
    PastRun first = figures.get(point.index()).run();
    return new Change(
        first.startedAt(),
        figures.get(point.index() - 1).run().commit(),
        first.commit(),
        point.before(),
        point.after(),
        point.pValue());
  }

  private static Optional<Forecast> forecast(List<Series.Figure> level, PastOutcome last) {
    List<Instant> times = level.stream().map(figure -> figure.run().startedAt()).toList();
    boolean breaksBelow = last.limit().equals(Outcome.MIN_CAPACITY);
    return Forecast.of(times, Series.measured(level), last.budget())
        .filter(forecast -> last.result() == Outcome.Result.MET)
        .filter(forecast -> breaksBelow == forecast.slopePerWeek() < 0);
  }
}
