package io.chainbridge.shadow.trend;

import io.chainbridge.shadow.verdict.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How one limit at one endpoint went from run to run. Immutable.
 *
 * @param series its figures
 * @param changes of level, in order
 * @param forecast when the figure reaches its budget; empty if it does not surely move there, or
 *     did not meet it in the last run
 */
public record Trend(Series series, List<Change> changes, Optional<Forecast> forecast) {
  /** A change is recent if no more runs have had the new level. */
  static final int RECENT_RUNS = 20;

  /** A budget is near if it is reached within so long after the last run. */
  static final Duration NEAR = Duration.ofDays(60);

  public Trend {
    changes = List.copyOf(changes);
  }

  /**
   * A change of level between two runs.
   *
   * @param index of the first figure of the new level
   * @param firstRun of the new level
   * @param lastCommit of the last run of the level before, where it is known
   * @param before median, in the limit's unit
   * @param after median, in the limit's unit
   * @param pValue small is significant
   */
  public record Change(
      int index,
      PastRun firstRun,
      Optional<String> lastCommit,
      double before,
      double after,
      double pValue) {
    /** When the first run of the new level was. */
    public Instant at() {
      return firstRun.startedAt();
    }

    /** Of the first run of the new level, where it is known. */
    public Optional<String> firstCommit() {
      return firstRun.commit();
    }
  }

  /**
   * The trends of all series in a history, those of a subject together, in the order in which they
   * first appear. Runs that were cut short, or whose figures are the injector's, are left out.
   *
   * @param runs the oldest first
   */
  public static List<Trend> of(List<PastRun> runs) {
    return Series.of(runs).parallelStream().map(Trend::of).toList();
  }

  private static Trend of(Series series) {
    List<ChangePoint> points = series.changePoints();
    return new Trend(
        series,
        points.stream().map(point -> change(series.figures(), point)).toList(),
        forecast(series.since(points)));
  }

  private static Change change(List<Series.Figure> figures, ChangePoint point) {
    return new Change(
        point.index(),
        figures.get(point.index()).run(),
        figures.get(point.index() - 1).run().commit(),
        point.before(),
        point.after(),
        point.pValue());
  }

  private static Optional<Forecast> forecast(Series level) {
    PastOutcome last = level.last().outcome();
    List<Instant> times = level.figures().stream().map(figure -> figure.run().startedAt()).toList();
    return Forecast.of(times, level.measured(), last.budget())
        .filter(forecast -> last.result() == Outcome.Result.MET)
        .filter(forecast -> last.breaksBelow() == forecast.slopePerWeek() < 0);
  }

  /**
   * The same as it was before its last runs.
   *
   * @param runs how many of them
   * @return empty if there were none before
   */
  public Optional<Trend> before(int runs) {
    int left = runs() - runs;
    return left < 1
        ? Optional.empty()
        : Optional.of(of(new Series(series.subject(), series.figures().subList(0, left))));
  }

  /** What its runs have in common. */
  public Subject subject() {
    return series.subject();
  }

  /** What became of the limit in the last run. */
  public PastOutcome last() {
    return series.last().outcome();
  }

  /** How many runs have a figure of it. */
  public int runs() {
    return series.figures().size();
  }

  /** When the first of them was. */
  public Instant first() {
    return series.first().run().startedAt();
  }

  /** When the last of them was. */
  public Instant lastAt() {
    return series.last().run().startedAt();
  }

  /** Changes whose new level began within the last {@value #RECENT_RUNS} runs. */
  public List<Change> recentChanges() {
    return changes.stream().filter(change -> change.index() >= runs() - RECENT_RUNS).toList();
  }

  /** The forecast if it reaches the budget within 60 days of the last run. */
  public Optional<Forecast> nearForecast() {
    return forecast.filter(ahead -> !ahead.reached().isAfter(lastAt().plus(NEAR)));
  }
}
